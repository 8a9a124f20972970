#if AMQP
  import AsyncAPIRuntime
  import CRabbitMQ
  import Foundation

  /// A connection to the server with one channel. The library is used by one thread at a time: that which owns this.
  final class Wire {
    let connection: amqp_connection_state_t
    private let channel: amqp_channel_t = 1
    private var declared: Set<Route.Exchange> = []
    private var declaredQueues: Set<String> = []

    private init(_ connection: amqp_connection_state_t) { self.connection = connection }

    deinit { amqp_destroy_connection(connection) }

    // MARK: Connecting

    /// Connects and logs in, within a time.
    static func connected(_ configuration: AMQPConfiguration, within limit: Duration) throws -> Wire {
      guard let connection = amqp_new_connection() else {
        throw AsyncAPIError(.connectionFailed, detail: "There is no memory for a connection.")
      }
      let wire = Wire(connection)
      var time = timeval(limit)
      let place = "\(configuration.host):\(configuration.port)"
      let socket = try wire.socket(configuration, place)
      amqp_set_handshake_timeout(connection, &time)
      let opened = amqp_socket_open_noblock(socket, configuration.host, Int32(configuration.port), &time)
      guard opened == AMQP_STATUS_OK.rawValue else { throw unreachable(opened, place, configuration) }
      let user = try configuration.user(within: limit)
      let reply = crabbitmq_login(
        connection, configuration.virtualHost, Int32(configuration.heartbeat), user.name, user.password)
      guard reply.reply_type == AMQP_RESPONSE_NORMAL else { throw refused(reply, place, configuration) }
      amqp_channel_open(connection, wire.channel)
      try wire.check("open a channel")
      return wire
    }

    private func socket(_ configuration: AMQPConfiguration, _ place: String) throws -> OpaquePointer {
      guard let tls = configuration.tls else {
        guard let socket = amqp_tcp_socket_new(connection) else {
          throw AsyncAPIError(.connectionFailed, detail: "No socket can be made.")
        }
        return socket
      }
      guard let socket = amqp_ssl_socket_new(connection) else {
        throw AsyncAPIError(.connectionFailed, detail: "No socket for TLS can be made.")
      }
      amqp_ssl_socket_set_verify_peer(socket, tls.verifiesPeer ? 1 : 0)
      amqp_ssl_socket_set_verify_hostname(socket, tls.verifiesHost ? 1 : 0)
      if let path = tls.authoritiesPath, amqp_ssl_socket_set_cacert(socket, path) != AMQP_STATUS_OK.rawValue {
        throw AsyncAPIError(.connectionFailed, detail: "The certificates of authorities in '\(path)' cannot be read.")
      }
      if let (path, key) = configuration.certificate,
        amqp_ssl_socket_set_key(socket, path, key) != AMQP_STATUS_OK.rawValue
      {
        throw AsyncAPIError(
          .connectionFailed, detail: "The client's certificate '\(path)' or its key cannot be read.")
      }
      return socket
    }

    private static func unreachable(
      _ status: Int32, _ place: String, _ configuration: AMQPConfiguration
    ) -> AsyncAPIError {
      let noEncryption = "No encrypted connection to the AMQP server \(place) comes about:"
      let detail =
        switch status {
        case AMQP_STATUS_SSL_HOSTNAME_VERIFY_FAILED.rawValue:
          "\(noEncryption) its certificate is not made out to the name '\(configuration.host)'. Ask for the server by a name that stands in the certificate; addresses are not compared."
        case AMQP_STATUS_SSL_CONNECTION_FAILED.rawValue, AMQP_STATUS_SSL_PEER_VERIFY_FAILED.rawValue:
          "\(noEncryption) \(words(status)). Either its certificate is not signed by an authority that is trusted, or the port is none for TLS."
        case AMQP_STATUS_SSL_ERROR.rawValue:
          "\(noEncryption) \(words(status)). Check the files of authorities, certificate and key."
        default: "The AMQP server \(place) cannot be reached: \(words(status))."
        }
      return AsyncAPIError(.connectionFailed, detail: detail)
    }

    private static func refused(
      _ reply: amqp_rpc_reply_t, _ place: String, _ configuration: AMQPConfiguration
    ) -> AsyncAPIError {
      if reply.reply_type == AMQP_RESPONSE_SERVER_EXCEPTION, let closed = Closing(reply.reply) {
        if closed.code == 403 {
          return AsyncAPIError(
            .authenticationFailed, detail: "The AMQP server \(place) refuses the credentials: \(closed.text).")
        }
        return AsyncAPIError(
          .connectionFailed, detail: "The AMQP server \(place) refuses the connection: \(closed.text).")
      }
      return AsyncAPIError(
        .connectionFailed,
        detail: "What listens at \(place) does not answer as an AMQP 0-9-1 server: \(words(reply.library_error)).")
    }

    static func words(_ status: Int32) -> String { String(cString: amqp_error_string2(status)) }

    private func check(_ what: String) throws {
      let reply = amqp_get_rpc_reply(connection)
      switch reply.reply_type {
      case AMQP_RESPONSE_NORMAL: return
      case AMQP_RESPONSE_SERVER_EXCEPTION:
        throw AsyncAPIError(
          .subscriptionFailed,
          detail: "The AMQP server does not \(what): \(Closing(reply.reply)?.text ?? "it closed the channel").")
      default: throw Lost(reason: Self.words(reply.library_error))
      }
    }

    /// The connection is no more.
    struct Lost: Error {
      var reason: String
    }

    // MARK: Declaring

    /// Makes an exchange where it is missing, once for a connection.
    func declare(_ exchange: Route.Exchange) throws {
      guard exchange.isDeclared, declared.insert(exchange).inserted else { return }
      let memory = Memory()
      amqp_exchange_declare(
        connection, channel, memory.bytes(exchange.name), memory.bytes(exchange.type), 0, exchange.isDurable ? 1 : 0,
        exchange.isAutoDeleted ? 1 : 0, 0, memory.table([]))
      try check("declare the exchange '\(exchange.name)'")
    }

    /// Makes a queue where it is missing, and gives its name.
    func declare(_ queue: Route.Queue) throws -> String {
      let memory = Memory()
      let answer = amqp_queue_declare(
        connection, channel, memory.bytes(queue.name), 0, queue.isDurable ? 1 : 0, queue.isExclusive ? 1 : 0,
        queue.isAutoDeleted ? 1 : 0, memory.table([]))
      let name = answer.map { $0.pointee.queue.text }
      try check("declare the queue '\(queue.name)'")
      return name ?? queue.name
    }

    func bind(_ queue: String, to exchange: String, _ key: String) throws {
      let memory = Memory()
      amqp_queue_bind(
        connection, channel, memory.bytes(queue), memory.bytes(exchange), memory.bytes(key), memory.table([]))
      try check("bind the queue '\(queue)' to '\(exchange)'")
    }

    // MARK: Receiving

    func limit(to count: Int) throws {
      amqp_basic_qos(connection, channel, 0, UInt16(min(count, 65_535)), 1)
      try check("limit what is fetched")
    }

    func consume(_ queue: String, isExclusive: Bool) throws {
      let memory = Memory()
      amqp_basic_consume(
        connection, channel, memory.bytes(queue), memory.bytes("asyncapi"), 0, 0, isExclusive ? 1 : 0, memory.table([]))
      try check("consume the queue '\(queue)'")
    }

    func cancelConsumer() throws {
      let memory = Memory()
      amqp_basic_cancel(connection, channel, memory.bytes("asyncapi"))
      try check("end the consumer")
    }

    func accept(_ tag: UInt64, andAllBefore: Bool = false) throws {
      try sent(amqp_basic_ack(connection, channel, tag, andAllBefore ? 1 : 0))
    }

    func refuse(_ tag: UInt64, givesBack: Bool) throws {
      try sent(amqp_basic_nack(connection, channel, tag, 0, givesBack ? 1 : 0))
    }

    // MARK: Publishing

    func confirmEverything() throws {
      amqp_confirm_select(connection, channel)
      try check("confirm what is published")
    }

    /// - Parameter id: by which the message is known where it is returned
    func publish(_ record: Record, id: UInt64) throws {
      if let exchange = record.exchange { try declare(exchange) }
      if record.declaresQueue, declaredQueues.insert(record.key).inserted {
        _ = try declare(
          Route.Queue(name: record.key, isDurable: true, isExclusive: false, isAutoDeleted: false))
      }
      let memory = Memory()
      var properties = record.properties(in: memory, id: id)
      try sent(
        amqp_basic_publish(
          connection, channel, memory.bytes(record.exchange?.name ?? ""), memory.bytes(record.key),
          record.isMandatory ? 1 : 0, 0, &properties, memory.bytes(record.payload)))
    }

    private func sent(_ status: Int32) throws {
      guard status == AMQP_STATUS_OK.rawValue else { throw Lost(reason: Self.words(status)) }
    }

    // MARK: Waiting

    /// Waits until something came, the other descriptor wakes it, or the time is up.
    func wait(orFor other: Int32, _ limit: Duration) {
      if amqp_frames_enqueued(connection) != 0 || amqp_data_in_buffer(connection) != 0 { return }
      // The library sends its heartbeats when it is asked for frames.
      let milliseconds = min(limit, .seconds(1)).milliseconds
      _ = crabbitmq_wait(amqp_get_sockfd(connection), other, Int32(max(0, milliseconds)))
    }

    /// What came, without waiting; `nil` where there is nothing more.
    func nextEvent() throws -> Event? {
      amqp_maybe_release_buffers(connection)
      var frame = amqp_frame_t()
      var none = timeval()
      let status = amqp_simple_wait_frame_noblock(connection, &frame, &none)
      if status == AMQP_STATUS_TIMEOUT.rawValue { return nil }
      guard status == AMQP_STATUS_OK.rawValue else { throw Lost(reason: Self.words(status)) }
      guard frame.frame_type == UInt8(AMQP_FRAME_METHOD), let method = frame.payload.method.decoded else {
        return .other
      }
      switch frame.payload.method.id {
      case UInt32(AMQP_BASIC_DELIVER_METHOD):
        let deliver = method.assumingMemoryBound(to: amqp_basic_deliver_t.self).pointee
        let (tag, key, isAgain) = (deliver.delivery_tag, deliver.routing_key.text, deliver.redelivered != 0)
        return .delivered(try content(), tag: tag, key: key, isAgain: isAgain)
      case UInt32(AMQP_BASIC_ACK_METHOD):
        let ack = method.assumingMemoryBound(to: amqp_basic_ack_t.self).pointee
        return .confirmed(ack.delivery_tag, isMultiple: ack.multiple != 0)
      case UInt32(AMQP_BASIC_NACK_METHOD):
        let nack = method.assumingMemoryBound(to: amqp_basic_nack_t.self).pointee
        return .refused(nack.delivery_tag, isMultiple: nack.multiple != 0)
      case UInt32(AMQP_BASIC_RETURN_METHOD):
        let returned = method.assumingMemoryBound(to: amqp_basic_return_t.self).pointee
        let reason = returned.reply_text.text
        return .returned(try content(), reason: reason)
      case UInt32(AMQP_BASIC_CANCEL_METHOD): throw Lost(reason: "the queue is gone")
      case UInt32(AMQP_CHANNEL_CLOSE_METHOD), UInt32(AMQP_CONNECTION_CLOSE_METHOD):
        throw Lost(reason: Closing(frame.payload.method)?.text ?? "the server closed it")
      default: return .other
      }
    }

    enum Event {
      case delivered(Content, tag: UInt64, key: String, isAgain: Bool)
      case confirmed(UInt64, isMultiple: Bool)
      case refused(UInt64, isMultiple: Bool)
      case returned(Content, reason: String)
      case other
    }

    private func content() throws -> Content {
      var message = amqp_message_t()
      let reply = amqp_read_message(connection, channel, &message, 0)
      guard reply.reply_type == AMQP_RESPONSE_NORMAL else { throw Lost(reason: Self.words(reply.library_error)) }
      defer { amqp_destroy_message(&message) }
      return Content(message)
    }

    func close() {
      amqp_channel_close(connection, channel, Int32(AMQP_REPLY_SUCCESS))
      amqp_connection_close(connection, Int32(AMQP_REPLY_SUCCESS))
    }
  }

  /// Why the server closes a channel or a connection.
  private struct Closing {
    var code: UInt16
    var text: String

    init?(_ method: amqp_method_t) {
      guard let decoded = method.decoded else { return nil }
      switch method.id {
      case UInt32(AMQP_CONNECTION_CLOSE_METHOD):
        let close = decoded.assumingMemoryBound(to: amqp_connection_close_t.self).pointee
        (code, text) = (close.reply_code, close.reply_text.text)
      case UInt32(AMQP_CHANNEL_CLOSE_METHOD):
        let close = decoded.assumingMemoryBound(to: amqp_channel_close_t.self).pointee
        (code, text) = (close.reply_code, close.reply_text.text)
      default: return nil
      }
    }
  }

  extension timeval {
    init(_ duration: Duration) {
      let (seconds, attoseconds) = max(duration, .zero).components
      self.init(tv_sec: Int(seconds), tv_usec: .init(attoseconds / 1_000_000_000_000))
    }
  }

  extension Duration {
    var milliseconds: Int64 {
      let (seconds, attoseconds) = components
      return min(seconds, 1_000_000) * 1000 + attoseconds / 1_000_000_000_000_000
    }
  }
#endif

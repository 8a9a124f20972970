#if AMQP
  import AsyncAPIRuntime
  import CRabbitMQ

  /// A message with its route, ready to be sent.
  struct Record: Sendable {
    /// `nil`: straight to the queue that the key names.
    var exchange: Route.Exchange?
    var key: String
    var payload: [UInt8]
    var contentType: String?
    var correlationID: String?
    var replyTo: String?
    var headers: [(name: String, value: [UInt8])]
    var isMandatory = false
    /// Whether the queue that the key names is made where it is missing.
    var declaresQueue = false
    var isPersistent = true
    var priority: UInt8?
    /// In milliseconds, as text.
    var expiration: String?
    var address: String

    /// The header with what other protocols partition by.
    static let keyHeader = "x-message-key"
    /// The header with the address of the reply, where that is no queue.
    static let replyAddressHeader = "x-reply-address"

    func properties(in memory: Memory, id: UInt64) -> amqp_basic_properties_t {
      var properties = amqp_basic_properties_t()
      var flags = AMQP_BASIC_DELIVERY_MODE_FLAG
      properties.delivery_mode = isPersistent ? 2 : 1
      func set(_ text: String?, _ flag: Int32, _ field: WritableKeyPath<amqp_basic_properties_t, amqp_bytes_t>) {
        guard let text else { return }
        flags |= flag
        properties[keyPath: field] = memory.bytes(text)
      }
      set(contentType, AMQP_BASIC_CONTENT_TYPE_FLAG, \.content_type)
      set(correlationID, AMQP_BASIC_CORRELATION_ID_FLAG, \.correlation_id)
      set(replyTo, AMQP_BASIC_REPLY_TO_FLAG, \.reply_to)
      set(expiration, AMQP_BASIC_EXPIRATION_FLAG, \.expiration)
      if isMandatory { set(String(id), AMQP_BASIC_MESSAGE_ID_FLAG, \.message_id) }
      if let priority {
        flags |= AMQP_BASIC_PRIORITY_FLAG
        properties.priority = priority
      }
      if !headers.isEmpty {
        flags |= AMQP_BASIC_HEADERS_FLAG
        properties.headers = memory.table(headers)
      }
      properties._flags = UInt32(flags)
      return properties
    }
  }

  extension Record {
    /// - Parameter isQueue: whether the address is the name of a queue that awaits a reply
    init(_ message: OutboundMessage, default exchange: String, isQueue: Bool) {
      let route = Route(message.bindings, default: exchange)
      self.exchange = isQueue ? nil : route.exchange
      key = isQueue ? message.address : route.key(for: message.address)
      payload = message.payload
      contentType = message.contentType
      correlationID = message.correlationID
      headers = message.headers.map { ($0.name, Array($0.value.utf8)) }
      if let key = message.key { headers.append((Self.keyHeader, key)) }
      address = message.address
      let operation = message.bindings.operation["amqp"]
      isMandatory = operation?["mandatory"]?.isTrue ?? false
      isPersistent = operation?["deliveryMode"]?.whole != 1
      priority = operation?["priority"]?.whole.flatMap { UInt8(exactly: $0) }
      expiration = operation?["expiration"]?.whole.map(String.init)
    }
  }
#endif

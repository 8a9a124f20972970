#if Kafka
  import AsyncAPIRuntime
  import CRDKafka
  import Logging

  /// What the library tells about one of its clients. It must live as long as the client.
  final class ClientEvents: Sendable {
    let monitor: ConnectionMonitor?
    let reports: DeliveryReports?
    private let tokens: TokenProvider?
    private let logger: Logger

    init(monitor: ConnectionMonitor?, reports: DeliveryReports?, tokens: TokenProvider?, logger: Logger) {
      self.tokens = tokens
      self.monitor = monitor
      self.reports = reports
      self.logger = logger
    }

    var showsTokens: Bool { tokens != nil }

    static func from(_ opaque: UnsafeMutableRawPointer?) -> ClientEvents? {
      opaque.map { Unmanaged<ClientEvents>.fromOpaque($0).takeUnretainedValue() }
    }

    func installCallbacks(in configuration: OpaquePointer) {
      rd_kafka_conf_set_opaque(configuration, Unmanaged.passUnretained(self).toOpaque())
      if tokens != nil {
        // On a thread of the library's: the provider may take its time.
        rd_kafka_conf_enable_sasl_queue(configuration, 1)
        rd_kafka_conf_set_oauthbearer_token_refresh_cb(configuration) { client, _, opaque in
          if let client, let events = ClientEvents.from(opaque) { events.tokens?.refresh(client) }
        }
      }
      rd_kafka_conf_set_log_cb(configuration) { client, _, facility, text in
        guard let client, let events = ClientEvents.from(rd_kafka_opaque(client)), let text else { return }
        events.log(String(cString: text), facility.map { String(cString: $0) } ?? "")
      }
    }

    func install(in configuration: OpaquePointer) {
      installCallbacks(in: configuration)
      rd_kafka_conf_set_error_cb(configuration) { client, code, reason, opaque in
        guard let events = ClientEvents.from(opaque) else { return }
        events.note(
          rd_kafka_resp_err_t(code), reason.map { String(cString: $0) } ?? "", isFatal: ClientEvents.isFatal(client))
      }
    }

    private static func isFatal(_ client: OpaquePointer?) -> Bool {
      client.map { rd_kafka_fatal_error($0, nil, 0) != RD_KAFKA_RESP_ERR_NO_ERROR } ?? false
    }

    private func note(_ code: rd_kafka_resp_err_t, _ reason: String, isFatal: Bool) {
      if isFatal {
        logger.error("The Kafka client cannot go on and is replaced: \(reason)")
        reports?.noteFatal()
      } else {
        logger.debug("Kafka: \(reason)")
      }
      monitor?.noteError(code, reason)
    }

    private func log(_ text: String, _ facility: String) {
      logger.debug("librdkafka: \(text)", metadata: ["facility": .string(facility)])
    }
  }

  /// A client of the library, which owns the configuration from now on.
  func makeClient(
    _ type: rd_kafka_type_t, _ configuration: OpaquePointer, _ events: ClientEvents
  ) throws -> OpaquePointer {
    var reason = [CChar](repeating: 0, count: 512)
    if let client = rd_kafka_new(type, configuration, &reason, reason.count) {
      if events.showsTokens, let error = rd_kafka_sasl_background_callbacks_enable(client) {
        rd_kafka_error_destroy(error)
      }
      return client
    }
    rd_kafka_conf_destroy(configuration)
    let text = String(decoding: reason.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    throw AsyncAPIError(.connectionFailed, detail: "librdkafka makes no client: \(text).")
  }
#endif

#if Kafka
  import AsyncAPIRuntime
  import CRDKafka
  import Logging
  import Synchronization

  /// A client of the library that publishes, with its thread.
  final class Producer: Sendable {
    /// The library allows a client to be used from every thread, so only the lifetime needs the lock.
    private struct Client: @unchecked Sendable {
      var pointer: OpaquePointer?
    }

    private let client: Mutex<Client>
    private let events: ClientEvents
    private let reports: DeliveryReports
    private let wakeup = Wakeup()
    private let stopping = Atomic(false)
    private let ended = Completion()
    private let configuration: KafkaConfiguration

    private var monitor: ConnectionMonitor { reports.monitor }

    init(_ configuration: KafkaConfiguration, monitor: ConnectionMonitor, logger: Logger) throws {
      self.configuration = configuration
      reports = DeliveryReports(monitor: monitor, publishTimeout: configuration.publishTimeout)
      events = ClientEvents(
        monitor: monitor, reports: reports, tokens: TokenProvider(configuration.credentials), logger: logger)
      var properties = try ClientProperties(configuration)
      let isAcknowledged = configuration.guarantee == .atLeastOnce
      properties["enable.idempotence"] = isAcknowledged ? "true" : "false"
      properties["acks"] = isAcknowledged ? "all" : "0"
      if !isAcknowledged { properties["message.send.max.retries"] = "0" }
      properties["linger.ms"] = "0"
      properties["message.timeout.ms"] = configuration.publishTimeout.wholeMilliseconds.description
      properties["queue.buffering.max.kbytes"] = "65536"
      let made = try properties.makeConfiguration(overrides: configuration.properties)
      events.install(in: made)
      rd_kafka_conf_set_dr_msg_cb(made) { _, message, opaque in
        guard let message, let events = ClientEvents.from(opaque) else { return }
        let id = UInt(bitPattern: message.pointee._private)
        events.reports?.report(
          id, message.pointee.err, rd_kafka_message_status(message), partition: message.pointee.partition,
          offset: message.pointee.offset)
      }
      let pointer = try makeClient(RD_KAFKA_PRODUCER, made, events)
      client = Mutex(Client(pointer: pointer))
      let loop = Client(pointer: pointer)
      do {
        try PollingThread.start { [self] in
          if let pointer = loop.pointer { poll(pointer) }
        }
      } catch {
        rd_kafka_destroy(pointer)
        throw error
      }
    }

    /// Whether no message can be published any more, and a new producer must be made.
    var isSpent: Bool { reports.isFatal || stopping.load(ordering: .relaxed) }

    func publish(_ record: Record) async throws -> PublishReceipt {
      try await monitor.connected()
      let deadline = ContinuousClock.now + configuration.publishTimeout
      while true {
        if let receipt = try await publishIfThereIsRoom(record) { return receipt }
        // The queue is full. Rarely: it holds thousands of messages that nobody has acknowledged.
        guard ContinuousClock.now < deadline else {
          throw reports.error(RD_KAFKA_RESP_ERR__MSG_TIMED_OUT, address: record.address)
        }
        try await Task.sleep(for: .milliseconds(10))
      }
    }

    /// Nil if there is no room.
    private func publishIfThereIsRoom(_ record: Record) async throws -> PublishReceipt? {
      let id = reports.nextID()
      do {
        return try await withTaskCancellationHandler {
          try await withCheckedThrowingContinuation { continuation in
            reports.await(id, address: record.address, continuation)
            guard reports.isAwaited(id) else { return }
            let code = produce(record, id)
            if code == RD_KAFKA_RESP_ERR__QUEUE_FULL {
              reports.fail(id, LibraryError(code: code))
            } else if code == RD_KAFKA_RESP_ERR__FATAL || code == RD_KAFKA_RESP_ERR__DESTROY {
              reports.fail(id, SpentProducer())
            } else if code != RD_KAFKA_RESP_ERR_NO_ERROR {
              reports.fail(id, reports.error(code, address: record.address))
            }
          }
        } onCancel: {
          reports.cancel(id)
        }
      } catch let error as LibraryError where error.code == RD_KAFKA_RESP_ERR__QUEUE_FULL {
        return nil
      }
    }

    private func produce(_ record: Record, _ id: UInt) -> rd_kafka_resp_err_t {
      client.withLock { client in
        guard let pointer = client.pointer else { return RD_KAFKA_RESP_ERR__DESTROY }
        let headers = RecordHeaders.make(record.headers)
        let code = record.payload.withUnsafeBytes { payload in
          guard let key = record.key else {
            return crdkafka_produce(
              pointer, record.topic, nil, 0, payload.baseAddress, payload.count, headers,
              UnsafeMutableRawPointer(bitPattern: id))
          }
          // An empty key is a key: the pointer must not be null.
          return (key.isEmpty ? [0] : key).withUnsafeBytes { bytes in
            crdkafka_produce(
              pointer, record.topic, bytes.baseAddress, key.count, payload.baseAddress, payload.count, headers,
              UnsafeMutableRawPointer(bitPattern: id))
          }
        }
        if code != RD_KAFKA_RESP_ERR_NO_ERROR, let headers { rd_kafka_headers_destroy(headers) }
        return code
      }
    }

    /// Waits for what is under way, as long as the configuration allows, and ends the thread.
    func close() async {
      stopping.store(true, ordering: .relaxed)
      wakeup.wake()
      await ended.wait()
    }

    /// The same, where nobody waits for it.
    func abandon() {
      stopping.store(true, ordering: .relaxed)
      wakeup.wake()
    }

    // MARK: On the thread

    private func poll(_ pointer: OpaquePointer) {
      let queue = rd_kafka_queue_get_main(pointer)
      if let queue { wakeup.add(queue) }
      let deadline = ContinuousClock.now + configuration.connectTimeout
      while !stopping.load(ordering: .relaxed), !reports.isFatal {
        if monitor.isConnected {
          rd_kafka_poll(pointer, 100)
        } else {
          rd_kafka_poll(pointer, 0)
          if !answers(pointer) {
            let failure = monitor.noteSilence(
              isPastDeadline: ContinuousClock.now >= deadline, timeout: configuration.connectTimeout)
            // Who waits has been told; the next attempt may come later.
            if failure != nil { rd_kafka_poll(pointer, 1_000) }
          }
        }
      }
      if !reports.isFatal { rd_kafka_flush(pointer, configuration.closeTimeout.wholeMilliseconds) }
      client.withLock { $0.pointer = nil }
      wakeup.remove()
      if let queue { rd_kafka_queue_destroy(queue) }
      rd_kafka_purge(pointer, RD_KAFKA_PURGE_F_QUEUE | RD_KAFKA_PURGE_F_INFLIGHT)
      // Purged messages are reported as well.
      while rd_kafka_poll(pointer, 0) > 0 {}
      rd_kafka_destroy(pointer)
      ended.complete()
    }

    private func answers(_ pointer: OpaquePointer) -> Bool {
      var metadata: UnsafePointer<rd_kafka_metadata>?
      let code = rd_kafka_metadata(pointer, 0, nil, &metadata, 250)
      if let metadata { rd_kafka_metadata_destroy(metadata) }
      guard code == RD_KAFKA_RESP_ERR_NO_ERROR else { return false }
      monitor.noteAnswer()
      return true
    }
  }
#endif

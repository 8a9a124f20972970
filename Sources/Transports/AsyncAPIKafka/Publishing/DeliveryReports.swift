#if Kafka
  import AsyncAPIRuntime
  import CRDKafka
  import Synchronization

  /// The client cannot go on, and this message has not been stored: another client may publish it.
  struct SpentProducer: Error {}

  /// Who waits for which message to be acknowledged.
  final class DeliveryReports: Sendable {
    typealias Continuation = CheckedContinuation<PublishReceipt, any Error>

    private struct State {
      var waiters: [UInt: (continuation: Continuation, address: String)] = [:]
      var lastID: UInt = 0
      var isFatal = false
    }

    private let state = Mutex(State())
    let monitor: ConnectionMonitor
    let publishTimeout: Duration

    init(monitor: ConnectionMonitor, publishTimeout: Duration) {
      self.monitor = monitor
      self.publishTimeout = publishTimeout
    }

    /// Whether the library gave up for good on this client: it can no longer promise that nothing is stored twice.
    var isFatal: Bool { state.withLock { $0.isFatal } }

    func noteFatal() { state.withLock { $0.isFatal = true } }

    func nextID() -> UInt {
      state.withLock { state in
        state.lastID += 1
        return state.lastID
      }
    }

    func await(_ id: UInt, address: String, _ continuation: Continuation) {
      let cancelled = state.withLock { state in
        if Task.isCancelled { return true }
        state.waiters[id] = (continuation, address)
        return false
      }
      if cancelled { continuation.resume(throwing: CancellationError()) }
    }

    func isAwaited(_ id: UInt) -> Bool { state.withLock { $0.waiters[id] != nil } }

    func cancel(_ id: UInt) { fail(id, CancellationError()) }

    func fail(_ id: UInt, _ error: any Error) {
      let waiter = state.withLock { $0.waiters.removeValue(forKey: id) }
      waiter?.continuation.resume(throwing: error)
    }

    func report(
      _ id: UInt, _ code: rd_kafka_resp_err_t, _ status: rd_kafka_msg_status_t, partition: Int32, offset: Int64
    ) {
      guard let waiter = state.withLock({ $0.waiters.removeValue(forKey: id) }) else { return }
      if code == RD_KAFKA_RESP_ERR_NO_ERROR {
        waiter.continuation.resume(returning: PublishReceipt(position: "partition \(partition), offset \(offset)"))
      } else if isFatal, status == RD_KAFKA_MSG_STATUS_NOT_PERSISTED {
        waiter.continuation.resume(throwing: SpentProducer())
      } else {
        waiter.continuation.resume(throwing: error(code, status, address: waiter.address))
      }
    }

    func error(
      _ code: rd_kafka_resp_err_t, _ status: rd_kafka_msg_status_t = RD_KAFKA_MSG_STATUS_NOT_PERSISTED,
      address: String
    ) -> AsyncAPIError {
      let mayBeStored = status == RD_KAFKA_MSG_STATUS_NOT_PERSISTED ? "" : " It may have been stored all the same."
      var detail =
        switch code {
        case RD_KAFKA_RESP_ERR__MSG_TIMED_OUT:
          "No Kafka server acknowledged the message within \(publishTimeout)"
            + (monitor.lastReason.map { ": \($0)." } ?? ".")
        case RD_KAFKA_RESP_ERR__PURGE_QUEUE where isFatal, RD_KAFKA_RESP_ERR__PURGE_INFLIGHT where isFatal:
          "Kafka has lost track of what this client has sent, so that it cannot say whether the message is stored."
        case RD_KAFKA_RESP_ERR__PURGE_QUEUE, RD_KAFKA_RESP_ERR__PURGE_INFLIGHT, RD_KAFKA_RESP_ERR__DESTROY:
          "The Kafka transport was shut down before the message was acknowledged."
        default:
          "Kafka did not take the message: \(LibraryError(code: code))."
        }
      detail += mayBeStored
      return AsyncAPIError(.publishFailed, address: address, detail: detail, cause: LibraryError(code: code))
    }
  }
#endif

#if Kafka
  import AsyncAPIRuntime
  import CRDKafka
  import Logging
  import Synchronization

  /// Knows whether the cluster answers, and tells those who wait for it.
  final class ConnectionMonitor: Sendable {
    private struct State {
      var phase = ConnectionState.connecting
      /// Why the first connection, or the present one, does not come about.
      var failure: AsyncAPIError?
      var lastReason: String?
      var refusal: (code: rd_kafka_resp_err_t, reason: String)?
      var waiters = WaitingList<CheckedContinuation<Void, any Error>>()
      var lastID: UInt64 = 0
    }

    private let state = Mutex(State())
    private let servers: String
    let states: ConnectionStates

    init(servers: [String], logger: Logger) {
      self.servers = servers.joined(separator: ", ")
      states = ConnectionStates(logger: logger)
    }

    var isConnected: Bool { state.withLock { $0.phase == .connected } }

    var lastReason: String? { state.withLock { $0.lastReason } }

    /// Returns when there has been a connection. One that is lost is not waited for here.
    func connected() async throws {
      let id = state.withLock { state in
        state.lastID += 1
        return state.lastID
      }
      try await withTaskCancellationHandler {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
          let now: Result<Void, any Error>? = state.withLock { state in
            if Task.isCancelled { return .failure(CancellationError()) }
            if let failure = state.failure { return .failure(failure) }
            switch state.phase {
            case .connected, .disconnected: return .success(())
            case .closed: return .failure(KafkaTransport.closedError)
            case .connecting:
              state.waiters.append(continuation, id: id)
              return nil
            }
          }
          if let now { continuation.resume(with: now) }
        }
      } onCancel: {
        let waiter = state.withLock { $0.waiters.remove(id: id) }
        waiter?.resume(throwing: CancellationError())
      }
    }

    // MARK: What the polling thread finds

    func noteError(_ code: rd_kafka_resp_err_t, _ reason: String) {
      let isDown = state.withLock { state in
        if code != RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN { state.lastReason = reason }
        if code.refusesTheClient { state.refusal = (code, reason) }
        return state.phase == .connected && (code == RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN || code.refusesTheClient)
      }
      if isDown { move(to: .disconnected(reason: lastReason ?? reason)) }
    }

    func noteAnswer() {
      state.withLock { state in
        state.failure = nil
        state.refusal = nil
        state.lastReason = nil
      }
      move(to: .connected)
    }

    /// No server answered in time, or the servers refuse; nil while there is hope.
    @discardableResult
    func noteSilence(isPastDeadline: Bool, timeout: Duration) -> AsyncAPIError? {
      let failure: AsyncAPIError? = state.withLock { state in
        let wasConnected = if case .disconnected = state.phase, state.failure == nil { true } else { false }
        if wasConnected && state.refusal == nil { return nil }
        guard state.refusal != nil || isPastDeadline else { return nil }
        let failure = error(state.refusal, state.lastReason, timeout)
        state.refusal = nil
        state.failure = failure
        return failure
      }
      if let failure { move(to: .disconnected(reason: failure.detail), failure) }
      return failure
    }

    func close() { move(to: .closed) }

    private func move(to phase: ConnectionState, _ failure: AsyncAPIError? = nil) {
      let waiters = state.withLock { state in
        if state.phase != .closed { state.phase = phase }
        if phase == .closed { state.failure = KafkaTransport.closedError }
        return state.waiters.removeAll()
      }
      states.move(to: phase)
      let error = phase == .closed ? KafkaTransport.closedError : failure
      for waiter in waiters {
        if let error { waiter.resume(throwing: error) } else { waiter.resume() }
      }
    }

    private func error(
      _ refusal: (code: rd_kafka_resp_err_t, reason: String)?, _ reason: String?, _ timeout: Duration
    ) -> AsyncAPIError {
      switch refusal {
      case (RD_KAFKA_RESP_ERR__SSL, let reason)?:
        AsyncAPIError(
          .connectionFailed,
          detail: "No encrypted connection to the Kafka servers \(servers) comes about: \(reason). Check the trusted "
            + "authorities, and that the port is one for TLS.")
      case (_, let reason)?:
        AsyncAPIError(
          .authenticationFailed, detail: "The Kafka servers \(servers) refuse the credentials: \(reason).")
      case nil:
        AsyncAPIError(
          .connectionFailed,
          detail: "None of the Kafka servers \(servers) answered as one within \(timeout)"
            + (reason.map { ": \($0)." } ?? "."))
      }
    }
  }
#endif

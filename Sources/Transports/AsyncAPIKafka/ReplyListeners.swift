#if Kafka
  import AsyncAPIRuntime
  import Synchronization

  /// Who listens for replies, at each address once and for as long as the transport lives.
  final class ReplyListeners: Sendable {
    private struct Listener {
      let isReady = Promise<Void>()
      var task: Task<Void, Never>?
    }

    private struct State {
      var listeners: [String: Listener] = [:]
      var isClosed = false
    }

    private let state = Mutex(State())

    /// Returns when what is published to the address from now on is heard. Where nobody listens yet, `body` does.
    func listen(at address: String, _ body: @escaping @Sendable (Promise<Void>) async throws -> Void) async throws {
      let isReady = try state.withLock { state in
        if state.isClosed { throw KafkaTransport.closedError }
        if let listener = state.listeners[address] { return listener.isReady }
        var listener = Listener()
        let isReady = listener.isReady
        // Unstructured, since it serves more requests than the one that starts it. It ends when the transport closes.
        listener.task = Task {
          do {
            try await body(isReady)
            isReady.resolve(.failure(KafkaTransport.closedError))
          } catch {
            isReady.resolve(.failure(error))
          }
          // The next request tries again.
          remove(address)
        }
        state.listeners[address] = listener
        return isReady
      }
      try await isReady.value()
    }

    private func remove(_ address: String) { state.withLock { $0.listeners[address] = nil } }

    func close() async {
      let tasks = state.withLock { state in
        state.isClosed = true
        return state.listeners.values.compactMap(\.task)
      }
      for task in tasks { task.cancel() }
      for task in tasks { await task.value }
    }
  }
#endif

#if AMQP
  import AsyncAPIRuntime
  import Synchronization

  /// The queues that await replies, as requests named them: what is published to such a name goes straight to the queue.
  final class ReplyQueues: Sendable {
    private struct State {
      var names: Set<String> = []
      var order = Deque<String>()
    }

    private let state = Mutex(State())
    private static let most = 10_000

    func note(_ name: String) {
      state.withLock { state in
        guard state.names.insert(name).inserted else { return }
        state.order.append(name)
        if state.order.count > Self.most, let oldest = state.order.popFirst() { state.names.remove(oldest) }
      }
    }

    func contains(_ name: String) -> Bool { state.withLock { $0.names.contains(name) } }
  }
#endif

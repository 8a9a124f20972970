#if Kafka
  import Synchronization

  /// Tells those who wait that something has come to pass.
  final class Signal: Sendable {
    private let state = Mutex<(isSent: Bool, waiters: [CheckedContinuation<Void, Never>])>((false, []))

    func send() {
      let waiters = state.withLock { state in
        state.isSent = true
        defer { state.waiters = [] }
        return state.waiters
      }
      for waiter in waiters { waiter.resume() }
    }

    func wait() async {
      await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
        let isSent = state.withLock { state in
          if !state.isSent { state.waiters.append(continuation) }
          return state.isSent
        }
        if isSent { continuation.resume() }
      }
    }
  }
#endif

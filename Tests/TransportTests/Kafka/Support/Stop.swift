#if Kafka
  import Synchronization

  /// Ends what has been added, and what is added later.
  final class Stop: Sendable {
    private let actions = Mutex<(isStopped: Bool, all: [@Sendable () -> Void])>((false, []))

    func add(_ action: @escaping @Sendable () -> Void) {
      let isStopped = actions.withLock { actions in
        actions.all.append(action)
        return actions.isStopped
      }
      if isStopped { action() }
    }

    func stop() {
      let all = actions.withLock { actions in
        actions.isStopped = true
        return actions.all
      }
      for action in all { action() }
    }
  }
#endif

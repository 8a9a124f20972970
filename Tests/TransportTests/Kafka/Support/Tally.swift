#if Kafka
  import Synchronization

  /// Counts what was seen.
  final class Tally: Sendable {
    private let counts = Mutex<[String: Int]>([:])

    func add(_ text: String) { counts.withLock { $0[text, default: 0] += 1 } }

    var distinct: Int { counts.withLock { $0.count } }
    var repeated: Int { counts.withLock { $0.values.reduce(0) { $0 + $1 - 1 } } }
    var all: Set<String> { counts.withLock { Set($0.keys) } }
  }

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

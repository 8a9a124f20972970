#if Kafka
  import CRDKafka
  import Synchronization

  /// Wakes a polling thread that waits on a queue of the library.
  final class Wakeup: Sendable {
    /// The library allows its queues to be used from every thread, so only the lifetime needs the lock.
    private struct Queues: @unchecked Sendable {
      var all: [OpaquePointer] = []
    }

    private let queues = Mutex(Queues())

    /// The queues must not be destroyed before `remove` has returned.
    func add(_ queue: OpaquePointer) {
      let added = Queues(all: [queue])
      queues.withLock { $0.all += added.all }
    }

    func remove() { queues.withLock { $0.all = [] } }

    /// A thread that does not wait just now returns at once from its next wait.
    func wake() {
      queues.withLock { queues in
        for queue in queues.all { rd_kafka_queue_yield(queue) }
      }
    }
  }
#endif

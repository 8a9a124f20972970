#if AMQP
  import Foundation
  import Synchronization

  /// Wakes a thread that waits for its socket.
  final class Wakeup: Sendable {
    /// Becomes readable when the thread is to wake.
    let descriptor: Int32
    private let writing: Int32
    /// Whether a byte is on its way already: one is enough, and each is a call into the system.
    private let isWoken = Atomic(false)

    init() {
      var ends: [Int32] = [-1, -1]
      // Without descriptors left the thread still wakes once a second.
      if pipe(&ends) == 0 {
        for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
      }
      (descriptor, writing) = (ends[0], ends[1])
    }

    deinit {
      close(descriptor)
      close(writing)
    }

    func wake() {
      if isWoken.exchange(true, ordering: .acquiringAndReleasing) { return }
      var byte: UInt8 = 1
      _ = write(writing, &byte, 1)
    }

    /// What is asked for from now on wakes again. To be called before it is looked for what there is to do.
    func clear() {
      guard isWoken.load(ordering: .acquiring) else { return }
      var bytes = [UInt8](repeating: 0, count: 64)
      while read(descriptor, &bytes, bytes.count) > 0 {}
      // Not before: who wakes in between would leave no byte, and nobody else could.
      isWoken.store(false, ordering: .releasing)
    }

    /// Waits without a socket.
    func wait(_ limit: Duration) {
      var all = [pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)]
      _ = poll(&all, 1, Int32(max(0, min(limit, .seconds(1)).milliseconds)))
    }
  }
#endif

import Synchronization

/// A clock that stands still until a test moves it.
///
/// Give it to an `InMemoryBroker` or a `FaultyTransport`, and delays and timeouts take no time.
public final class TestClock: Clock {
  /// A point in the clock's time, which begins at zero.
  public struct Instant: InstantProtocol {
    /// The time since the beginning.
    public var offset: Duration

    /// A later instant.
    public func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }

    /// The time from here to another instant.
    public func duration(to other: Instant) -> Duration { other.offset - offset }

    /// Whether one instant is before the other.
    public static func < (one: Instant, other: Instant) -> Bool { one.offset < other.offset }
  }

  private struct Sleeper {
    var deadline: Instant
    var continuation: CheckedContinuation<Void, any Error>
  }

  private struct State {
    var now = Instant(offset: .zero)
    var sleepers: [UInt64: Sleeper] = [:]
    var lastID: UInt64 = 0
    /// Who fell asleep and was not asked for yet, as far as they still sleep.
    var unseen: [UInt64: Instant] = [:]
    var watchers: [(id: UInt64, continuation: CheckedContinuation<Duration, any Error>)] = []

    mutating func nextID() -> UInt64 {
      lastID += 1
      return lastID
    }
  }

  private let state = Mutex(State())

  /// A clock at zero.
  public init() {}

  /// What the clock shows.
  public var now: Instant { state.withLock { $0.now } }

  /// Zero.
  public var minimumResolution: Duration { .zero }

  /// Waits until a test has moved the clock so far.
  public func sleep(until deadline: Instant, tolerance: Duration? = nil) async throws {
    let id = state.withLock { $0.nextID() }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
        let (now, watcher) = state.withLock {
          state -> (Result<Void, any Error>?, CheckedContinuation<Duration, any Error>?) in
          if Task.isCancelled { return (.failure(CancellationError()), nil) }
          if deadline <= state.now { return (.success(()), nil) }
          state.sleepers[id] = Sleeper(deadline: deadline, continuation: continuation)
          if !state.watchers.isEmpty { return (nil, state.watchers.removeFirst().continuation) }
          state.unseen[id] = deadline
          return (nil, nil)
        }
        if let now { continuation.resume(with: now) }
        watcher?.resume(returning: deadline.offset)
      }
    } onCancel: {
      let sleeper = state.withLock { state in
        state.unseen[id] = nil
        return state.sleepers.removeValue(forKey: id)
      }
      sleeper?.continuation.resume(throwing: CancellationError())
    }
  }

  /// Waits until somebody sleeps, and says until when. Each sleep is told once.
  public func nextSleeper() async throws -> Duration {
    let id = state.withLock { $0.nextID() }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Duration, any Error>) in
        let now = state.withLock { state -> Result<Duration, any Error>? in
          if Task.isCancelled { return .failure(CancellationError()) }
          if let first = state.unseen.min(by: { $0.key < $1.key }) {
            state.unseen[first.key] = nil
            return .success(first.value.offset)
          }
          state.watchers.append((id, continuation))
          return nil
        }
        if let now { continuation.resume(with: now) }
      }
    } onCancel: {
      let watcher = state.withLock { state -> CheckedContinuation<Duration, any Error>? in
        guard let index = state.watchers.firstIndex(where: { $0.id == id }) else { return nil }
        return state.watchers.remove(at: index).continuation
      }
      watcher?.resume(throwing: CancellationError())
    }
  }

  /// Moves the clock. Who sleeps until then or earlier wakes, the earliest first.
  public func advance(by duration: Duration) {
    let woken = state.withLock { state in
      state.now = state.now.advanced(by: duration)
      let woken = state.sleepers.filter { $0.value.deadline <= state.now }
      for id in woken.keys {
        state.sleepers[id] = nil
        state.unseen[id] = nil
      }
      return woken.values.sorted { $0.deadline < $1.deadline }
    }
    for sleeper in woken { sleeper.continuation.resume() }
  }
}

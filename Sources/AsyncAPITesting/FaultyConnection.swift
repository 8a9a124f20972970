import AsyncAPIRuntime
import Synchronization

/// The connection of a `FaultyTransport`: there or not. What is in hand when it is lost goes back to the broker.
final class FaultyConnection: Sendable {
  private struct State {
    var isLost = false
    var lastID: UInt64 = 0
    var inHand: [UInt64: HeldDelivery] = [:]
    var waiters: [UInt64: CheckedContinuation<Void, any Error>] = [:]

    mutating func nextID() -> UInt64 {
      lastID += 1
      return lastID
    }
  }

  private let state = Mutex(State())

  /// False if it is lost already.
  func lose() -> Bool {
    let (wasThere, inHand) = state.withLock { state -> (Bool, [HeldDelivery]) in
      guard !state.isLost else { return (false, []) }
      state.isLost = true
      let inHand = Array(state.inHand.values)
      state.inHand = [:]
      return (true, inHand)
    }
    // Outside the lock: it calls into the broker.
    for delivery in inHand { _ = delivery.take() }
    return wasThere
  }

  func restore() {
    let waiters = state.withLock { state in
      state.isLost = false
      let waiters = state.waiters.values
      state.waiters = [:]
      return waiters
    }
    for waiter in waiters { waiter.resume() }
  }

  /// Waits while the connection is lost.
  func waitUntilThere() async throws {
    let id = state.withLock { $0.nextID() }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
        let now = state.withLock { state -> Result<Void, any Error>? in
          if !state.isLost { return .success(()) }
          if Task.isCancelled { return .failure(CancellationError()) }
          state.waiters[id] = continuation
          return nil
        }
        if let now { continuation.resume(with: now) }
      }
    } onCancel: {
      let waiter = state.withLock { $0.waiters.removeValue(forKey: id) }
      waiter?.resume(throwing: CancellationError())
    }
  }

  /// Takes a delivery into hand; nil, and it is given back, if the connection is lost.
  func take(_ delivery: consuming sending Delivery) -> UInt64? {
    let held = HeldDelivery(delivery)
    let token = state.withLock { state -> UInt64? in
      if state.isLost { return nil }
      let token = state.nextID()
      state.inHand[token] = held
      return token
    }
    if token == nil { _ = held.take() }
    return token
  }

  /// The delivery, which is no longer in hand; nil if it went back when the connection was lost.
  func release(_ token: UInt64) -> HeldDelivery? {
    state.withLock { $0.inHand.removeValue(forKey: token) }
  }
}

import AsyncAPIRuntime
import Synchronization

/// The connection of a `FaultyTransport`: there or not. What is in hand when it is lost goes back to the broker.
final class FaultyConnection: Sendable {
  private struct State {
    /// Which loss it is; nil while the connection is there.
    var loss: UInt64?
    var lastID: UInt64 = 0
    var inHand: [UInt64: HeldDelivery] = [:]
    var waiters: [UInt64: CheckedContinuation<Void, any Error>] = [:]

    mutating func nextID() -> UInt64 {
      lastID += 1
      return lastID
    }
  }

  private let state = Mutex(State())
  let states = ConnectionStates(.connected)

  /// Nil if it is lost already.
  func lose() -> UInt64? {
    let (loss, inHand) = state.withLock { state -> (UInt64?, [HeldDelivery]) in
      guard state.loss == nil else { return (nil, []) }
      let loss = state.nextID()
      state.loss = loss
      let inHand = Array(state.inHand.values)
      state.inHand = [:]
      return (loss, inHand)
    }
    if loss != nil { states.move(to: .disconnected(reason: "a fault of the test")) }
    // Outside the lock: it calls into the broker.
    for delivery in inHand { _ = delivery.take() }
    return loss
  }

  /// Ends a loss, if it is still that one; nil: whichever it is.
  func restore(_ loss: UInt64? = nil) {
    let waiters = state.withLock { state -> [CheckedContinuation<Void, any Error>]? in
      if let loss, loss != state.loss { return nil }
      state.loss = nil
      let waiters = Array(state.waiters.values)
      state.waiters = [:]
      return waiters
    }
    guard let waiters else { return }
    states.move(to: .connected)
    for waiter in waiters { waiter.resume() }
  }

  /// A loss that was to end by itself does not any more.
  func holdDown() {
    state.withLock { state in
      if state.loss != nil { state.loss = state.nextID() }
    }
  }

  /// Waits while the connection is lost.
  func waitUntilThere() async throws {
    let id = state.withLock { $0.nextID() }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
        let now = state.withLock { state -> Result<Void, any Error>? in
          if state.loss == nil { return .success(()) }
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
      if state.loss != nil { return nil }
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

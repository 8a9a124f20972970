import Synchronization

/// What handlers tell tests: a test waits for it instead of polling.
final class Mailbox<Item: Sendable>: Sendable {
  private struct State {
    var items: [Item] = []
    var waiters: [CheckedContinuation<Item, Never>] = []
  }

  private let state = Mutex(State())

  func put(_ item: Item) {
    let waiter = state.withLock { state -> CheckedContinuation<Item, Never>? in
      if !state.waiters.isEmpty { return state.waiters.removeFirst() }
      state.items.append(item)
      return nil
    }
    waiter?.resume(returning: item)
  }

  func take() async -> Item {
    await withCheckedContinuation { continuation in
      let item = state.withLock { state -> Item? in
        if !state.items.isEmpty { return state.items.removeFirst() }
        state.waiters.append(continuation)
        return nil
      }
      if let item { continuation.resume(returning: item) }
    }
  }

  /// What has come so far and was not taken.
  var items: [Item] { state.withLock { $0.items } }
}

package import Logging
import Synchronization

/// How a transport's connection is, for those who watch it.
package final class ConnectionStates: Sendable {
  private struct State {
    var current: ConnectionState
    var watchers: [UInt64: AsyncStream<ConnectionState>.Continuation] = [:]
    var lastID: UInt64 = 0
  }

  private let state: Mutex<State>
  private let logger: Logger?

  package init(_ initial: ConnectionState = .connecting, logger: Logger? = nil) {
    state = Mutex(State(current: initial))
    self.logger = logger
  }

  /// The state now and each one that follows; who reads slowly gets the latest ones.
  package func stream() -> AsyncStream<ConnectionState> {
    let (stream, continuation) = AsyncStream.makeStream(of: ConnectionState.self, bufferingPolicy: .bufferingNewest(16))
    let id = state.withLock { state in
      state.lastID += 1
      continuation.yield(state.current)
      if state.current == .closed {
        continuation.finish()
      } else {
        state.watchers[state.lastID] = continuation
      }
      return state.lastID
    }
    continuation.onTermination = { [weak self] _ in self?.state.withLock { $0.watchers[id] = nil } }
    return stream
  }

  /// Does nothing if it is so already, or closed.
  package func move(to next: ConnectionState) {
    let watchers: [AsyncStream<ConnectionState>.Continuation]? = state.withLock { state in
      guard state.current != next, state.current != .closed else { return nil }
      state.current = next
      // Within the lock, so that no two of them change places. It runs nobody's code.
      for watcher in state.watchers.values { watcher.yield(next) }
      guard next == .closed else { return [] }
      defer { state.watchers = [:] }
      return Array(state.watchers.values)
    }
    guard let watchers else { return }
    // Calls their termination handlers, which take the lock.
    for watcher in watchers { watcher.finish() }
    switch next {
    case .disconnected(let reason):
      logger?.warning(
        "The connection is lost or cannot be made; it is tried again.", metadata: ["reason": "\(reason)"])
    case .connected: logger?.info("The connection is there.")
    case .connecting, .closed: break
    }
  }
}

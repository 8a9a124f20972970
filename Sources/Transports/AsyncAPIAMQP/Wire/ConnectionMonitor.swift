#if AMQP
  import AsyncAPIRuntime
  import Synchronization

  /// Tells how the transport stands with its server.
  final class ConnectionMonitor: Sendable {
    private struct State {
      var phase = AMQPConnectionState.connecting
      var observers: [UInt64: AsyncStream<AMQPConnectionState>.Continuation] = [:]
      var lastID: UInt64 = 0
    }

    private let state = Mutex(State())

    /// The present state and each one that follows; who reads slowly gets the latest ones.
    var states: AsyncStream<AMQPConnectionState> {
      let (stream, continuation) = AsyncStream.makeStream(
        of: AMQPConnectionState.self, bufferingPolicy: .bufferingNewest(16))
      let id = state.withLock { state in
        state.lastID += 1
        if state.phase != .closed { state.observers[state.lastID] = continuation }
        continuation.yield(state.phase)
        if state.phase == .closed { continuation.finish() }
        return state.lastID
      }
      continuation.onTermination = { [weak self] _ in self?.state.withLock { $0.observers[id] = nil } }
      return stream
    }

    func move(to phase: AMQPConnectionState) {
      let observers = state.withLock { state in
        guard state.phase != phase, state.phase != .closed else {
          return [AsyncStream<AMQPConnectionState>.Continuation]()
        }
        state.phase = phase
        defer { if phase == .closed { state.observers = [:] } }
        return Array(state.observers.values)
      }
      for observer in observers {
        observer.yield(phase)
        if phase == .closed { observer.finish() }
      }
    }

    static var closedError: AsyncAPIError {
      AsyncAPIError(.closed, detail: "The AMQP transport has been shut down; make a new one.")
    }
  }
#endif

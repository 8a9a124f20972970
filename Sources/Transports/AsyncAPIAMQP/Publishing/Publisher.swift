#if AMQP
  import AsyncAPIRuntime
  import Foundation
  import Synchronization

  /// Publishes over a connection of its own, and waits for each confirmation of the server.
  final class Publisher: Sendable {
    private struct Entry {
      var record: Record
      var continuation: CheckedContinuation<Void, any Error>
      var deadline: ContinuousClock.Instant
      var returnedBecause: String?
    }

    private struct State {
      var entries: [UInt64: Entry] = [:]
      /// What has not been sent, or must be sent again.
      var unsent = Deque<UInt64>()
      var lastID: UInt64 = 0
      var closingDeadline: ContinuousClock.Instant?
    }

    private let state = Mutex(State())
    private let wakeup = Wakeup()
    private let ended = Completion()
    /// Known when the first connection came about, or could not.
    let connected = Promise<Void>()
    private let configuration: AMQPConfiguration
    private let connection: ConnectionStates

    init(_ configuration: AMQPConfiguration, connection: ConnectionStates) {
      self.configuration = configuration
      self.connection = connection
      // What blocks there does not block Swift's tasks.
      Thread.detachNewThread { self.run() }
    }

    /// Returns when the server has confirmed the message.
    func publish(_ record: Record) async throws {
      let id = state.withLock { state in
        state.lastID += 1
        return state.lastID
      }
      try await withTaskCancellationHandler {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
          let refusal: (any Error)? = state.withLock { state in
            if Task.isCancelled { return CancellationError() }
            if state.closingDeadline != nil { return AMQPTransport.closedError }
            state.entries[id] = Entry(
              record: record, continuation: continuation, deadline: .now + configuration.publishTimeout)
            state.unsent.append(id)
            return nil
          }
          if let refusal { continuation.resume(throwing: refusal) } else { wakeup.wake() }
        }
      } onCancel: {
        finish(id, .failure(CancellationError()))
      }
    }

    /// Waits for what is under way, as long as `closeTimeout` says.
    func close() async {
      state.withLock { $0.closingDeadline = $0.closingDeadline ?? .now + configuration.closeTimeout }
      wakeup.wake()
      await ended.wait()
    }

    private func finish(_ id: UInt64, _ result: Result<Void, any Error>) {
      state.withLock { $0.entries.removeValue(forKey: id) }?.continuation.resume(with: result)
    }

    // MARK: The thread

    private func run() {
      var connector = Connector(configuration)
      while !isDone {
        guard let wire = connector.attempt() else {
          if let failure = connector.failure {
            connected.resolve(.failure(failure))
            failAll(failure)
          }
          if let error = connector.lastError { connection.move(to: .disconnected(reason: error.detail)) }
          expire(connector.lastError)
          wakeup.wait(connector.wait)
          wakeup.clear()
          continue
        }
        do {
          if configuration.guarantee == .atLeastOnce { try wire.confirmEverything() }
          connected.resolve(.success(()))
          connection.move(to: .connected)
          try publish(over: wire)
          wire.close()
        } catch {
          let reason = (error as? Wire.Lost)?.reason ?? "\(error)"
          if !isDone { connection.move(to: .disconnected(reason: reason)) }
          connector.lose()
        }
        sendAgain()
      }
      connected.resolve(.failure(AMQPTransport.closedError))
      failAll(AMQPTransport.closedError)
      ended.complete()
    }

    private var isDone: Bool {
      state.withLock { state in
        guard let deadline = state.closingDeadline else { return false }
        return state.entries.isEmpty || ContinuousClock.now >= deadline
      }
    }

    private func publish(over wire: Wire) throws {
      /// Which message has which number in the confirmations of this connection.
      var ids: [UInt64: UInt64] = [:]
      var (lastTag, confirmed): (UInt64, UInt64) = (0, 0)
      var lastLook = ContinuousClock.now
      while !isDone {
        while ids.count < Self.mostUnconfirmed, let (id, record) = next() {
          try wire.publish(record, id: id)
          if configuration.guarantee == .atMostOnce {
            settle(id, isRefused: false)
            continue
          }
          lastTag += 1
          ids[lastTag] = id
        }
        wire.wait(orFor: wakeup.descriptor, .milliseconds(200))
        wakeup.clear()
        while let event = try wire.nextEvent() {
          switch event {
          case .confirmed(let tag, let isMultiple), .refused(let tag, let isMultiple):
            let isRefused = if case .refused = event { true } else { false }
            let tags = isMultiple && tag > confirmed ? confirmed + 1...tag : tag...tag
            for tag in tags { if let id = ids.removeValue(forKey: tag) { settle(id, isRefused: isRefused) } }
            if isMultiple { confirmed = max(confirmed, tag) }
          case .returned(let content, let reason):
            if let id = content.messageID.flatMap({ UInt64($0) }) {
              state.withLock { $0.entries[id]?.returnedBecause = reason }
            }
          case .delivered, .other: break
          }
        }
        // Every message looks for its own deadline, so not each time.
        if lastLook.duration(to: .now) > Self.expiryInterval {
          lastLook = .now
          expire(nil)
        }
      }
    }

    private static let mostUnconfirmed = 4096
    private static let expiryInterval = Duration.milliseconds(100)

    private func next() -> (UInt64, Record)? {
      state.withLock { state in
        // Those that were cancelled meanwhile have no entry any more.
        while let id = state.unsent.popFirst() { if let entry = state.entries[id] { return (id, entry.record) } }
        return nil
      }
    }

    private func settle(_ id: UInt64, isRefused: Bool) {
      guard let entry = state.withLock({ $0.entries.removeValue(forKey: id) }) else { return }
      if isRefused {
        entry.continuation.resume(
          throwing: AsyncAPIError(
            .publishFailed, address: entry.record.address, detail: "The AMQP server did not take the message."))
      } else if let reason = entry.returnedBecause {
        entry.continuation.resume(
          throwing: AsyncAPIError(
            .publishFailed, address: entry.record.address,
            detail: "The AMQP server returned the message: \(reason). No queue is bound for it."))
      } else {
        entry.continuation.resume()
      }
    }

    /// What was sent and not confirmed is sent again over the next connection, in its order.
    private func sendAgain() {
      state.withLock { state in
        state.unsent.removeAll()
        for id in state.entries.keys.sorted() { state.unsent.append(id) }
      }
    }

    private func expire(_ error: AsyncAPIError?) {
      let now = ContinuousClock.now
      let expired = state.withLock { state in
        let expired = state.entries.filter { $0.value.deadline <= now }
        for id in expired.keys { state.entries[id] = nil }
        return expired.values
      }
      for entry in expired {
        entry.continuation.resume(
          throwing: AsyncAPIError(
            .publishFailed, address: entry.record.address,
            detail: "The AMQP server did not confirm the message within \(configuration.publishTimeout)"
              + (error.map { ": \($0.detail)" } ?? "."), cause: error))
      }
    }

    private func failAll(_ error: AsyncAPIError) {
      let entries = state.withLock { state in
        defer { state.entries = [:] }
        return state.entries.values
      }
      for entry in entries { entry.continuation.resume(throwing: error) }
    }
  }
#endif

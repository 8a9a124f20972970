import Synchronization

/// The requests that wait for a reply, by reply address and correlation identifier.
package final class PendingReplies: Sendable {
  private typealias Continuation = CheckedContinuation<InboundMessage, any Error>

  private enum Entry {
    case expected
    case waiting(Continuation)
    case arrived(Result<InboundMessage, any Error>)
  }

  private struct Ticket: Sendable {
    var address: String
    var reader: ReplyExpectation.Reader
    var correlationID: String
  }

  /// Requests that look for their identifier in the same place: one look into a reply serves them all.
  private struct Readers {
    var correlationIDOf: @Sendable (InboundMessage) -> String? = { $0.correlationID }
    var entries: [String: Entry] = [:]
  }

  private struct State {
    var addresses: [String: [ReplyExpectation.Reader: Readers]] = [:]
    var closed = false

    /// The entry is nil, and stays so, where nobody waits at the address any more.
    mutating func update<R>(_ ticket: Ticket, _ body: (inout Entry?) -> R) -> R {
      guard addresses[ticket.address]?[ticket.reader] != nil else {
        var none: Entry?
        return body(&none)
      }
      return body(
        &addresses[ticket.address, default: [:]][ticket.reader, default: Readers()].entries[ticket.correlationID])
    }
  }

  private let state = Mutex(State())

  package init() {}

  package enum Match {
    /// A request waited for it.
    case matched
    /// Requests wait at this address, but none for this message.
    case unmatched
    /// Nobody waits at this address.
    case unexpected
  }

  /// Gives a message to the request that waits for it.
  package func deliver(_ message: InboundMessage) -> Match {
    let readers = state.withLock { state in
      state.addresses[message.address]?.map { (reader: $0.key, correlationIDOf: $0.value.correlationIDOf) }
    }
    guard let readers else { return .unexpected }
    var match = Match.unmatched
    for (reader, correlationIDOf) in readers {
      // Outside the lock: it may decode the payload.
      guard let id = correlationIDOf(message) else { continue }
      let ticket = Ticket(address: message.address, reader: reader, correlationID: id)
      if finish(ticket, .success(message)) { match = .matched }
    }
    return match
  }

  /// Fails every request that waits, and every later one.
  package func close() {
    let addresses = state.withLock { state in
      state.closed = true
      return state.addresses
    }
    for (address, readers) in addresses {
      for (reader, group) in readers {
        for id in group.entries.keys {
          finish(Ticket(address: address, reader: reader, correlationID: id), .failure(Self.closedError))
        }
      }
    }
  }

  /// Sends a request and waits for what answers it at `address`.
  package func reply(
    to expectation: ReplyExpectation, at address: String, timeout: Duration, clock: any Clock<Duration>,
    requestAddress: String, send: @escaping @Sendable () async throws -> Void
  ) async throws -> InboundMessage {
    let ticket = Ticket(address: address, reader: expectation.reader, correlationID: expectation.correlationID)
    try expect(ticket, expectation)
    defer { forget(ticket) }
    return try await withThrowingTaskGroup(of: Event.self) { group in
      defer { group.cancelAll() }
      group.addTask {
        try await clock.wait(for: timeout)
        return .timedOut
      }
      group.addTask { .arrived(try await self.arrival(ticket)) }
      group.addTask {
        try await send()
        return .sent
      }
      var reply: InboundMessage?
      var sent = false
      while let event = try await group.next() {
        switch event {
        case .arrived(let message): reply = message
        case .sent: sent = true
        case .timedOut:
          if reply == nil { throw Self.timeoutError(timeout, requestAddress, address, sent: sent) }
        }
        // A send that is cut off may reach some subscribers and not others, so it is waited for.
        if let reply, sent || event.isTimeout { return reply }
      }
      throw CancellationError()
    }
  }

  private enum Event: Sendable {
    case sent
    case arrived(InboundMessage)
    case timedOut

    var isTimeout: Bool {
      switch self {
      case .timedOut: true
      case .sent, .arrived: false
      }
    }
  }

  private func expect(_ ticket: Ticket, _ expectation: ReplyExpectation) throws {
    try state.withLock { state in
      if state.closed { throw Self.closedError }
      let empty = Readers(correlationIDOf: expectation.correlationIDOf)
      var readers = state.addresses[ticket.address, default: [:]][ticket.reader] ?? empty
      guard readers.entries[ticket.correlationID] == nil else {
        throw AsyncAPIError(
          .duplicateCorrelationID, address: ticket.address,
          detail: "Another request under way has the same correlation identifier; give each request its own.")
      }
      readers.entries[ticket.correlationID] = .expected
      state.addresses[ticket.address, default: [:]][ticket.reader] = readers
    }
  }

  private func arrival(_ ticket: Ticket) async throws -> InboundMessage {
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (continuation: Continuation) in
        let result: Result<InboundMessage, any Error>? = state.withLock { state in
          let cancelled = Task.isCancelled
          return state.update(ticket) { entry in
            switch entry {
            case .arrived(let result):
              return result
            case .expected where !cancelled:
              entry = .waiting(continuation)
              return nil
            case .expected, .waiting, nil:
              return .failure(CancellationError())
            }
          }
        }
        if let result { continuation.resume(with: result) }
      }
    } onCancel: {
      finish(ticket, .failure(CancellationError()))
    }
  }

  @discardableResult
  private func finish(_ ticket: Ticket, _ result: Result<InboundMessage, any Error>) -> Bool {
    let (finished, continuation): (Bool, Continuation?) = state.withLock { state in
      state.update(ticket) { entry in
        switch entry {
        case .expected:
          entry = .arrived(result)
          return (true, nil)
        case .waiting(let continuation):
          entry = .arrived(result)
          return (true, continuation)
        case .arrived, nil:
          return (false, nil)
        }
      }
    }
    continuation?.resume(with: result)
    return finished
  }

  private func forget(_ ticket: Ticket) {
    state.withLock { state in
      state.update(ticket) { $0 = nil }
      if state.addresses[ticket.address]?[ticket.reader]?.entries.isEmpty == true {
        state.addresses[ticket.address]?[ticket.reader] = nil
      }
      if state.addresses[ticket.address]?.isEmpty == true { state.addresses[ticket.address] = nil }
    }
  }

  private static var closedError: AsyncAPIError {
    AsyncAPIError(.closed, detail: "The connection was shut down before the reply came.")
  }

  private static func timeoutError(
    _ timeout: Duration, _ request: String, _ reply: String, sent: Bool
  ) -> AsyncAPIError {
    AsyncAPIError(
      .replyTimeout, address: request,
      detail: sent
        ? "No reply came to '\(reply)' within \(timeout)."
        : "The request was not taken within \(timeout): whoever receives it is behind.")
  }
}

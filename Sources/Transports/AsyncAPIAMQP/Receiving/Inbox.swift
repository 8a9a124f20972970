#if AMQP
  import AsyncAPIRuntime
  import Synchronization

  /// The messages of one subscription between the thread that fetches them and the tasks that handle them.
  final class Inbox: DeliverySettling {
    /// A message as the server knows it: its number on one of the connections that there were.
    struct Handle: Hashable {
      var connection: Int
      var tag: UInt64
    }

    /// What the thread is to tell the server.
    enum Command {
      case accept(Handle)
      case giveBack(Handle)
      case refuse(Handle)
    }

    struct Loan {
      var message: InboundMessage
      var token: UInt64
    }

    private struct Held {
      var message: InboundMessage
      var handle: Handle
      /// The server has been told already that nothing is left to do.
      var isAccepted = false
    }

    private struct State {
      let acceptsWhenHandedOut: Bool
      var ready = Deque<Held>()
      var lent: [UInt64: Held] = [:]
      var delayed: [(due: ContinuousClock.Instant, held: Held)] = []
      var commands: [Command] = []
      var waiters = WaitingList<CheckedContinuation<Loan?, any Error>>()
      var lastID: UInt64 = 0
      var connection = 0
      var end: Result<Void, any Error>?
      var isClosing = false

      mutating func lend() -> Loan? {
        guard var held = ready.popFirst() else { return nil }
        if acceptsWhenHandedOut, !held.isAccepted {
          commands.append(.accept(held.handle))
          held.isAccepted = true
        }
        lastID += 1
        lent[lastID] = held
        return Loan(message: held.message, token: lastID)
      }

      /// One of which the server knows nothing any more would be lost with what forgets it.
      mutating func giveBack(_ held: Held) {
        if !held.isAccepted {
          commands.append(.giveBack(held.handle))
        } else if end == nil {
          ready.append(held)
        }
      }
    }

    private let state: Mutex<State>
    let wakeup = Wakeup()
    /// Known when the subscription is in place, or cannot be.
    let subscribed = Promise<Void>()
    private let putAside: @Sendable (InboundMessage, _ reason: String) async throws -> Bool

    /// - Parameters:
    ///   - acceptsWhenHandedOut: whether the server is told to forget a message before it is handled
    ///   - putAside: publishes a dead letter; false where the server is to do with it what the queue says
    init(
      acceptsWhenHandedOut: Bool = false,
      putAside: @escaping @Sendable (InboundMessage, _ reason: String) async throws -> Bool
    ) {
      state = Mutex(State(acceptsWhenHandedOut: acceptsWhenHandedOut))
      self.putAside = putAside
    }

    // MARK: The tasks' side

    func next() async throws -> Delivery? {
      try Task.checkCancellation()
      let id = state.withLock { state in
        state.lastID += 1
        return state.lastID
      }
      let loan = try await withTaskCancellationHandler {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Loan?, any Error>) in
          let now: Result<Loan?, any Error>? = state.withLock { state in
            if Task.isCancelled { return .failure(CancellationError()) }
            if let end = state.end { return end.map { nil } }
            if let loan = state.lend() { return .success(loan) }
            state.waiters.append(continuation, id: id)
            return nil
          }
          if let now { continuation.resume(with: now) }
        }
      } onCancel: {
        state.withLock { $0.waiters.remove(id: id) }?.resume(throwing: CancellationError())
      }
      guard let loan else { return nil }
      wakeup.wake()
      return Delivery(loan.message, token: loan.token, settler: self)
    }

    func settle(_ token: UInt64, _ disposition: Disposition) async throws {
      switch disposition {
      case .accept: try finish(token) { .accept($0) }
      case .reject: try finish(token) { .refuse($0) }
      case .retry(let delay): retry(token, after: delay)
      case .stop: abandon(token)
      case .deadLetter(let reason):
        guard let message = state.withLock({ $0.lent[token]?.message }) else { throw Self.lost }
        do {
          let isStored = try await putAside(message, reason)
          try finish(token) { isStored ? .accept($0) : .refuse($0) }
        } catch {
          abandon(token)
          throw error
        }
      }
    }

    func abandon(_ token: UInt64) {
      hand { state in
        if let held = state.lent.removeValue(forKey: token) { state.giveBack(held) }
      }
      wakeup.wake()
    }

    private func finish(_ token: UInt64, _ command: (Handle) -> Command) throws {
      let isKnown = state.withLock { state in
        guard let held = state.lent.removeValue(forKey: token) else { return false }
        if held.isAccepted { return true }
        state.commands.append(command(held.handle))
        return held.handle.connection == state.connection
      }
      wakeup.wake()
      if !isKnown { throw Self.lost }
    }

    /// The message stays the server's unsettled one, so that it is not lost with this process.
    private func retry(_ token: UInt64, after delay: Duration) {
      state.withLock { state in
        guard var held = state.lent.removeValue(forKey: token) else { return }
        held.message.deliveryCount += 1
        state.delayed.append((.now + max(.zero, delay), held))
      }
      wakeup.wake()
    }

    private static var lost: AsyncAPIError {
      AsyncAPIError(
        .subscriptionFailed,
        detail: "The connection was lost before the message was settled; the AMQP server delivers it again.")
    }

    /// Nothing more is handed out; what is in hand can still be settled.
    func stop() { end(.success(())) }

    /// The thread is to end.
    func close() {
      state.withLock { $0.isClosing = true }
      end(.success(()))
    }

    func fail(_ error: any Error) {
      subscribed.resolve(.failure(error))
      end(.failure(error))
    }

    private func end(_ result: Result<Void, any Error>) {
      let waiters = state.withLock { state in
        if state.end == nil { state.end = result }
        while let held = state.ready.popFirst() { state.giveBack(held) }
        for (_, held) in state.delayed { state.giveBack(held) }
        state.delayed = []
        return state.waiters.removeAll()
      }
      for waiter in waiters { waiter.resume(with: result.map { nil }) }
      wakeup.wake()
    }

    // MARK: The thread's side

    var isEnded: Bool { state.withLock { $0.end != nil } }

    /// Whether there is nothing more to tell the server.
    var isClosed: Bool { state.withLock { $0.isClosing && $0.commands.isEmpty } }

    /// How many messages are in hand that the server still counts.
    var lentCount: Int { state.withLock { $0.acceptsWhenHandedOut ? 0 : $0.lent.count } }

    /// A new connection: what came over those before is the server's again.
    func begin() -> Int {
      state.withLock { state in
        state.connection += 1
        state.commands = []
        var kept = Deque<Held>()
        while let held = state.ready.popFirst() { if held.isAccepted { kept.append(held) } }
        state.ready = kept
        state.delayed.removeAll { !$0.held.isAccepted }
        return state.connection
      }
    }

    func takeCommands() -> [Command] {
      state.withLock { state in
        defer { state.commands = [] }
        return state.commands
      }
    }

    func add(_ message: InboundMessage, _ handle: Handle) {
      hand { state in
        if state.end == nil {
          state.ready.append(Held(message: message, handle: handle))
        } else {
          state.commands.append(.giveBack(handle))
        }
      }
    }

    /// It is none of the subscription's, and accepted unseen.
    func pass(over handle: Handle) { state.withLock { $0.commands.append(.accept(handle)) } }

    /// Hands out again what is due, and gives how long until the next is.
    func wakeDelayed() -> Duration? {
      var next: Duration?
      hand { state in
        let now = ContinuousClock.now
        for (due, held) in state.delayed where due <= now { state.ready.append(held) }
        state.delayed.removeAll { $0.due <= now }
        next = state.delayed.map(\.due).min().map { $0 - now }
      }
      return next
    }

    private func hand(_ change: (inout State) -> Void) {
      let handed = state.withLock { state in
        change(&state)
        var handed: [(CheckedContinuation<Loan?, any Error>, Loan)] = []
        while !state.ready.isEmpty, let waiter = state.waiters.popFirst() {
          guard let loan = state.lend() else { break }
          handed.append((waiter, loan))
        }
        return handed
      }
      for (waiter, loan) in handed { waiter.resume(returning: loan) }
    }
  }
#endif

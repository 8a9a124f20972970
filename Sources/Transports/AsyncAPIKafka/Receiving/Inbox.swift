#if Kafka
  import AsyncAPIRuntime
  import Synchronization

  /// The messages of one subscription between the thread that fetches them and the tasks that handle them.
  final class Inbox: DeliverySettling {
    /// A message that came; nil where it is none of the subscription's.
    struct Fetched {
      var assignment: Int
      var offset: Int64
      var message: InboundMessage?
    }

    /// What the thread may do next.
    struct Plan {
      var room: Int
      /// Until a message is due that is delivered again.
      var wait: Duration?
      /// The assignments of which nothing more may be fetched.
      var full: Set<Int>
      var isStopped: Bool
      var isClosing: Bool
    }

    private let state: Mutex<State>
    let wakeup = Wakeup()
    let assigned = Promise<Void>()
    private let putAside: @Sendable (InboundMessage, TopicPosition, _ reason: String) async throws -> Void

    init(
      prefetch: Int, unsettledLimit: Int,
      putAside: @escaping @Sendable (InboundMessage, TopicPosition, _ reason: String) async throws -> Void
    ) {
      state = Mutex(State(prefetch: prefetch, unsettledLimit: unsettledLimit))
      self.putAside = putAside
    }

    // MARK: The tasks' side

    func next() async throws -> Delivery? {
      try Task.checkCancellation()
      let loan: State.Loan?
      switch state.withLock({ $0.lend() }) {
      case .lent(let lent, let wakesThread):
        if wakesThread { wakeup.wake() }
        loan = lent
      case .ended(let error):
        if let error { throw error }
        loan = nil
      case .empty:
        loan = try await waitForMessage()
      }
      return loan.map { Delivery($0.message, token: $0.token, settler: self) }
    }

    private func waitForMessage() async throws -> State.Loan? {
      let id = state.withLock { $0.nextID() }
      return try await withTaskCancellationHandler {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<State.Loan?, any Error>) in
          let now: Result<State.Loan?, any Error>? = state.withLock { state in
            if Task.isCancelled { return .failure(CancellationError()) }
            switch state.lend() {
            case .lent(let loan, _): return .success(loan)
            case .ended(let error): return error.map { .failure($0) } ?? .success(nil)
            case .empty:
              state.waiters.append(continuation, id: id)
              return nil
            }
          }
          if let now { continuation.resume(with: now) }
        }
      } onCancel: {
        let waiter = state.withLock { $0.waiters.remove(id: id) }
        waiter?.resume(throwing: CancellationError())
      }
    }

    /// Nothing more is handed out; what is in hand can still be settled.
    func stop() {
      carryOut(state.withLock { $0.end(nil) })
      wakeup.wake()
    }

    /// The thread is to end.
    func close() {
      carryOut(
        state.withLock { state in
          state.isClosing = true
          return state.end(nil)
        })
      wakeup.wake()
    }

    func settle(_ token: UInt64, _ disposition: Disposition) async throws {
      switch disposition {
      case .accept, .reject:
        try finish(token)
      case .retry(let delay) where delay > .zero:
        let deadline = ContinuousClock.now + min(delay, .seconds(1 << 32))
        if state.withLock({ $0.delay(token, until: deadline) }) { wakeup.wake() }
      case .retry:
        carryOut(state.withLock { $0.redeliver(token) })
      case .deadLetter(let reason):
        try await deadLetter(token, reason)
      case .stop:
        abandon(token)
      }
    }

    func abandon(_ token: UInt64) {
      carryOut(state.withLock { $0.giveBack(token) })
    }

    private func finish(_ token: UInt64) throws {
      guard state.withLock({ $0.settle(token) }) else { throw Self.tooLate }
    }

    private func deadLetter(_ token: UInt64, _ reason: String) async throws {
      guard let entry = state.withLock({ $0.peek(token) }) else { throw Self.tooLate }
      do {
        // Unstructured, so that cancellation does not cut it off: the dead letter would come again and be put aside twice.
        try await Task { [putAside] in try await putAside(entry.message, entry.position, reason) }.value
      } catch {
        let deadline = ContinuousClock.now + .seconds(1)
        if state.withLock({ $0.delay(token, until: deadline) }) { wakeup.wake() }
        throw error
      }
      try finish(token)
    }

    private static var tooLate: AsyncAPIError {
      AsyncAPIError(
        .subscriptionFailed,
        detail: "The message was settled too late: its partition has gone to another consumer, or the subscription has "
          + "ended. It will be delivered again.")
    }

    private func carryOut(_ handovers: [State.Handover]) {
      for handover in handovers { handover.continuation.resume(with: handover.result) }
    }

    // MARK: The thread's side

    /// How many messages wait to be handed out.
    var waiting: Int { state.withLock { $0.ready.count } }

    func plan() -> Plan {
      let (plan, handovers) = state.withLock { $0.plan(.now) }
      carryOut(handovers)
      return plan
    }

    func assign(_ place: TopicPartition, start: Int64?) -> Int {
      state.withLock { $0.assign(place, start: start) }
    }

    func revoke(_ ids: [Int]) { state.withLock { $0.revoke(ids) } }

    func receive(_ fetched: [Fetched]) {
      guard !fetched.isEmpty else { return }
      carryOut(state.withLock { $0.receive(fetched) })
    }

    /// Where reading would go on after a restart; nil if it is where the assignment began.
    func position(of id: Int) -> Int64? { state.withLock { $0.assignments[id]?.ledger.position } }

    func takeCommits(of ids: [Int]? = nil) -> [TopicPosition] { state.withLock { $0.takeCommits(of: ids) } }

    func noteFailedCommit(of places: Set<TopicPartition>) { state.withLock { $0.noteFailedCommit(of: places) } }

    func fail(_ error: any Error) {
      assigned.resolve(.failure(error))
      carryOut(state.withLock { $0.end(error) })
    }
  }
#endif

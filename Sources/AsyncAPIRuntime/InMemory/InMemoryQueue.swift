import Synchronization

/// The messages of one subscription, or of a group of them: some wait, some are in hand, some come again later.
final class InMemoryQueue: DeliverySettling {
  private let state: Mutex<State>
  private let activity: Activity
  private let deadLetters: DeadLetterBox
  private let clock: any Clock<Duration>

  init(partitions: Partitions?, activity: Activity, deadLetters: DeadLetterBox, clock: any Clock<Duration>) {
    state = Mutex(State(partitions: partitions))
    self.activity = activity
    self.deadLetters = deadLetters
    self.clock = clock
  }

  // MARK: Members

  func join(prefetch: Int) -> UInt64 {
    let (member, resumptions) = state.withLock { $0.join(prefetch: prefetch) }
    carryOut(resumptions)
    return member
  }

  /// The member gets nothing more, and what waited for it alone is dropped. Returns whether it was the last.
  func leave(_ member: UInt64) -> Bool {
    let (last, resumptions) = state.withLock { $0.leave(member) }
    carryOut(resumptions)
    return last
  }

  func stop(_ member: UInt64) {
    carryOut(state.withLock { $0.stop(member) })
  }

  /// Nobody gets anything more; publishers that wait get `error`.
  func close(_ error: any Error) {
    carryOut(state.withLock { $0.close(error) })
  }

  var messageCount: Int { state.withLock { $0.messageCount } }

  // MARK: Publishing

  /// Puts a message into the queue, waiting while it is full.
  func offer(_ message: InboundMessage) async throws {
    activity.began()
    let offered = state.withLock { $0.offer(message) }
    switch offered {
    case .taken(let resumptions): carryOut(resumptions)
    case .full(let id): try await waitForRoom(message, id)
    }
  }

  private func waitForRoom(_ message: InboundMessage, _ id: UInt64) async throws {
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
        carryOut(
          state.withLock { state in
            if Task.isCancelled { return [.producer(continuation, .failure(CancellationError())), .ended(1)] }
            return state.wait(State.Producer(message: message, continuation: continuation), id)
          })
      }
    } onCancel: {
      carryOut(state.withLock { $0.cancelProducer(id) })
    }
  }

  // MARK: Receiving

  func next(for member: UInt64) async throws -> Delivery? {
    try Task.checkCancellation()
    let lending = state.withLock { $0.lend(to: member) }
    switch lending {
    case .lent(let loan, let resumptions):
      carryOut(resumptions)
      return Delivery(loan.message, token: loan.token, settler: self)
    case .ended:
      return nil
    case .empty(let id):
      let loan = try await waitForMessage(member, id)
      return loan.map { Delivery($0.message, token: $0.token, settler: self) }
    }
  }

  private func waitForMessage(_ member: UInt64, _ id: UInt64) async throws -> State.Loan? {
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<State.Loan?, any Error>) in
        carryOut(
          state.withLock { state in
            if Task.isCancelled { return [.consumer(continuation, .failure(CancellationError()))] }
            return state.wait(State.Consumer(member: member, continuation: continuation), id)
          })
      }
    } onCancel: {
      carryOut(state.withLock { $0.cancelConsumer(id, of: member) })
    }
  }

  // MARK: Settling

  func settle(_ token: UInt64, _ disposition: Disposition) async throws {
    switch disposition {
    case .accept, .reject:
      if state.withLock({ $0.take(token) }) != nil { activity.ended() }
    case .retry(let delay):
      if delay > .zero {
        redeliver(token, after: delay)
      } else {
        carryOut(state.withLock { $0.redeliver(token) })
      }
    case .deadLetter(let reason):
      guard let message = state.withLock({ $0.take(token) }) else { return }
      deadLetters.append(DeadLetter(message: message, reason: reason))
      activity.ended()
    case .stop:
      abandon(token)
    }
  }

  func abandon(_ token: UInt64) {
    carryOut(state.withLock { $0.giveBack(token) })
  }

  private func redeliver(_ token: UInt64, after delay: Duration) {
    guard state.withLock({ $0.delay(token) }) else { return }
    // Unstructured, since the redelivery outlives the handler, and even the subscription where a group goes on. It ends
    // when the queue closes.
    let timer = Task { [clock] in
      do { try await clock.wait(for: delay) } catch { return }
      self.carryOut(self.state.withLock { $0.redeliverDelayed(token) })
    }
    if !state.withLock({ $0.keep(timer, for: token) }) { timer.cancel() }
  }

  private func carryOut(_ resumptions: [State.Resumption]) {
    for resumption in resumptions {
      switch resumption {
      case .consumer(let continuation, let result): continuation.resume(with: result)
      case .producer(let continuation, let result): continuation.resume(with: result)
      case .timer(let timer): timer.cancel()
      case .ended(let count): activity.ended(count)
      }
    }
  }
}

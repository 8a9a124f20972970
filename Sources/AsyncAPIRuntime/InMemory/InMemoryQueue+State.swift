extension InMemoryQueue {
  /// Each change returns what is to be resumed once the lock is free.
  struct State {
    struct Loan: Sendable {
      var message: InboundMessage
      var token: UInt64
    }

    struct Consumer {
      var member: UInt64
      var continuation: CheckedContinuation<Loan?, any Error>
    }

    struct Producer {
      var message: InboundMessage
      var continuation: CheckedContinuation<Void, any Error>
    }

    struct Delayed {
      var message: InboundMessage
      var timer: Task<Void, Never>?
    }

    enum Resumption {
      case consumer(CheckedContinuation<Loan?, any Error>, Result<Loan?, any Error>)
      case producer(CheckedContinuation<Void, any Error>, Result<Void, any Error>)
      case timer(Task<Void, Never>)
      /// So many messages are done with.
      case ended(Int)
    }

    enum Offered {
      case taken([Resumption])
      case full(id: UInt64)
    }

    enum Lending {
      case lent(Loan, [Resumption])
      case empty(id: UInt64)
      case ended
    }

    private var ready = Deque<InboundMessage>()
    private var inHand: [UInt64: InboundMessage] = [:]
    private var delayed: [UInt64: Delayed] = [:]
    private var consumers = WaitingList<Consumer>()
    private var producers = WaitingList<Producer>()
    /// The prefetch of each member that has not stopped.
    private var members: [UInt64: Int] = [:]
    private var limit = 0
    private var closed = false
    private var lastID: UInt64 = 0

    private mutating func nextID() -> UInt64 {
      lastID += 1
      return lastID
    }
  }
}

// MARK: Members

extension InMemoryQueue.State {
  mutating func join(prefetch: Int) -> (member: UInt64, [Resumption]) {
    let id = nextID()
    members[id] = prefetch
    limit += prefetch
    var admitted: [Resumption] = []
    while let producer = admitProducer() { admitted.append(producer) }
    return (id, admitted)
  }

  mutating func stop(_ member: UInt64) -> [Resumption] {
    guard let prefetch = members.removeValue(forKey: member) else { return [] }
    limit -= prefetch
    let resumptions: [Resumption] = consumers.removeAll { $0.member == member }
      .map { .consumer($0.continuation, .success(nil)) }
    return members.isEmpty ? resumptions + drop(.success(())) : resumptions
  }

  mutating func leave(_ member: UInt64) -> (last: Bool, [Resumption]) {
    let resumptions = stop(member)
    return (members.isEmpty, resumptions)
  }

  mutating func close(_ error: any Error) -> [Resumption] {
    closed = true
    members = [:]
    let resumptions: [Resumption] = consumers.removeAll().map { .consumer($0.continuation, .success(nil)) }
    return resumptions + drop(.failure(error))
  }

  /// Nobody will come for what waits.
  private mutating func drop(_ result: Result<Void, any Error>) -> [Resumption] {
    var resumptions: [Resumption] = []
    for producer in producers.removeAll() {
      resumptions.append(.producer(producer.continuation, result))
      resumptions.append(.ended(1))
    }
    for delayed in delayed.values {
      if let timer = delayed.timer { resumptions.append(.timer(timer)) }
    }
    resumptions.append(.ended(ready.count + delayed.count))
    ready.removeAll()
    delayed = [:]
    return resumptions
  }
}

// MARK: Publishing

extension InMemoryQueue.State {
  mutating func offer(_ message: InboundMessage) -> Offered {
    if members.isEmpty { return .taken([.ended(1)]) }
    if let resumption = hand(message) { return .taken([resumption]) }
    guard ready.count < limit else { return .full(id: nextID()) }
    ready.append(message)
    return .taken([])
  }

  /// The queue was full when the producer came; meanwhile there may be room, or nobody left.
  mutating func wait(_ producer: Producer, _ id: UInt64) -> [Resumption] {
    switch offer(producer.message) {
    case .taken(let resumptions):
      return resumptions + [.producer(producer.continuation, .success(()))]
    case .full:
      producers.append(producer, id: id)
      return []
    }
  }

  mutating func cancelProducer(_ id: UInt64) -> [Resumption] {
    guard let producer = producers.remove(id: id) else { return [] }
    return [.producer(producer.continuation, .failure(CancellationError())), .ended(1)]
  }

  private mutating func hand(_ message: InboundMessage) -> Resumption? {
    guard let consumer = consumers.popFirst() else { return nil }
    return .consumer(consumer.continuation, .success(loan(message)))
  }
}

// MARK: Receiving

extension InMemoryQueue.State {
  mutating func lend(to member: UInt64) -> Lending {
    guard members[member] != nil else { return .ended }
    guard let message = ready.popFirst() else { return .empty(id: nextID()) }
    return .lent(loan(message), admitProducer().map { [$0] } ?? [])
  }

  /// The queue was empty when the consumer came; meanwhile there may be a message, or the member has stopped.
  mutating func wait(_ consumer: Consumer, _ id: UInt64) -> [Resumption] {
    switch lend(to: consumer.member) {
    case .lent(let loan, let resumptions):
      return resumptions + [.consumer(consumer.continuation, .success(loan))]
    case .ended:
      return [.consumer(consumer.continuation, .success(nil))]
    case .empty:
      consumers.append(consumer, id: id)
      return []
    }
  }

  mutating func cancelConsumer(_ id: UInt64) -> [Resumption] {
    guard let consumer = consumers.remove(id: id) else { return [] }
    return [.consumer(consumer.continuation, .failure(CancellationError()))]
  }

  private mutating func loan(_ message: InboundMessage) -> Loan {
    let token = nextID()
    inHand[token] = message
    return Loan(message: message, token: token)
  }

  private mutating func admitProducer() -> Resumption? {
    guard ready.count < limit, let producer = producers.popFirst() else { return nil }
    ready.append(producer.message)
    return .producer(producer.continuation, .success(()))
  }
}

// MARK: Settling

extension InMemoryQueue.State {
  mutating func take(_ token: UInt64) -> InboundMessage? { inHand.removeValue(forKey: token) }

  /// Puts it in front again, as if it had not been delivered.
  mutating func giveBack(_ token: UInt64) -> [Resumption] {
    guard let message = take(token) else { return [] }
    if members.isEmpty { return [.ended(1)] }
    if let resumption = hand(message) { return [resumption] }
    ready.prepend(message)
    return []
  }

  mutating func redeliver(_ token: UInt64) -> [Resumption] {
    guard let message = take(token) else { return [] }
    return redeliver(message)
  }

  mutating func delay(_ token: UInt64) -> Bool {
    guard let message = take(token) else { return false }
    delayed[token] = Delayed(message: message)
    return true
  }

  /// False if the redelivery is over already.
  mutating func keep(_ timer: Task<Void, Never>, for token: UInt64) -> Bool {
    guard delayed[token] != nil else { return false }
    delayed[token]?.timer = timer
    return true
  }

  mutating func redeliverDelayed(_ token: UInt64) -> [Resumption] {
    guard let message = delayed.removeValue(forKey: token)?.message else { return [] }
    return redeliver(message)
  }

  /// It has its place even where the queue is full: it held one before.
  private mutating func redeliver(_ message: InboundMessage) -> [Resumption] {
    var message = message
    message.deliveryCount += 1
    if members.isEmpty { return [.ended(1)] }
    if let resumption = hand(message) { return [resumption] }
    ready.append(message)
    return []
  }
}

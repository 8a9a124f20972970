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

    private var ready: ReadyMessages
    private var inHand: [UInt64: InboundMessage] = [:]
    private var delayed: [UInt64: Delayed] = [:]
    private var consumers: [UInt64: WaitingList<Consumer>] = [:]
    private var producers = WaitingList<Producer>()
    private var seats: Seats
    private var lastLine = 0
    private var closed = false
    private var lastID: UInt64 = 0

    init(partitions: Partitions?) {
      ready = ReadyMessages(partitions: partitions)
      seats = Seats(isPartitioned: partitions != nil)
    }

    var messageCount: Int { ready.count + inHand.count + delayed.count }

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
    seats.add(id, prefetch: prefetch)
    return (id, seatAnew() + admitProducers())
  }

  mutating func stop(_ member: UInt64) -> [Resumption] {
    guard seats.remove(member) else { return [] }
    let resumptions = dismiss(member)
    return resumptions + (seats.isEmpty ? drop(.success(())) : seatAnew())
  }

  mutating func leave(_ member: UInt64) -> (last: Bool, [Resumption]) {
    let resumptions = stop(member)
    return (seats.isEmpty, resumptions)
  }

  mutating func close(_ error: any Error) -> [Resumption] {
    closed = true
    seats.removeAll()
    let waiting = consumers.values.flatMap { list in
      var list = list
      return list.removeAll()
    }
    consumers = [:]
    return waiting.map { .consumer($0.continuation, .success(nil)) } + drop(.failure(error))
  }

  private mutating func dismiss(_ member: UInt64) -> [Resumption] {
    let seat = seats.seat(of: member)
    let waiting = consumers[seat]?.removeAll { $0.member == member } ?? []
    if consumers[seat]?.isEmpty == true { consumers[seat] = nil }
    return waiting.map { .consumer($0.continuation, .success(nil)) }
  }

  /// Partitions have changed hands: those who wait may have got some that hold messages.
  private mutating func seatAnew() -> [Resumption] {
    guard seats.isPartitioned, ready.count > 0 else { return [] }
    var resumptions: [Resumption] = []
    for line in 0..<ready.lineCount {
      let seat = seats.seat(for: line)
      while consumers[seat]?.isEmpty == false, let message = ready.popFirst(of: line) {
        if let resumption = hand(message, to: seat) { resumptions.append(resumption) }
      }
    }
    return resumptions + admitProducers()
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
    if seats.isEmpty { return .taken([.ended(1)]) }
    let line = ready.line(for: message)
    if let resumption = hand(message, to: seats.seat(for: line)) { return .taken([resumption]) }
    guard ready.count < seats.limit else { return .full(id: nextID()) }
    ready.append(message, to: line)
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

  private mutating func hand(_ message: InboundMessage, to seat: UInt64) -> Resumption? {
    guard let consumer = consumers[seat]?.popFirst() else { return nil }
    return .consumer(consumer.continuation, .success(loan(message)))
  }

  private mutating func admitProducers() -> [Resumption] {
    var resumptions: [Resumption] = []
    while ready.count < seats.limit, let producer = producers.popFirst() {
      resumptions += place(producer.message, at: .back)
      resumptions.append(.producer(producer.continuation, .success(())))
    }
    return resumptions
  }

  private enum End {
    case front
    case back
  }

  /// Gives it to who waits for it, or lets it wait.
  private mutating func place(_ message: InboundMessage, at end: End) -> [Resumption] {
    let line = ready.line(for: message)
    if let resumption = hand(message, to: seats.seat(for: line)) { return [resumption] }
    switch end {
    case .front: ready.prepend(message, to: line)
    case .back: ready.append(message, to: line)
    }
    return []
  }
}

// MARK: Receiving

extension InMemoryQueue.State {
  mutating func lend(to member: UInt64) -> Lending {
    guard seats.contains(member) else { return .ended }
    guard let message = takeReady(for: seats.seat(of: member)) else { return .empty(id: nextID()) }
    return .lent(loan(message), admitProducers())
  }

  private mutating func takeReady(for seat: UInt64) -> InboundMessage? {
    guard ready.count > 0 else { return nil }
    // Not always from the first line: one that is busy would keep the others waiting.
    for offset in 1...ready.lineCount {
      let line = (lastLine + offset) % ready.lineCount
      guard seats.seat(for: line) == seat, let message = ready.popFirst(of: line) else { continue }
      lastLine = line
      return message
    }
    return nil
  }

  /// The queue was empty when the consumer came; meanwhile there may be a message, or the member has stopped.
  mutating func wait(_ consumer: Consumer, _ id: UInt64) -> [Resumption] {
    switch lend(to: consumer.member) {
    case .lent(let loan, let resumptions):
      return resumptions + [.consumer(consumer.continuation, .success(loan))]
    case .ended:
      return [.consumer(consumer.continuation, .success(nil))]
    case .empty:
      consumers[seats.seat(of: consumer.member), default: WaitingList()].append(consumer, id: id)
      return []
    }
  }

  mutating func cancelConsumer(_ id: UInt64, of member: UInt64) -> [Resumption] {
    guard let consumer = consumers[seats.seat(of: member)]?.remove(id: id) else { return [] }
    return [.consumer(consumer.continuation, .failure(CancellationError()))]
  }

  private mutating func loan(_ message: InboundMessage) -> Loan {
    let token = nextID()
    inHand[token] = message
    return Loan(message: message, token: token)
  }
}

// MARK: Settling

extension InMemoryQueue.State {
  mutating func take(_ token: UInt64) -> InboundMessage? { inHand.removeValue(forKey: token) }

  /// Puts it in front again, as if it had not been delivered.
  mutating func giveBack(_ token: UInt64) -> [Resumption] {
    guard let message = take(token) else { return [] }
    return seats.isEmpty ? [.ended(1)] : place(message, at: .front)
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
    return seats.isEmpty ? [.ended(1)] : place(message, at: .back)
  }
}

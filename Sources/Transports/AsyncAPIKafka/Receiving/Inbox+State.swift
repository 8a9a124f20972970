#if Kafka
  import AsyncAPIRuntime

  extension Inbox {
    /// Each change returns what is to be done once the lock is free.
    struct State {
      struct Entry: Sendable {
        var message: InboundMessage
        /// Under which assignment of the partition it was fetched: another one knows nothing of it.
        var assignment: Int
        var position: TopicPosition
      }

      struct Loan: Sendable {
        var message: InboundMessage
        var token: UInt64
      }

      struct Delayed {
        var entry: Entry
        var deadline: ContinuousClock.Instant
      }

      struct Assigned {
        var place: TopicPartition
        var ledger: PartitionLedger
      }

      struct Handover {
        var continuation: CheckedContinuation<Loan?, any Error>
        var result: Result<Loan?, any Error>
      }

      let prefetch: Int
      let unsettledLimit: Int
      var ready = Deque<Entry>()
      /// Ordered by deadline.
      var delayed: [Delayed] = []
      var inHand: [UInt64: Entry] = [:]
      var assignments: [Int: Assigned] = [:]
      var waiters = WaitingList<CheckedContinuation<Loan?, any Error>>()
      var isStopped = false
      var isClosing = false
      var failure: (any Error)?
      /// The thread found no room and waits for some.
      var wantsRoom = false
      var lastID: UInt64 = 0
      var lastAssignment = 0

      init(prefetch: Int, unsettledLimit: Int) {
        self.prefetch = prefetch
        self.unsettledLimit = max(1, unsettledLimit)
      }

      mutating func nextID() -> UInt64 {
        lastID += 1
        return lastID
      }
    }
  }

  // MARK: Receiving

  extension Inbox.State {
    enum Lending {
      case lent(Loan, wakesThread: Bool)
      case ended((any Error)?)
      case empty
    }

    mutating func lend() -> Lending {
      if let failure { return .ended(failure) }
      if isStopped { return .ended(nil) }
      guard let entry = ready.popFirst() else { return .empty }
      let wakesThread = wantsRoom && ready.count <= prefetch / 2
      if wakesThread { wantsRoom = false }
      return .lent(loan(entry), wakesThread: wakesThread)
    }

    mutating func end(_ error: (any Error)?) -> [Handover] {
      isStopped = true
      failure = failure ?? error
      // What waits stays unsettled, and so uncommitted.
      ready.removeAll()
      delayed = []
      return waiters.removeAll().map {
        Handover(continuation: $0, result: failure.map { .failure($0) } ?? .success(nil))
      }
    }

    private mutating func loan(_ entry: Entry) -> Loan {
      let token = nextID()
      inHand[token] = entry
      return Loan(message: entry.message, token: token)
    }

    /// To who waits, else among those that wait.
    private mutating func offer(_ entry: Entry, first: Bool = false) -> [Handover] {
      if isStopped { return [] }
      if let waiter = waiters.popFirst() {
        return [Handover(continuation: waiter, result: .success(loan(entry)))]
      }
      if first { ready.prepend(entry) } else { ready.append(entry) }
      return []
    }
  }

  // MARK: Settling

  extension Inbox.State {
    /// Its place in the ledger stays: nothing after it is committed.
    mutating func take(_ token: UInt64) -> Entry? {
      guard let entry = inHand.removeValue(forKey: token), assignments[entry.assignment] != nil else { return nil }
      return entry
    }

    func peek(_ token: UInt64) -> Entry? {
      guard let entry = inHand[token], assignments[entry.assignment] != nil else { return nil }
      return entry
    }

    mutating func settle(_ token: UInt64) -> Bool {
      guard let entry = take(token) else { return false }
      assignments[entry.assignment]?.ledger.settle(entry.position.offset)
      return true
    }

    mutating func giveBack(_ token: UInt64) -> [Handover] {
      take(token).map { offer($0, first: true) } ?? []
    }

    /// Returns whether the thread must wake up sooner.
    mutating func delay(_ token: UInt64, until deadline: ContinuousClock.Instant) -> Bool {
      guard let entry = take(token), !isStopped else { return false }
      var low = 0
      var high = delayed.count
      while low < high {
        let middle = (low + high) / 2
        if delayed[middle].deadline <= deadline { low = middle + 1 } else { high = middle }
      }
      delayed.insert(Delayed(entry: entry, deadline: deadline), at: low)
      return low == 0
    }

    mutating func redeliver(_ token: UInt64) -> [Handover] { take(token).map { redeliver($0) } ?? [] }

    private mutating func redeliver(_ entry: Entry) -> [Handover] {
      var entry = entry
      entry.message.deliveryCount += 1
      return offer(entry)
    }
  }

  // MARK: The thread's side

  extension Inbox.State {
    mutating func assign(_ place: TopicPartition, start: Int64?) -> Int {
      lastAssignment += 1
      assignments[lastAssignment] = Assigned(place: place, ledger: PartitionLedger(start: start))
      return lastAssignment
    }

    /// What is unsettled is dropped: the broker delivers it again.
    mutating func revoke(_ ids: [Int]) {
      let gone = Set(ids)
      for id in ids { assignments[id] = nil }
      var kept = Deque<Entry>()
      while let entry = ready.popFirst() {
        if !gone.contains(entry.assignment) { kept.append(entry) }
      }
      ready = kept
      delayed.removeAll { gone.contains($0.entry.assignment) }
      // Those in hand stay until they are settled, which then says that it came too late.
    }

    mutating func receive(_ fetched: [Inbox.Fetched]) -> [Handover] {
      var handovers: [Handover] = []
      for fetched in fetched {
        guard let place = assignments[fetched.assignment]?.place,
          assignments[fetched.assignment]?.ledger.receive(fetched.offset) == true
        else { continue }
        guard let message = fetched.message else {
          assignments[fetched.assignment]?.ledger.settle(fetched.offset)
          continue
        }
        handovers += offer(
          Entry(
            message: message, assignment: fetched.assignment,
            position: TopicPosition(place: place, offset: fetched.offset)))
      }
      return handovers
    }

    mutating func plan(_ now: ContinuousClock.Instant) -> (Inbox.Plan, [Handover]) {
      var handovers: [Handover] = []
      let due = delayed.prefix { $0.deadline <= now }.count
      if due > 0 {
        let entries = delayed.prefix(due).map(\.entry)
        delayed.removeFirst(due)
        for entry in entries { handovers += redeliver(entry) }
      }
      let room = max(0, prefetch - ready.count)
      wantsRoom = room == 0
      var full: Set<Int> = []
      for (id, assigned) in assignments where assigned.ledger.count >= unsettledLimit { full.insert(id) }
      let plan = Inbox.Plan(
        room: room, wait: delayed.first.map { now.duration(to: $0.deadline) }, full: full, isStopped: isStopped,
        isClosing: isClosing)
      return (plan, handovers)
    }

    /// What can be committed, noted as committed.
    mutating func takeCommits(of ids: [Int]? = nil) -> [TopicPosition] {
      var commits: [TopicPosition] = []
      for id in ids ?? Array(assignments.keys) {
        guard let assigned = assignments[id], let offset = assigned.ledger.toCommit else { continue }
        assignments[id]?.ledger.noteCommit(of: offset)
        commits.append(TopicPosition(place: assigned.place, offset: offset))
      }
      return commits
    }

    mutating func noteFailedCommit(of places: Set<TopicPartition>) {
      for (id, assigned) in assignments where places.contains(assigned.place) {
        assignments[id]?.ledger.noteFailedCommit()
      }
    }
  }
#endif

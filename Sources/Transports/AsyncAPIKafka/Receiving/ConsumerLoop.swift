#if Kafka
  import AsyncAPIRuntime
  import CRDKafka
  import Logging

  /// What the thread of a subscription does: it moves messages into the inbox, and settled offsets to the broker.
  final class ConsumerLoop {
    private struct Assignment {
      var id: Int
      var isPaused = false
      var last: Int64 = -1
    }

    /// Fetching is paused only for those who are slow: what the library has fetched ahead is then lost to it.
    private static let patience = Duration.milliseconds(500)
    private static let creationTime = Duration.seconds(2)
    private static let longestWait = Duration.milliseconds(100)

    private let inbox: Inbox
    private let topics: TopicPattern
    private let group: String?
    private let configuration: KafkaConfiguration
    private let logger: Logger
    private let client: ConsumerClient
    /// The thread waits on it while nothing may be fetched.
    private let pausing: OpaquePointer
    private var assignments: [TopicPartition: Assignment] = [:]
    /// Where a subscription without a group was when a partition was revoked.
    private var positions: [TopicPartition: Int64] = [:]
    private var fullSince: ContinuousClock.Instant?
    private var lastCommit = ContinuousClock.now
    private var lastReason: String?

    init(
      _ inbox: Inbox, topics: TopicPattern, group: String?, configuration: KafkaConfiguration, logger: Logger
    ) throws {
      self.inbox = inbox
      self.topics = topics
      self.group = group
      self.configuration = configuration
      self.logger = logger
      client = try ConsumerClient(
        configuration, group: group ?? "\(configuration.clientID)-\(CorrelationID.random())",
        startsAtBeginning: true, logger: logger)
      pausing = client.pausing
      inbox.wakeup.add(client.queue)
      inbox.wakeup.add(pausing)
    }

    /// - Parameter ended: called when nothing more is under way
    func run(_ ended: () -> Void) {
      lookForTopics()
      do { try client.subscribe(to: topics.subscription) } catch { inbox.fail(error) }
      let deadline = ContinuousClock.now + configuration.subscribeTimeout
      while true {
        let plan = inbox.plan()
        if plan.isClosing { break }
        if !inbox.assigned.isKept, ContinuousClock.now > deadline { inbox.fail(notAssigned) }
        commitIfDue()
        pause(plan)
        let wait = min(plan.wait ?? Self.longestWait, Self.longestWait, configuration.commitInterval)
        if plan.room == 0, fullSince != nil, !isAllPaused {
          if let event = rd_kafka_queue_poll(pausing, wait.wholeMilliseconds) { rd_kafka_event_destroy(event) }
        } else {
          fetch(max(1, plan.room), wait)
        }
      }
      commitAll()
      let isClosed = client.close(timeout: configuration.closeTimeout) { event in
        var late: [Inbox.Fetched] = []
        handle(event, &late)
      }
      inbox.revoke(assignments.values.map(\.id))
      inbox.wakeup.remove()
      // Without its servers the library takes longer to end, which nobody has to wait for.
      if !isClosed { ended() }
      client.destroy(isClosed: isClosed)
      ended()
    }

    /// The group admits nobody as long as there is no topic. Then the subscription is in place: whatever is discovered is
    /// read from its beginning.
    private func lookForTopics() {
      let deadline = ContinuousClock.now + Self.creationTime
      let topic = topics.isExact ? topics.subscription : nil
      repeat {
        let found = client.topics(only: topic, timeout: Self.creationTime)
        if found?.contains(where: { topics.address(of: $0) != nil }) == true { return }
        if found != nil && !topics.isExact { break }
        if let event = rd_kafka_queue_poll(pausing, 50) { rd_kafka_event_destroy(event) }
      } while ContinuousClock.now < deadline && !inbox.plan().isClosing
      inbox.assigned.resolve(.success(()))
    }

    private var commitsBeforehand: Bool { group != nil && configuration.guarantee == .atMostOnce }

    private var commitsSettled: Bool { group != nil && configuration.guarantee == .atLeastOnce }

    private var isAllPaused: Bool { assignments.values.allSatisfy(\.isPaused) }

    private var notAssigned: AsyncAPIError {
      AsyncAPIError(
        .subscriptionFailed,
        detail: "Kafka did not admit the subscription to its group within \(configuration.subscribeTimeout)"
          + (lastReason.map { ": \($0)." } ?? "."))
    }

    // MARK: Back-pressure

    private func pause(_ plan: Inbox.Plan) {
      if plan.room > 0 {
        fullSince = nil
      } else if fullSince == nil {
        fullSince = .now
      }
      let isPatienceOver = fullSince.map { ContinuousClock.now - $0 > Self.patience } ?? false
      var toPause: [TopicPartition] = []
      var toResume: [TopicPartition] = []
      for (place, assignment) in assignments {
        let isPaused = plan.isStopped || isPatienceOver || plan.full.contains(assignment.id)
        guard isPaused != assignment.isPaused else { continue }
        if isPaused { toPause.append(place) } else { toResume.append(place) }
        assignments[place]?.isPaused = isPaused
      }
      if !toPause.isEmpty { client.setPaused(true, toPause) }
      if !toResume.isEmpty { client.setPaused(false, toResume) }
    }

    // MARK: Receiving

    private func fetch(_ limit: Int, _ wait: Duration) {
      var fetched: [Inbox.Fetched] = []
      var timeout = wait.wholeMilliseconds
      while fetched.count < limit, let event = rd_kafka_queue_poll(client.queue, timeout) {
        timeout = 0
        handle(event, &fetched)
        rd_kafka_event_destroy(event)
      }
      receive(fetched)
    }

    private func receive(_ fetched: [Inbox.Fetched]) {
      inbox.receive(commitsBeforehand ? committed(fetched) : fetched)
    }

    /// Those of which the group will not be told again.
    private func committed(_ fetched: [Inbox.Fetched]) -> [Inbox.Fetched] {
      let places = Dictionary(assignments.map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
      var ends: [TopicPartition: Int64] = [:]
      for message in fetched {
        if let place = places[message.assignment] { ends[place] = max(ends[place] ?? 0, message.offset + 1) }
      }
      let failed = client.commit(
        ends.map { TopicPosition(place: $0, offset: $1) }, within: configuration.closeTimeout)
      return failed.isEmpty ? fetched : fetched.filter { places[$0.assignment].map(failed.contains) != true }
    }

    private func handle(_ event: OpaquePointer, _ fetched: inout [Inbox.Fetched]) {
      switch rd_kafka_event_type(event) {
      case RD_KAFKA_EVENT_FETCH:
        while let message = rd_kafka_event_message_next(event) {
          let message = UnsafeMutablePointer(mutating: message)
          if isRead(message) {
            // What came before must not be taken for what comes after.
            receive(fetched)
            fetched = []
            startAgain(message)
          }
          if let message = read(message) { fetched.append(message) }
        }
      case RD_KAFKA_EVENT_REBALANCE:
        // What came before belongs to the assignment before.
        receive(fetched)
        fetched = []
        rebalance(rd_kafka_event_error(event), rd_kafka_event_topic_partition_list(event))
      case RD_KAFKA_EVENT_ERROR:
        note(rd_kafka_event_error(event), rd_kafka_event_error_string(event).map { String(cString: $0) } ?? "")
      default: break
      }
    }

    /// Whether its offset was read before: the broker has lost its end of the partition, or lets it be read again.
    private func isRead(_ message: UnsafeMutablePointer<rd_kafka_message_t>) -> Bool {
      guard message.pointee.err == RD_KAFKA_RESP_ERR_NO_ERROR, let place = place(of: message),
        let last = assignments[place]?.last
      else { return false }
      assignments[place]?.last = message.pointee.offset
      return message.pointee.offset <= last
    }

    /// An offset may stand for another message now, so what is in hand is no longer settled by it.
    private func startAgain(_ message: UnsafeMutablePointer<rd_kafka_message_t>) {
      guard let place = place(of: message), let assignment = assignments[place] else { return }
      logger.warning(
        "Kafka delivers from an earlier offset on.",
        metadata: ["topic": .string(place.topic), "offset": .stringConvertible(message.pointee.offset)])
      inbox.revoke([assignment.id])
      assignments[place]?.id = inbox.assign(place, start: nil)
    }

    private func place(of message: UnsafeMutablePointer<rd_kafka_message_t>) -> TopicPartition? {
      rd_kafka_topic_name(message.pointee.rkt).map {
        TopicPartition(topic: String(cString: $0), partition: message.pointee.partition)
      }
    }

    private func read(_ message: UnsafeMutablePointer<rd_kafka_message_t>) -> Inbox.Fetched? {
      let raw = message.pointee
      guard raw.err == RD_KAFKA_RESP_ERR_NO_ERROR else {
        note(raw.err, rd_kafka_message_errstr(message).map { String(cString: $0) } ?? "")
        return nil
      }
      guard let place = place(of: message), let assignment = assignments[place] else { return nil }
      let topic = place.topic
      var fetched = Inbox.Fetched(assignment: assignment.id, offset: raw.offset)
      let isDeadLetter = !topics.isExact && configuration.deadLetterSuffix.map { topic.hasSuffix($0) } ?? false
      if !isDeadLetter || topics.endsIn(configuration.deadLetterSuffix), let address = topics.address(of: topic) {
        fetched.message = InboundMessage(
          address: address,
          payload: Array(UnsafeRawBufferPointer(start: raw.payload, count: raw.payload == nil ? 0 : raw.len)),
          key: raw.key.map { Array(UnsafeRawBufferPointer(start: $0, count: raw.key_len)) },
          headers: RecordHeaders.read(message), names: configuration.headers)
      }
      return fetched
    }

    private func note(_ code: rd_kafka_resp_err_t, _ reason: String) {
      lastReason = reason
      logger.debug("Kafka: \(reason)")
      guard code.refusesTheSubscription else { return }
      inbox.fail(
        AsyncAPIError(
          .subscriptionFailed,
          detail: "Kafka refuses the subscription to '\(topics.subscription)'"
            + (group.map { " in the group '\($0)'" } ?? "") + ": \(reason)."))
    }

    // MARK: Rebalancing

    private func rebalance(
      _ code: rd_kafka_resp_err_t, _ list: UnsafeMutablePointer<rd_kafka_topic_partition_list_t>?
    ) {
      let places = TopicList.elements(of: list).map(\.place)
      switch code {
      case RD_KAFKA_RESP_ERR__ASSIGN_PARTITIONS:
        assign(places)
      case RD_KAFKA_RESP_ERR__REVOKE_PARTITIONS:
        revoke(places)
        client.unassign(list)
      default:
        revoke(Array(assignments.keys))
        client.unassign(nil)
      }
    }

    private func assign(_ places: [TopicPartition]) {
      let starts = self.starts(of: places)
      let list = TopicList()
      for place in places {
        let start = starts[place]
        list.add(place.topic, place.partition, offset: start ?? Int64(RD_KAFKA_OFFSET_STORED))
        assignments[place] = Assignment(id: inbox.assign(place, start: start))
      }
      client.assign(list)
      fullSince = nil
      inbox.assigned.resolve(.success(()))
    }

    /// Where to begin, for those for which it is not what the group has committed, else the beginning.
    private func starts(of places: [TopicPartition]) -> [TopicPartition: Int64] {
      guard !places.isEmpty else { return [:] }
      // What is discovered later has come into being after the subscription: all of it is new.
      let isFirst = !inbox.assigned.isKept
      var starts: [TopicPartition: Int64] = [:]
      if group != nil {
        guard configuration.groupStart == .end, isFirst,
          let committed = client.committed(places, timeout: configuration.closeTimeout)
        else { return [:] }
        for place in places where committed[place] == nil {
          starts[place] = client.end(of: place, timeout: configuration.closeTimeout)
        }
        return starts
      }
      for place in places {
        if let position = positions[place] {
          starts[place] = position
        } else if isFirst {
          starts[place] = client.end(of: place, timeout: configuration.closeTimeout)
        }
      }
      return starts
    }

    private func revoke(_ places: [TopicPartition]) {
      let gone = places.compactMap { place in assignments[place].map { (place: place, id: $0.id) } }
      let ids = gone.map(\.id)
      if group == nil {
        for (place, id) in gone { positions[place] = inbox.position(of: id) ?? positions[place] }
      } else if commitsSettled, rd_kafka_assignment_lost(client.pointer) == 0 {
        client.commit(inbox.takeCommits(of: ids))
        _ = client.failedCommits(waiting: configuration.closeTimeout)
      }
      inbox.revoke(ids)
      for place in places { assignments[place] = nil }
    }

    // MARK: Committing

    private func commitIfDue() {
      guard commitsSettled else { return }
      let failed = client.failedCommits()
      if !failed.isEmpty { inbox.noteFailedCommit(of: failed) }
      guard ContinuousClock.now - lastCommit >= configuration.commitInterval else { return }
      lastCommit = .now
      client.commit(inbox.takeCommits())
    }

    private func commitAll() {
      guard commitsSettled else { return }
      client.commit(inbox.takeCommits())
      _ = client.failedCommits(waiting: configuration.closeTimeout)
    }
  }
#endif

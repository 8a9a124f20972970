#if Kafka
  import AsyncAPIRuntime
  import CRDKafka
  import Logging

  /// A client of the library that reads. It belongs to its thread: nothing of it is shared.
  final class ConsumerClient {
    let pointer: OpaquePointer
    /// Where messages, rebalances and errors come.
    let queue: OpaquePointer
    /// Nothing comes on it: the thread waits on it for somebody to wake it.
    let pausing: OpaquePointer
    private let commits: OpaquePointer
    private var commitsUnderWay = 0
    private let events: ClientEvents
    private let logger: Logger

    init(_ configuration: KafkaConfiguration, group: String, startsAtBeginning: Bool, logger: Logger) throws {
      self.logger = logger
      events = ClientEvents(
        monitor: nil, reports: nil, tokens: TokenProvider(configuration.credentials), logger: logger)
      var properties = try ClientProperties(configuration)
      properties["group.id"] = group
      properties["enable.auto.commit"] = "false"
      properties["enable.auto.offset.store"] = "false"
      properties["auto.offset.reset"] = startsAtBeginning ? "earliest" : "latest"
      properties["allow.auto.create.topics"] = "true"
      properties["session.timeout.ms"] = configuration.sessionTimeout.wholeMilliseconds.description
      properties["heartbeat.interval.ms"] = (max(1, configuration.sessionTimeout.wholeMilliseconds / 15)).description
      properties["queued.max.messages.kbytes"] = "16384"
      properties["fetch.error.backoff.ms"] = "100"
      // The thread asks for messages all the time, also while handlers are slow; so one that does not has hung.
      properties["max.poll.interval.ms"] = max(60_000, configuration.sessionTimeout.wholeMilliseconds).description
      // Never the broker's own topics.
      properties["topic.blacklist"] = "^__"
      let made = try properties.makeConfiguration(overrides: configuration.properties)
      events.installCallbacks(in: made)
      rd_kafka_conf_set_events(
        made, RD_KAFKA_EVENT_REBALANCE | RD_KAFKA_EVENT_ERROR | RD_KAFKA_EVENT_OFFSET_COMMIT | RD_KAFKA_EVENT_FETCH)
      let pointer = try makeClient(RD_KAFKA_CONSUMER, made, events)
      rd_kafka_poll_set_consumer(pointer)
      guard let queue = rd_kafka_queue_get_consumer(pointer), let commits = rd_kafka_queue_new(pointer),
        let pausing = rd_kafka_queue_new(pointer)
      else {
        rd_kafka_destroy(pointer)
        throw AsyncAPIError(.connectionFailed, detail: "librdkafka gives its consumer no queue.")
      }
      self.pointer = pointer
      self.queue = queue
      self.commits = commits
      self.pausing = pausing
    }

    func subscribe(to topic: String) throws {
      let list = TopicList()
      list.add(topic, RD_KAFKA_PARTITION_UA)
      let code = rd_kafka_subscribe(pointer, list.pointer)
      guard code == RD_KAFKA_RESP_ERR_NO_ERROR else {
        throw AsyncAPIError(
          .subscriptionFailed, detail: "Kafka does not subscribe to '\(topic)': \(LibraryError(code: code)).")
      }
    }

    /// The topics there are, or whether there is this one; nil if no server says. A server that makes topics when they are
    /// asked for makes this one.
    func topics(only topic: String?, timeout: Duration) -> [String]? {
      let asked = topic.map { rd_kafka_topic_new(pointer, $0, nil) } ?? nil
      defer { if let asked { rd_kafka_topic_destroy(asked) } }
      var metadata: UnsafePointer<rd_kafka_metadata>?
      let code = rd_kafka_metadata(pointer, topic == nil ? 1 : 0, asked, &metadata, timeout.wholeMilliseconds)
      guard code == RD_KAFKA_RESP_ERR_NO_ERROR, let metadata else { return nil }
      defer { rd_kafka_metadata_destroy(metadata) }
      return (0..<Int(metadata.pointee.topic_cnt)).compactMap { index in
        let topic = metadata.pointee.topics[index]
        guard topic.err == RD_KAFKA_RESP_ERR_NO_ERROR, topic.partition_cnt > 0 else { return nil }
        return topic.topic.map { String(cString: $0) }
      }
    }

    var isCooperative: Bool {
      rd_kafka_rebalance_protocol(pointer).map { String(cString: $0) == "COOPERATIVE" } ?? false
    }

    func assign(_ list: TopicList) {
      if isCooperative {
        note(rd_kafka_incremental_assign(pointer, list.pointer))
      } else {
        note(rd_kafka_assign(pointer, list.pointer))
      }
    }

    func unassign(_ list: UnsafeMutablePointer<rd_kafka_topic_partition_list_t>?) {
      if isCooperative, let list {
        note(rd_kafka_incremental_unassign(pointer, list))
      } else {
        note(rd_kafka_assign(pointer, nil))
      }
    }

    private func note(_ code: rd_kafka_resp_err_t) {
      if code != RD_KAFKA_RESP_ERR_NO_ERROR { logger.warning("Kafka: \(LibraryError(code: code))") }
    }

    private func note(_ error: OpaquePointer?) {
      guard let error else { return }
      note(rd_kafka_error_code(error))
      rd_kafka_error_destroy(error)
    }

    func setPaused(_ isPaused: Bool, _ places: [TopicPartition]) {
      let list = TopicList()
      for place in places { list.add(place.topic, place.partition) }
      note(
        isPaused
          ? rd_kafka_pause_partitions(pointer, list.pointer) : rd_kafka_resume_partitions(pointer, list.pointer))
    }

    /// The offset behind the last message; nil if no server says.
    func end(of place: TopicPartition, timeout: Duration) -> Int64? {
      var low: Int64 = 0
      var high: Int64 = 0
      let code = rd_kafka_query_watermark_offsets(
        pointer, place.topic, place.partition, &low, &high, timeout.wholeMilliseconds)
      return code == RD_KAFKA_RESP_ERR_NO_ERROR ? high : nil
    }

    /// Which of these the group has committed; nil if no server says.
    func committed(_ places: [TopicPartition], timeout: Duration) -> [TopicPartition: Int64]? {
      let list = TopicList()
      for place in places { list.add(place.topic, place.partition) }
      guard rd_kafka_committed(pointer, list.pointer, timeout.wholeMilliseconds) == RD_KAFKA_RESP_ERR_NO_ERROR else {
        return nil
      }
      var offsets: [TopicPartition: Int64] = [:]
      for element in list.elements where element.offset >= 0 { offsets[element.place] = element.offset }
      return offsets
    }

    // MARK: Committing

    func commit(_ positions: [TopicPosition]) {
      guard !positions.isEmpty else { return }
      let list = TopicList()
      for position in positions { list.add(position.place.topic, position.place.partition, offset: position.offset) }
      let code = rd_kafka_commit_queue(pointer, list.pointer, commits, nil, nil)
      if code == RD_KAFKA_RESP_ERR_NO_ERROR { commitsUnderWay += 1 } else { note(code) }
    }

    /// Commits, and gives the places of which it is not known within the time that they are.
    func commit(_ positions: [TopicPosition], within limit: Duration) -> Set<TopicPartition> {
      guard !positions.isEmpty else { return [] }
      let before = commitsUnderWay
      commit(positions)
      let isSent = commitsUnderWay > before
      let failed = failedCommits(waiting: limit)
      return isSent && commitsUnderWay == 0 ? failed : Set(positions.map(\.place))
    }

    /// The places of which a commit has failed. Waits until all commits are done, but no longer than this.
    func failedCommits(waiting: Duration = .zero) -> Set<TopicPartition> {
      var failed: Set<TopicPartition> = []
      let deadline = ContinuousClock.now + waiting
      while commitsUnderWay > 0 {
        let left = ContinuousClock.now.duration(to: deadline)
        guard let event = rd_kafka_queue_poll(commits, left > .zero ? left.wholeMilliseconds : 0) else {
          if left > .zero { continue }
          break
        }
        defer { rd_kafka_event_destroy(event) }
        guard rd_kafka_event_type(event) == RD_KAFKA_EVENT_OFFSET_COMMIT else { continue }
        commitsUnderWay -= 1
        let code = rd_kafka_event_error(event)
        if code != RD_KAFKA_RESP_ERR_NO_ERROR {
          logger.debug("Offsets were not committed yet: \(LibraryError(code: code))")
        }
        for element in TopicList.elements(of: rd_kafka_event_topic_partition_list(event))
        where code != RD_KAFKA_RESP_ERR_NO_ERROR || element.code != RD_KAFKA_RESP_ERR_NO_ERROR {
          failed.insert(element.place)
        }
      }
      return failed
    }

    // MARK: Closing

    /// Leaves the group. What comes meanwhile is passed on; nothing is waited for beyond the timeout.
    func close(timeout: Duration, _ handle: (OpaquePointer) -> Void) -> Bool {
      let deadline = ContinuousClock.now + timeout
      if let closing = rd_kafka_queue_new(pointer) {
        if let error = rd_kafka_consumer_close_queue(pointer, closing) {
          note(error)
        } else {
          while rd_kafka_consumer_closed(pointer) == 0, ContinuousClock.now < deadline {
            guard let event = rd_kafka_queue_poll(closing, 50) else { continue }
            handle(event)
            rd_kafka_event_destroy(event)
          }
        }
        rd_kafka_queue_destroy(closing)
      }
      return rd_kafka_consumer_closed(pointer) != 0
    }

    func destroy(isClosed: Bool) {
      rd_kafka_queue_destroy(commits)
      rd_kafka_queue_destroy(pausing)
      rd_kafka_queue_destroy(queue)
      rd_kafka_destroy_flags(pointer, isClosed ? 0 : RD_KAFKA_DESTROY_F_NO_CONSUMER_CLOSE)
    }
  }
#endif

#if Kafka
  import AsyncAPIRuntime
  import Logging

  /// A subscription with its thread.
  final class Consumer: Sendable {
    let inbox: Inbox
    private let ended = Completion()

    init(
      _ request: SubscriptionRequest, configuration: KafkaConfiguration, logger: Logger,
      putAside: @escaping @Sendable (InboundMessage, TopicPosition, _ reason: String) async throws -> Void
    ) throws {
      let topics = try TopicPattern(request.pattern, naming: configuration.topics)
      inbox = Inbox(
        prefetch: request.prefetch, unsettledLimit: configuration.unsettledLimit, putAside: putAside)
      try PollingThread.start { [inbox, ended] in
        do {
          try ConsumerLoop(
            inbox, topics: topics, group: request.group, configuration: configuration, logger: logger
          ).run(ended.complete)
        } catch {
          inbox.fail(error)
        }
        ended.complete()
      }
    }

    /// Commits what is settled, leaves the group, and ends the thread.
    func close() async {
      inbox.close()
      await ended.wait()
    }
  }
#endif

#if AMQP
  import AsyncAPIRuntime
  import Logging
  import Synchronization

  /// Hears the replies that come to one address, or to a queue of its own, for as long as the transport lives.
  final class ReplyListener: Sendable {
    private let consumer: Consumer
    private let queue: Queue
    private let fixedAddress: String?
    private let task: Task<Void, Never>

    /// The name that the server gave to the queue; after a lost connection another one.
    private final class Queue: Sendable {
      let name = Mutex("")
    }

    init(
      _ address: String?, _ configuration: AMQPConfiguration, _ replies: PendingReplies, _ replyQueues: ReplyQueues,
      _ logger: Logger
    ) {
      let queue = Queue()
      let pattern = AddressPattern([.literal(address ?? "asyncapi.replies.\(CorrelationID.random())")])
      let consumer = Consumer(
        SubscriptionRequest(pattern: pattern), configuration, replyQueues: replyQueues, logger: logger,
        isDirect: address == nil, onQueue: { name in queue.name.withLock { $0 = name } }, putAside: { _, _ in false })
      self.queue = queue
      self.consumer = consumer
      fixedAddress = address
      task = Task {
        while let delivery = try? await consumer.inbox.next() {
          var message = delivery.message
          // Replies come straight to the queue, under its name.
          if address == nil { message.address = queue.name.withLock { $0 } }
          if case .unmatched = replies.deliver(message) { logger.debug("A reply came that nobody waits for.") }
          try? await delivery.settle(.accept)
        }
      }
    }

    /// Whether it ended because there was no connection.
    var isSpent: Bool { consumer.inbox.isEnded }

    /// Where replies come, once they would be heard.
    func address(within timeout: Duration) async throws -> String {
      try await consumer.inbox.subscribed.value()
      return fixedAddress ?? queue.name.withLock { $0 }
    }

    func close() async {
      await consumer.close()
      await task.value
    }
  }
#endif

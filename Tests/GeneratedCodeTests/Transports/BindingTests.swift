@_spi(Generated) import AsyncAPIRuntime
import AsyncAPITesting
import Synchronization
import Testing

/// What fails here: a transport is not told what the document says for its protocol.
@Suite(.timeLimit(.minutes(2))) struct BindingTests {
  /// Keeps what is subscribed to.
  private final class Subscriptions: SubscriberTransport {
    let broker = InMemoryBroker()
    let requests = Mutex<[SubscriptionRequest]>([])

    nonisolated(nonsending) func withSubscription<R>(
      _ request: SubscriptionRequest, _ body: nonisolated(nonsending) (InMemorySubscription) async throws -> R
    ) async throws -> R {
      requests.withLock { $0.append(request) }
      return try await broker.withSubscription(request, body)
    }
  }

  private struct Handler: Carried.Application.Handler {
    func placeOrder(
      _ message: Carried.Messages.Placed, context: MessageContext<Carried.Channels.Orders>
    ) async throws {}
    func say(_ message: Carried.Messages.Text, context: MessageContext<Carried.Channels.Plain>) async throws {}
  }

  @Test("A message travels with the bindings of its channel, its operation and itself")
  func publishing() async throws {
    let broker = RecordingBroker()
    let client = Carried.Client.Publisher(transport: broker)
    try await client.placeOrder(.init(), region: .eu, customer: "1")
    try await client.say("hello")
    let bindings = try #require(broker.published.first).bindings
    #expect(bindings.channel["kafka"] == ["topic": "all-orders", "partitions": 3])
    #expect(bindings.channel["amqp"]?["exchange"]?["name"] == "orders")
    #expect(bindings.operation["mqtt"] == ["qos": 1, "retain": true])
    #expect(bindings.message["kafka"]?["key"]?["enum"]?[0] == .string(#"a"\(b)"#))
    #expect(bindings.message["amqp"] == nil)
    #expect(broker.published.last?.bindings == Bindings.none)
  }

  @Test("A subscription knows the bindings of its channel and its operation")
  func subscribing() async throws {
    let transport = Subscriptions()
    let subscriber = Carried.Application.Subscriber(transport: transport, handler: Handler())
    try await withRunning({ try await subscriber.run() }) { try await subscriber.ready() }
    let requests = transport.requests.withLock { $0 }
    let groups = requests.compactMap { $0.bindings.operation["kafka"]?["groupId"]?["enum"]?[0] }
    #expect(groups == ["orders"])
    #expect(requests.contains { $0.bindings == .none })
    try await Carried.Application.Subscriber(transport: transport).placeOrder { _ in }
    let last = transport.requests.withLock { $0.last }
    #expect(last?.bindings.channel["kafka"]?["topic"] == "all-orders")
  }

  @Test("A server knows its own")
  func server() {
    #expect(Carried.Servers.broker().bindings["kafka"] == ["schemaRegistryUrl": "https://registry.example"])
  }
}

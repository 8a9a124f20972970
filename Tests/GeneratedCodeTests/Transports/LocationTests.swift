import AsyncAPIRuntime
import AsyncAPITesting
import Testing

/// What fails here: a parameter of an address is not taken from where the document says that messages carry it.
struct LocationTests {
  private let broker = RecordingBroker()
  private var client: Carried.Client.Publisher { .init(transport: broker) }

  @Test("What is not given is taken from header and payload, and then from the default")
  func taken() async throws {
    try await client.placeOrder(.init(customer: .init(id: 7), kind: "gift"), headers: .init(region: "us"))
    try await client.placeOrder(.init(customer: .init(id: 7)), headers: .init(region: "moon"))
    #expect(broker.published.map(\.address) == ["orders/us/7/gift", "orders/moon/7/usual"])
  }

  @Test("What is given counts")
  func given() async throws {
    try await client.placeOrder(
      .init(customer: .init(id: 7), kind: "gift"), headers: .init(region: "us"), region: .eu, customer: "8",
      kind: "none")
    #expect(broker.published.map(\.address) == ["orders/eu/8/none"])
  }

  @Test("Without a value anywhere nothing is sent, and the error says where one is missing")
  func missing() async throws {
    let error = await #expect(throws: AsyncAPIError.self) {
      try await client.placeOrder(.init(), headers: .init(region: "us"))
    }
    #expect(error?.code == .invalidParameter)
    #expect(error?.detail.contains("'customer'") == true)
    #expect(error?.detail.contains("$message.payload#/customer/id") == true)
    #expect(broker.published.isEmpty)
  }
}

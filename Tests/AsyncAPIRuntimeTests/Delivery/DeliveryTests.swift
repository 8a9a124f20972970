import AsyncAPIRuntime
import Synchronization
import Testing

/// Notes what it is told.
private final class Settler: DeliverySettling {
  let told = Mutex<[String]>([])

  func settle(_ token: UInt64, _ disposition: Disposition) async throws {
    told.withLock { $0.append("\(token) \(disposition)") }
  }

  func abandon(_ token: UInt64) { told.withLock { $0.append("\(token) abandoned") } }

  var all: [String] { told.withLock { $0 } }
}

private func delivery(_ settler: Settler) -> Delivery {
  Delivery(InboundMessage(outbound("x")), token: 7, settler: settler)
}

@Test("A delivery is settled exactly once")
func settledOnce() async throws {
  let settler = Settler()
  try await delivery(settler).settle(.accept)
  #expect(settler.all == ["7 accept"])
}

@Test("A forgotten delivery is given back, exactly once")
func forgotten() {
  let settler = Settler()
  do { _ = delivery(settler) }
  #expect(settler.all == ["7 abandoned"])
}

@Test("A delivery that was kept aside and replaced is given back")
func replaced() async throws {
  let broker = InMemoryBroker()
  try await broker.withSubscription(subscription()) { source in
    _ = try await broker.publish(outbound("one"))
    do { _ = try await source.next() }
    #expect(try await accepted(source).text == "one")
  }
}

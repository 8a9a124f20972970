#if AMQP
  import AsyncAPIRuntime
  import Testing

  @testable import AsyncAPIAMQP

  /// What fails here: a message goes to another address than the document says, or is not found by its subscriber.
  struct RoutingKeyTests {
    @Test(
      "An address is a routing key with dots between its levels, and the same address again",
      arguments: [
        ("lights/lamp-1/on", "lights.lamp-1.on"), ("v1.2/a", "v1%2E2.a"), ("100%/a", "100%25.a"),
        ("a%2Eb/c", "a%252Eb.c"), ("/a//b/", ".a..b."), ("é/ü.", "é.ü%2E"),
      ])
    func paths(address: String, key: String) {
      #expect(RoutingKey.key(for: address) == key)
      #expect(RoutingKey.address(of: key, isPath: true) == address)
    }

    @Test("An address without slashes is a routing key as it is", arguments: ["orders.placed", "100%", "a%2Eb", ""])
    func others(address: String) {
      #expect(RoutingKey.key(for: address) == address)
      #expect(RoutingKey.address(of: address, isPath: false) == address)
    }

    @Test("Open levels of a pattern are stars, also those that are open in part")
    func patterns() {
      let path = AddressPattern([.literal("v1.2/"), .any, .literal("/zone-"), .any])
      #expect(RoutingKey.pattern(path) == "v1%2E2.*.*")
      #expect(RoutingKey.pattern(AddressPattern([.literal("orders."), .any])) == "orders.*")
    }
  }
#endif

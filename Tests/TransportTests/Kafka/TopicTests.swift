#if Kafka
  import AsyncAPIRuntime
  import Testing

  @testable import AsyncAPIKafka

  @Suite struct TopicTests {
    @Test func anAddressBecomesATopicAndTheTopicOfAPatternTheSameAddress() throws {
      for slash in [".", "_", "-"] as [Character] {
        let naming = TopicNaming(slash: slash)
        let topic = try naming.topic(for: "lights/kitchen/dim")
        #expect(topic == ["lights", "kitchen", "dim"].joined(separator: String(slash)))
        let pattern = try TopicPattern(
          AddressPattern([.literal("lights/"), .any, .literal("/dim")]), naming: naming)
        #expect(pattern.address(of: topic) == "lights/kitchen/dim")
        #expect(pattern.address(of: try naming.topic(for: "lights/a/b/dim")) == nil)
        #expect(pattern.address(of: try naming.topic(for: "lights/kitchen/dimmer")) == nil)
      }
    }

    @Test func anAddressWithDotsAlreadyIsItsOwnTopic() throws {
      let pattern = try TopicPattern(AddressPattern([.literal("lights."), .any]), naming: TopicNaming())
      #expect(pattern.subscription == "^lights[.][a-zA-Z0-9._-]+$")
      #expect(pattern.address(of: "lights.kitchen") == "lights.kitchen")
      #expect(pattern.address(of: "lights.kitchen.dim") == nil)
    }

    @Test func anAddressWithoutParametersIsNoExpression() throws {
      let pattern = try TopicPattern(AddressPattern([.literal("a/b")]), naming: TopicNaming())
      #expect(pattern.isExact)
      #expect(pattern.subscription == "a.b")
      #expect(pattern.address(of: "a.b") == "a/b")
    }

    @Test(arguments: ["a/b.c", "a b", "", ".", "..", "a/é", "a#b", String(repeating: "a", count: 250)])
    func aNameThatKafkaDoesNotAllowIsRefused(address: String) {
      #expect(throws: AsyncAPIError.self) { try TopicNaming().topic(for: address) }
    }

    @Test func withoutAStandInASlashIsRefused() {
      let error = #expect(throws: AsyncAPIError.self) { try TopicNaming(slash: nil).topic(for: "a/b") }
      #expect(error?.detail.contains("slash") == true)
      #expect(throws: AsyncAPIError.self) { try TopicNaming(slash: "ü").topic(for: "a/b") }
    }
  }
#endif

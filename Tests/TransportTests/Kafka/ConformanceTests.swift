#if Kafka
  import AsyncAPIConformance
  import AsyncAPIKafka
  import Testing

  /// What fails here: the transport does not do what generated code relies on.
  @Suite(.timeLimit(.minutes(10))) struct ConformanceTests {
    @Test("Every check of the conformance suite that the transport claims passes")
    func conforms() async throws {
      let configuration = ConformanceConfiguration(separator: ".", patience: .seconds(20))
      let broker = try await KafkaBroker.shared.value
      let report = await ConformanceSuite(configuration: configuration) { broker.transport() }.run()
      print(report)
      #expect(report.isConforming, "\(report)")
    }
  }
#endif

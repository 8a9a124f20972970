#if AMQP
  import AsyncAPIConformance
  import AsyncAPIAMQP
  import Testing

  /// What fails here: the transport does not do what generated code relies on.
  @Suite(.timeLimit(.minutes(10))) struct ConformanceTests {
    @Test("Every check of the conformance suite that the transport claims passes")
    func conforms() async throws {
      let configuration = ConformanceConfiguration(patience: .seconds(20))
      let server = try await RabbitMQ.shared.value
      let report = await ConformanceSuite(configuration: configuration) { server.transport() }.run()
      print(report)
      #expect(report.isConforming, "\(report)")
    }
  }
#endif

import AsyncAPIConformance
import AsyncAPIRuntime
import AsyncAPITesting
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(5))) struct ConformanceTests {
  static let patient = ConformanceConfiguration(patience: .seconds(60), quietTime: .milliseconds(100))
  static let hasty = ConformanceConfiguration(
    patience: .seconds(1), quietTime: .milliseconds(500), retryDelay: .seconds(20), limit: .seconds(20))

  private static let hooks = ConformanceHooks<FlawedTransport>(
    deadLetters: { transport, address in
      transport.base.base.deadLetters.map(\.message).filter { $0.address == address }
    },
    disconnect: { $0.disconnect() },
    reconnect: { $0.reconnect() })

  @Test("The in-memory broker passes, with and without partitions", arguments: ConformanceCheck.all, [nil, 4])
  func inMemoryBroker(_ check: ConformanceCheck, partitions: Int?) async {
    let suite = ConformanceSuite(configuration: Self.patient) { InMemoryBroker(partitions: partitions) }
    let result = await suite.run(check)
    #expect(!result.isFailure, "\(result)")
  }

  @Test("A recording broker, and one behind a transport that is told no faults, pass as well")
  func wrappedBrokers() async {
    let recording = await ConformanceSuite(configuration: Self.patient) { RecordingBroker() }.run()
    #expect(recording.isConforming, "\(recording)")
    let suite = ConformanceSuite(configuration: Self.patient, hooks: Self.hooks) { FlawedTransport(nil) }
    let faultless = await suite.run()
    #expect(faultless.isConforming, "\(faultless)")
    #expect(faultless.skipped.map(\.check.name) == ["key-order-kept"])
  }

  @Test("Each check finds the transport that gets it wrong", arguments: Flaw.allCases)
  func flaws(_ flaw: Flaw) async throws {
    let suite = ConformanceSuite(configuration: Self.hasty, hooks: Self.hooks) { FlawedTransport(flaw) }
    let check = try #require(ConformanceCheck.all.first { $0.name == flaw.rawValue })
    let result = await suite.run(check)
    #expect(result.isFailure, "\(result)")
  }

  @Test("Every check has a transport that fails it, and a name of its own")
  func everyCheckHasItsFlaw() {
    #expect(Set(ConformanceCheck.all.map(\.name)) == Set(Flaw.allCases.map(\.rawValue)))
    #expect(Set(ConformanceCheck.all).count == ConformanceCheck.all.count)
  }

  @Test("What a transport does not claim is skipped, and the report says why")
  func skipping() async {
    let suite = ConformanceSuite(capabilities: [.headers], configuration: Self.patient) { InMemoryBroker() }
    let report = await suite.run()
    #expect(report.isConforming, "\(report)")
    let text = report.description
    #expect(text.contains("skipped  wildcards-match: the transport does not claim wildcards"))
    #expect(text.contains("skipped  retry-waits: the transport does not claim redelivery and delayedRetry"))
    #expect(text.contains("skipped  dead-letter-kept: there is no hook"))
    #expect(text.contains("passed   headers-kept"))
  }

  @Test("A report says what was seen of a transport that fails")
  func failureReport() async throws {
    let suite = ConformanceSuite(configuration: Self.hasty) { FlawedTransport(.losesContentType) }
    let check = try #require(ConformanceCheck.all.first { $0.name == "content-type-kept" })
    let report = await suite.run([check])
    #expect(!report.isConforming)
    #expect(report.description.contains("FAILED   content-type-kept: The content type arrives."))
    #expect(report.description.contains("and came as ''"))
    #expect(report.description.hasSuffix("0 passed, 1 failed, 0 skipped"))
  }

  @Test("Addresses have the prefix and separator that were asked for, and each run has its own")
  func addresses() async throws {
    let prepared = Mailbox<String>()
    let configuration = ConformanceConfiguration(
      addressPrefix: "here", separator: ".", patience: .seconds(60), quietTime: .milliseconds(100))
    let suite = ConformanceSuite(
      configuration: configuration, hooks: ConformanceHooks(prepare: { _, address in prepared.put(address) })
    ) { InMemoryBroker() }
    for _ in 0..<2 {
      let report = await suite.run()
      #expect(report.isConforming, "\(report)")
    }
    let addresses = prepared.items
    #expect(addresses.allSatisfy { $0.hasPrefix("here.") && !$0.contains("/") })
    #expect(Set(addresses).count == addresses.count)
  }
}

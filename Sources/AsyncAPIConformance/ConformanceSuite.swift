public import AsyncAPIRuntime

/// Checks that a transport does what generated code relies on.
///
/// ```swift
/// let suite = ConformanceSuite { try await MyTransport(host: "localhost") }
/// let report = await suite.run()
/// #expect(report.isConforming, "\(report)")
/// ```
///
/// Each check gets a transport of its own and addresses that nobody else uses, so a broker may be shared. A transport
/// that is a service is run for the time of its check. What a transport does not claim in its `capabilities` is skipped, and
/// the report says so. Waiting is bounded, whatever the transport does; a check that gave up may leave a task behind.
public struct ConformanceSuite: Sendable {
  private let configuration: ConformanceConfiguration
  private let open: @Sendable () async throws -> Subject

  /// A suite.
  ///
  /// - Parameters:
  ///   - capabilities: what to hold the transport to; nil: what it claims itself.
  ///   - configuration: addresses and waiting times.
  ///   - hooks: what the checks cannot do themselves.
  ///   - transport: makes a transport; called once for each check.
  public init<Transport: PublisherTransport & SubscriberTransport>(
    capabilities: TransportCapabilities? = nil, configuration: ConformanceConfiguration = ConformanceConfiguration(),
    hooks: ConformanceHooks<Transport> = ConformanceHooks(),
    transport: @escaping @Sendable () async throws -> Transport
  ) {
    self.configuration = configuration
    open = { Subject(try await transport(), capabilities: capabilities, hooks: hooks) }
  }

  /// Runs the checks, one after the other.
  public func run(_ checks: [ConformanceCheck] = ConformanceCheck.all) async -> ConformanceReport {
    var results: [ConformanceReport.Result] = []
    for check in checks { results.append(await run(check)) }
    return ConformanceReport(results: results)
  }

  /// Runs one check.
  public func run(_ check: ConformanceCheck) async -> ConformanceReport.Result {
    do {
      let subject = try await bounded(by: configuration.limit, "The transport was not made") { [open] in
        try await open()
      }
      if let reason = subject.reasonToSkip(check) {
        return ConformanceReport.Result(check: check, outcome: .skipped(reason))
      }
      let context = CheckContext(subject, check, configuration)
      let failure: (any Error)?
      do {
        try await bounded(by: configuration.limit, "The check did not end") { try await check.body(context) }
        failure = nil
      } catch {
        failure = error
      }
      await context.end()
      if let failure { throw failure }
      return ConformanceReport.Result(check: check, outcome: .passed)
    } catch let unmet as Unmet {
      return ConformanceReport.Result(check: check, outcome: .failed(unmet.reason))
    } catch {
      return ConformanceReport.Result(check: check, outcome: .failed("It threw: \(error)."))
    }
  }
}

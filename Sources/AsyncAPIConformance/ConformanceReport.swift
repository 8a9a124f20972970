/// How a transport did.
public struct ConformanceReport: Sendable {
  /// How one check ended.
  public struct Result: Sendable {
    /// What became of a check.
    public enum Outcome: Hashable, Sendable {
      /// The transport does what it should.
      case passed
      /// It does not, and this is what was seen.
      case failed(String)
      /// It does not claim to, or the check was given too little to look at.
      case skipped(String)
    }

    /// What was looked at.
    public let check: ConformanceCheck
    /// What was found.
    public let outcome: Outcome
  }

  /// One for each check that was asked for, in order.
  public let results: [Result]

  /// The checks that failed.
  public var failures: [Result] { results.filter(\.isFailure) }

  /// The checks that were left out, with the reason.
  public var skipped: [Result] { results.filter(\.isSkipped) }

  /// Whether no check failed. What was skipped is listed in `skipped`.
  public var isConforming: Bool { failures.isEmpty }
}

extension ConformanceReport.Result {
  /// Whether the check failed.
  public var isFailure: Bool {
    switch outcome {
    case .failed: true
    case .passed, .skipped: false
    }
  }

  /// Whether the check was left out.
  public var isSkipped: Bool {
    switch outcome {
    case .skipped: true
    case .passed, .failed: false
    }
  }
}

extension ConformanceReport.Result: CustomStringConvertible {
  /// The outcome and the check, in a line.
  public var description: String {
    switch outcome {
    case .passed: "passed   \(check.name)"
    case .failed(let reason): "FAILED   \(check.name): \(check.summary). \(reason)"
    case .skipped(let reason): "skipped  \(check.name): \(reason)"
    }
  }
}

extension ConformanceReport: CustomStringConvertible {
  /// A line for each check, and the sum.
  public var description: String {
    let passed = results.count - failures.count - skipped.count
    return results.map { "\($0)" }.joined(separator: "\n")
      + "\n\(passed) passed, \(failures.count) failed, \(skipped.count) skipped"
  }
}

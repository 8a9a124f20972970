/// How a user wants a code to be reported, whatever it weighs by itself.
package enum SeverityLevel: String, Hashable, Sendable, CaseIterable {
  case error
  case warning
  case note
  case ignore

  /// `nil` for what is not reported at all.
  var severity: Diagnostic.Severity? {
    switch self {
    case .error: .error
    case .warning: .warning
    case .note: .note
    case .ignore: nil
    }
  }
}

extension DiagnosticCode {
  /// Whether a user may have it reported so. What makes generation unsound stays an error.
  package func allows(_ level: SeverityLevel) -> Bool {
    level == .error || (weight != .unsound && weightInVersion3 != .unsound)
  }

  /// What it weighs in a document of that major version; the version is unknown until it has been read.
  package func weight(inMajorVersion version: Int?) -> Weight {
    version == 3 ? weightInVersion3 ?? weight : weight
  }
}

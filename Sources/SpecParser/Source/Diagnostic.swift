/// Something that the reader of a document should know, at its place.
package struct Diagnostic: Error, Hashable, Sendable, Codable {
  package enum Severity: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
    case note
    case warning
    case error

    package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// A second place that explains the first, such as the other one of two equal keys.
  package struct Note: Hashable, Sendable, Codable {
    package var message: String
    package var location: SourceLocation

    package init(_ message: String, at location: SourceLocation) {
      self.message = message
      self.location = location
    }
  }

  package var severity: Severity
  /// Stable, in kebab-case: what configurations and scripts refer to.
  package var code: String
  /// What is wrong, what was expected, what to do.
  package var message: String
  /// Where, or `nil` for what concerns no file, such as an option of the command line.
  package var location: SourceLocation?
  package var notes: [Note]

  package init(
    _ severity: Severity, _ code: DiagnosticCode, _ message: String, at location: SourceLocation?, notes: [Note] = []
  ) {
    self.severity = severity
    self.code = code.name
    self.message = message
    self.location = location
    self.notes = notes
  }
}

extension Diagnostic: CustomStringConvertible {
  /// `path:line:column: error: message [code]`, the form that compilers and editors share, and a line for each note.
  package var description: String { lines.joined(separator: "\n") }

  private var lines: [String] {
    ["\(Self.place(of: location))\(severity.rawValue): \(Excerpt.visible(message)) [\(code)]"]
      + notes.map { "\(Self.place(of: $0.location))note: \(Excerpt.visible($0.message))" }
  }

  private static func place(of location: SourceLocation?) -> String {
    location.map { "\(Excerpt.visible($0.description)): " } ?? ""
  }
}

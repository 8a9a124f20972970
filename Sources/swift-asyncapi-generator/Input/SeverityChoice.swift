import ArgumentParser
import SpecParser

/// What a user wants a code to be reported as.
struct SeverityChoice: Hashable, Sendable {
  let code: DiagnosticCode
  let level: SeverityLevel

  init(code name: String, level word: String) throws(Fault) {
    code = try DiagnosticCode.named(name)
    guard let level = SeverityLevel(rawValue: word) else { throw .noLevel(word) }
    guard code.allows(level) else { throw .unsound(code, level) }
    self.level = level
  }

  /// - Parameter option: `CODE=LEVEL`
  init(option: String) throws {
    let parts = option.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    do throws(Fault) {
      guard parts.count == 2 else { throw .noPair }
      try self.init(code: parts[0], level: parts[1])
    } catch {
      throw ValidationError(error.description)
    }
  }

  enum Fault: Error, CustomStringConvertible {
    case noPair
    case unknownCode(String)
    case noLevel(String)
    case unsound(DiagnosticCode, SeverityLevel)

    var description: String {
      switch self {
      case .noPair: "expected CODE=LEVEL, such as unknown-field=warning"
      case .unknownCode(let name):
        "there is no code \(Excerpt.quoted(name)); "
          + (Spelling.closest(to: name, among: DiagnosticCode.all.map(\.name)).map { "did you mean '\($0)'?" }
            ?? "'swift-asyncapi-generator codes' lists them")
      case .noLevel(let word):
        "\(Excerpt.quoted(word)) is no level; expected one of "
          + SeverityLevel.allCases.map(\.rawValue).joined(separator: ", ")
      case .unsound(let code, let level):
        "'\(code.name)' cannot be \(level == .ignore ? "ignored" : "a \(level.rawValue)"), since what is generated from such a document would be wrong; correct the document"
      }
    }
  }
}

extension DiagnosticCode {
  static func named(_ name: String) throws(SeverityChoice.Fault) -> Self {
    guard let code = all.first(where: { $0.name == name }) else { throw .unknownCode(name) }
    return code
  }
}

extension [SeverityChoice] {
  /// Of several choices for a code the last one counts.
  var levels: [String: SeverityLevel] {
    reduce(into: [:]) { $0[$1.code.name] = $1.level }
  }
}

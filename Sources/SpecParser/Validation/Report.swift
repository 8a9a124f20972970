/// Collects what is found while a document is read.
package final class Report {
  package let purpose: Purpose
  package private(set) var diagnostics: [Diagnostic] = []
  package private(set) var hasErrors = false
  /// The major version of the document, once it is known.
  var majorVersion = 2
  private var seen: Set<Diagnostic> = []
  private var suggestionsSought = 0

  /// To find one takes longer than to find what is wrong, and nobody reads more of them.
  private static let mostSuggestions = 50

  package init(purpose: Purpose) {
    self.purpose = purpose
  }

  /// Says something of a node. What has been said of a place is not said again.
  package func callAsFunction(_ code: DiagnosticCode, _ message: String, at node: Node, notes: [Diagnostic.Note] = []) {
    let weight = majorVersion > 2 ? code.weightInVersion3 ?? code.weight : code.weight
    add([Diagnostic(purpose.severity(of: weight), code, message, at: node.location, notes: notes)])
  }

  package func add(_ found: [Diagnostic]) {
    for diagnostic in found where seen.insert(diagnostic).inserted {
      diagnostics.append(diagnostic)
      if diagnostic.severity == .error { hasErrors = true }
    }
  }

  /// `did you mean 'x'?`, where a candidate is close to the word.
  func suggestion(for word: String, among candidates: some Sequence<String>) -> String? {
    guard suggestionsSought < Self.mostSuggestions else { return nil }
    suggestionsSought += 1
    return Spelling.closest(to: word, among: candidates).map { "did you mean '\($0)'?" }
  }

  func unavailable(_ reason: SourceUnavailable, path: String, referredToAt site: Node?) {
    let code: DiagnosticCode
    let message: String
    switch reason {
    case .missing:
      code = .unreadableFile
      let advice = site == nil ? "check the path" : "a path is relative to the file that refers to it"
      message = "there is no file '\(path)'; \(advice)"
    case .outsideRoots(let allowed):
      code = .referenceOutsideRoots
      let folders = allowed.map { "'\($0)'" }.joined(separator: ", ")
      message =
        "'\(path)' lies outside the folders that references may reach (\(folders)); allow its folder with --allow-root"
    case .tooLarge(let limit):
      code = .unreadableFile
      message = "'\(path)' is larger than the \(limit) bytes that are read; split it with $ref"
    case .unreadable(let reason):
      code = .unreadableFile
      message = "'\(path)' cannot be read: \(reason)"
    }
    add([Diagnostic(purpose.severity(of: code.weight), code, message, at: site?.location)])
  }
}

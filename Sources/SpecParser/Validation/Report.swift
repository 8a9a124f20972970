/// Collects what is found while a document is read.
package final class Report {
  package let purpose: Purpose
  /// What the user decided on codes, by their names.
  package var levels: [String: SeverityLevel] = [:]
  /// Of the document's version of AsyncAPI, once it is known.
  package var majorVersion: Int?
  package private(set) var diagnostics: [Diagnostic] = []
  /// The files that were read, in order, also those that were found to be broken.
  package private(set) var files: [SourceFile] = []
  package private(set) var hasErrors = false
  private var seen: Set<Diagnostic> = []
  private var suggestionsSought = 0

  /// To find one takes longer than to find what is wrong, and nobody reads more of them.
  private static let mostSuggestions = 50

  private static let textCodes = Dictionary(uniqueKeysWithValues: DiagnosticCode.ofTexts.map { ($0.name, $0) })

  package init(purpose: Purpose) {
    self.purpose = purpose
  }

  /// Says something of a node. What has been said of a place is not said again.
  package func callAsFunction(_ code: DiagnosticCode, _ message: String, at node: Node, notes: [Diagnostic.Note] = []) {
    add([Diagnostic(severity(of: code), code, message, at: node.location, notes: notes)])
  }

  package func add(_ found: [Diagnostic]) {
    for var diagnostic in found {
      // What a tree is suspected of is weighed here, where it is known what the document is read for.
      if diagnostic.severity != .error, let code = Self.textCodes[diagnostic.code] {
        diagnostic.severity = severity(of: code)
      }
      if let level = levels[diagnostic.code] {
        guard let severity = level.severity else { continue }
        diagnostic.severity = severity
      }
      if diagnostic.severity == .error { hasErrors = true }
      guard diagnostics.count < Self.mostDiagnostics else {
        sayThatThereAreMore()
        continue
      }
      guard seen.insert(diagnostic).inserted else { continue }
      diagnostics.append(diagnostic)
    }
  }

  private func sayThatThereAreMore() {
    guard diagnostics.count == Self.mostDiagnostics else { return }
    diagnostics.append(
      Diagnostic(
        .note, .tooManyFindings, "there is more to say than these \(Self.mostDiagnostics) findings; mend them first",
        at: nil))
  }

  /// What is found grows with the document, and nobody reads all of it.
  private static let mostDiagnostics = 10_000

  /// Keeps a file that was read, so that its lines can be shown.
  package func keep(_ file: SourceFile) { files.append(file) }

  private func severity(of code: DiagnosticCode) -> Diagnostic.Severity {
    purpose.severity(of: code.weight(inMajorVersion: majorVersion))
  }

  /// `did you mean 'x'?`, where a candidate is close to the word.
  func suggestion(for word: String, among candidates: some Sequence<String>) -> String? {
    guard suggestionsSought < Self.mostSuggestions else { return nil }
    suggestionsSought += 1
    return Spelling.closest(to: word, among: candidates).map { "did you mean '\($0)'?" }
  }

  /// - Parameters:
  ///   - site: the reference that leads to the file, if it is not what the user named
  ///   - address: of what the file is a copy
  func unavailable(
    _ reason: SourceUnavailable, path: String, referredToAt site: Node?, copyOf address: RemoteAddress? = nil
  ) {
    let code: DiagnosticCode
    let message: String
    switch reason {
    case .missing:
      code = .unreadableFile
      if let address {
        message = "there is no copy of '\(address)' at '\(path)'; download it to there"
      } else {
        let advice = site == nil ? "check the path" : "a path is relative to the file that refers to it"
        message = "there is no file '\(path)'; \(advice)"
      }
    case .folder:
      code = .unreadableFile
      let advice =
        site == nil ? "name the documents in it, such as '\(path)/asyncapi.yaml'" : "refer to one of the files in it"
      message = "'\(path)' is a folder; \(advice)"
    case .outsideRoots(let allowed):
      code = .referenceOutsideRoots
      let folders = allowed.map { "'\($0)'" }.joined(separator: ", ")
      message =
        if let address {
          "'\(path)' leads out of the folder of copies (\(folders)); put the copy of '\(address)' itself there"
        } else {
          "'\(path)' lies outside the folders that references may reach (\(folders)); allow its folder with --allow-root"
        }
    case .tooLarge(let limit):
      code = .unreadableFile
      message = "'\(path)' is larger than the \(limit) bytes that are read; split it with $ref"
    case .unreadable(let reason):
      code = .unreadableFile
      message = "'\(path)' cannot be read: \(reason)"
    }
    add([Diagnostic(severity(of: code), code, message, at: site?.location)])
  }
}

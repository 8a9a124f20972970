/// Collects what is found while a document is read.
package final class Report {
  package let purpose: Purpose
  package private(set) var diagnostics: [Diagnostic] = []
  private var seen: Set<Diagnostic> = []

  package init(purpose: Purpose) {
    self.purpose = purpose
  }

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Says something of a node. What has been said of a place is not said again.
  package func callAsFunction(_ code: DiagnosticCode, _ message: String, at node: Node, notes: [Diagnostic.Note] = []) {
    add([
      Diagnostic(purpose.severity(of: code.weight), code.name, message, at: node.location, notes: notes)
    ])
  }

  package func add(_ found: [Diagnostic]) {
    for diagnostic in found where seen.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
  }

  func unavailable(_ reason: SourceUnavailable, path: String, referredToAt site: Node?) {
    let code: DiagnosticCode
    let message: String
    switch reason {
    case .missing:
      code = .unreadableFile
      message = "there is no file '\(path)'"
    case .outsideRoots(let allowed):
      code = .referenceOutsideRoots
      let folders = allowed.map { "'\($0)'" }.joined(separator: ", ")
      message = "'\(path)' lies outside the folders that references may reach (\(folders)); allow its folder with --allow-root"
    case .tooLarge(let limit):
      code = .unreadableFile
      message = "'\(path)' is larger than \(limit >> 20) MiB"
    case .unreadable(let reason):
      code = .unreadableFile
      message = "'\(path)' cannot be read: \(reason)"
    }
    add([Diagnostic(purpose.severity(of: code.weight), code.name, message, at: site?.location)])
  }
}

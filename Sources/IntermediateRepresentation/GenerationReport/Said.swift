import SpecParser

/// What diagnostics have said of a document already.
struct Said {
  private var places: [String: Set<SourceLocation>] = [:]

  init(_ report: Report) {
    for diagnostic in report.diagnostics {
      if let location = diagnostic.location { places[diagnostic.code, default: []].insert(location) }
    }
  }

  func callAsFunction(_ code: DiagnosticCode, of node: Node) -> Bool {
    guard let places = places[code.name] else { return false }
    return places.contains(node.location)
  }
}

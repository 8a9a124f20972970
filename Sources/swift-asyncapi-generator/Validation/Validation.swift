import SpecParser

/// What validating some documents has found so far.
struct Validation {
  struct Document {
    var path: String
    var isValid: Bool
    /// Everything that was found while it was read, in order.
    var diagnostics: [Diagnostic]
  }

  private(set) var documents: [Document] = []
  /// The lines that diagnostics and their notes are about.
  private(set) var lines: [SourceLocation: MarkedLine] = [:]
  /// Where a file stands among those that were read.
  private var order: [String: Int] = [:]
  private let keepsLines: Bool

  /// - Parameter keepsLines: whether ``lines`` are asked for
  init(keepsLines: Bool) {
    self.keepsLines = keepsLines
  }

  /// Takes what the report says, and what is shown of the files, but not the files.
  mutating func add(documentAt path: String, isValid: Bool, report: Report) {
    for file in report.files.map(\.path) + [path] where order[file] == nil { order[file] = order.count }
    documents.append(
      Document(path: path, isValid: isValid, diagnostics: inOrder(report.diagnostics, of: path)))
    if keepsLines { keepLines(of: report) }
  }

  /// Each once, though several documents may share the file that it is about.
  var diagnostics: [Diagnostic] {
    var seen: Set<Diagnostic> = []
    let distinct = documents.flatMap { document in
      document.diagnostics.filter { seen.insert($0).inserted }.map { ($0, of: document.path) }
    }
    return inOrder(distinct)
  }

  private func inOrder(_ diagnostics: [Diagnostic], of document: String) -> [Diagnostic] {
    inOrder(diagnostics.map { ($0, of: document) })
  }

  /// By file, line and column. What has no place comes before what its document says.
  private func inOrder(_ diagnostics: [(Diagnostic, of: String)]) -> [Diagnostic] {
    let keyed = diagnostics.enumerated().map { position, found in
      let place = found.0.location
      return (
        key: (order[place?.path ?? found.of] ?? .max, place?.line ?? 0, place?.column ?? 0, position), value: found.0
      )
    }
    return keyed.sorted { $0.key < $1.key }.map(\.value)
  }

  private mutating func keepLines(of report: Report) {
    let places = report.diagnostics.flatMap { [$0.location].compactMap { $0 } + $0.notes.map(\.location) }
    let placesByFile = Dictionary(grouping: places.filter { lines[$0] == nil }, by: \.path)
    for file in report.files {
      guard let places = placesByFile[file.path] else { continue }
      lines.merge(MarkedLine.lines(of: file, at: places)) { known, _ in known }
    }
  }
}

/// How many there are of each kind.
struct ValidationTotals: Encodable {
  var documents: Int
  var valid: Int
  var invalid: Int
  var errors: Int
  var warnings: Int
  var notes: Int

  init(_ validation: Validation) {
    let severities = validation.diagnostics.map(\.severity)
    documents = validation.documents.count
    valid = validation.documents.count { $0.isValid }
    invalid = documents - valid
    errors = severities.count { $0 == .error }
    warnings = severities.count { $0 == .warning }
    notes = severities.count { $0 == .note }
  }
}

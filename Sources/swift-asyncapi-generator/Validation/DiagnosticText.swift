import SpecParser

/// Diagnostics as compilers show them: each with the line that it is about, and a mark under the place.
struct DiagnosticText {
  var lines: [SourceLocation: MarkedLine]
  var style: TextStyle

  func append(_ diagnostic: Diagnostic, to text: inout [String]) {
    append(diagnostic.severity, "\(diagnostic.message) [\(diagnostic.code)]", at: diagnostic.location, to: &text)
    for note in diagnostic.notes { append(.note, note.message, at: note.location, to: &text) }
  }

  private func append(
    _ severity: Diagnostic.Severity, _ message: String, at place: SourceLocation?, to text: inout [String]
  ) {
    let colour = Self.colour(of: severity)
    let start = place.map { style("\(Excerpt.visible($0.description)): ", .bold) } ?? ""
    text.append("\(start)\(style("\(severity.rawValue):", colour)) \(style(Excerpt.visible(message), .bold))")
    guard let line = place.flatMap({ lines[$0] }) else { return }
    let number = String(line.number)
    let gutter = String(repeating: " ", count: max(0, Self.gutterWidth - number.count))
    text.append(style("\(gutter)\(number) |", .dim) + (line.text.isEmpty ? "" : " \(line.text)"))
    let rest = String(repeating: " ", count: gutter.count + number.count)
    text.append(style("\(rest) |", .dim) + " \(line.margin)\(style("^", colour))")
  }

  private static let gutterWidth = 4

  private static func colour(of severity: Diagnostic.Severity) -> TextStyle.Face {
    switch severity {
    case .error: .red
    case .warning: .yellow
    case .note: .cyan
    }
  }
}

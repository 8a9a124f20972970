import SpecParser

/// What validation has found, for a person.
struct ValidationText {
  var validation: Validation
  var minimumSeverity: Diagnostic.Severity
  var style: TextStyle

  var text: String {
    let frames = DiagnosticText(lines: validation.lines, style: style)
    var lines: [String] = []
    for diagnostic in validation.diagnostics where diagnostic.severity >= minimumSeverity {
      frames.append(diagnostic, to: &lines)
    }
    for document in validation.documents {
      let verdict = document.isValid ? style("valid", .green) : style("invalid", .red)
      lines.append("\(Excerpt.visible(document.path)): \(verdict)")
    }
    lines.append(summary)
    return lines.joined(separator: "\n") + "\n"
  }

  private var summary: String {
    let totals = ValidationTotals(validation)
    return "\(count(totals.documents, "document")): \(totals.valid) valid, \(totals.invalid) invalid; "
      + [
        count(totals.errors, "error"), count(totals.warnings, "warning", hiddenBelow: .warning),
        count(totals.notes, "note", hiddenBelow: .note),
      ].joined(separator: ", ")
  }

  private func count(_ number: Int, _ noun: String, hiddenBelow severity: Diagnostic.Severity = .error) -> String {
    let isHidden = number > 0 && severity < minimumSeverity
    return "\(number) \(noun)\(number == 1 ? "" : "s")\(isHidden ? " (not shown)" : "")"
  }
}

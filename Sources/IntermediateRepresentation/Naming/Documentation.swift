/// Prepares the words of a document for documentation comments.
package enum Documentation {
  /// The lines of the texts, with an empty line between them. Characters that could end a comment, hide or turn text
  /// around are left out.
  package static func lines(_ texts: String?...) -> [String] {
    var lines: [String] = []
    for text in texts {
      guard let text, case let paragraph = self.paragraph(text), !paragraph.isEmpty else { continue }
      if !lines.isEmpty { lines.append("") }
      lines.append(contentsOf: paragraph)
    }
    return lines
  }

  private static func paragraph(_ text: String) -> [String] {
    var lines = [""]
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      switch scalar {
      case "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}":
        if scalar == "\n", previous == "\r" { continue }
        lines.append("")
      case "\t": lines[lines.count - 1] += "  "
      default:
        if scalar.isInvisible { continue }
        lines[lines.count - 1].unicodeScalars.append(scalar)
      }
    }
    lines = lines.map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
    return Array(lines.drop(while: \.isEmpty).reversed().drop(while: \.isEmpty).reversed())
  }
}

extension Unicode.Scalar {
  /// Whether the scalar cannot be seen where it stands: a control character, or one that turns the direction of text.
  package var isInvisible: Bool {
    switch properties.generalCategory {
    case .control, .surrogate, .lineSeparator, .paragraphSeparator: true
    case .format: value != 0x200D
    default: false
    }
  }
}

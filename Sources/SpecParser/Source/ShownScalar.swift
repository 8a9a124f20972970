/// A scalar of a document as a terminal can show it.
struct ShownScalar {
  let scalar: Unicode.Scalar
  /// The scalar, or its name where showing it would do something else than show it.
  let text: String
  /// How many columns it takes.
  let width: Int
  /// What takes as many: a tab for a tab, since nobody knows how wide that is.
  let margin: String

  init(_ scalar: Unicode.Scalar) {
    self.scalar = scalar
    if scalar == "\t" {
      (text, width, margin) = ("\t", 4, "\t")
    } else if Excerpt.isInvisible(scalar) {
      text = "<\(Excerpt.name(scalar))>"
      width = text.utf8.count
      margin = String(repeating: " ", count: width)
    } else {
      text = String(scalar)
      width = Self.width(of: scalar)
      margin = width == 1 ? " " : String(repeating: " ", count: width)
    }
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: return isWide(scalar) ? 2 : 1
    }
  }

  /// Terminals show Chinese, Japanese and Korean text and emoji in two columns (Unicode, UAX 11).
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      true
    default: scalar.properties.isEmojiPresentation
    }
  }
}

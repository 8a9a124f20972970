import IntermediateRepresentation

/// Writes values as Swift literals. Nothing of a document gets into code but through here, a name or a comment.
enum SwiftLiteral {
  static func string(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": literal += "\\\\"
      case "\"": literal += "\\\""
      case "\n": literal += "\\n"
      case "\r": literal += "\\r"
      case "\t": literal += "\\t"
      default:
        if scalar.isInvisible || scalar.value == 0x200D || scalar.properties.generalCategory == .unassigned {
          literal += "\\u{\(String(scalar.value, radix: 16))}"
        } else {
          literal.unicodeScalars.append(scalar)
        }
      }
    }
    return literal + "\""
  }

  static func value(_ value: Literal) -> String {
    switch value {
    case .string(let text): string(text)
    case .integer(let integer): String(integer)
    case .number(let number): String(number)
    case .bool(let bool): String(bool)
    }
  }
}

import SpecParser

/// Writes scalars as JSON.
enum JSONText {
  static func scalar(_ node: Node) -> String {
    switch node.kind {
    case .bool: node.bool == true ? "true" : "false"
    case .integer: node.integer.map(String.init) ?? number(node)
    case .number: number(node)
    case .string: quoted(node.text)
    case .null, .sequence, .mapping: "null"
    }
  }

  private static func number(_ node: Node) -> String {
    node.double.map { $0.isFinite ? "\($0)" : "null" } ?? "null"
  }

  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case _ where scalar.value < 0x20:
        quoted += "\\u" + String(repeating: "0", count: scalar.value < 0x10 ? 3 : 2) + String(scalar.value, radix: 16)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

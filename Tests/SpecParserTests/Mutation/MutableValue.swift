import SpecParser

/// A document's value that can be damaged, and written again.
indirect enum MutableValue {
  /// A scalar without quotes.
  case plain(String)
  case string(String)
  case list([MutableValue])
  case mapping([Pair])
  /// A value to which aliases refer by the anchor's number.
  case anchored(Int, MutableValue)
  case alias(Int)

  struct Pair {
    var key: String
    var value: MutableValue
  }

  init(_ node: Node) {
    switch node.kind {
    case .null: self = .plain("null")
    case .bool, .integer, .number: self = .plain(node.text)
    case .string: self = .string(node.text)
    case .sequence: self = .list(node.elements.map(Self.init))
    case .mapping: self = .mapping(node.pairs.map { Pair(key: $0.key.text, value: Self($0.value)) })
    }
  }

  /// The number of values, this one included.
  var count: Int {
    switch self {
    case .plain, .string, .alias: 1
    case .list(let elements): elements.reduce(1) { $0 + $1.count }
    case .mapping(let pairs): pairs.reduce(1) { $0 + $1.value.count }
    case .anchored(_, let value): value.count
    }
  }

  /// The value of a number, counted from the outside and from the beginning, and its JSON Pointer.
  func value(_ number: Int) -> (value: MutableValue, pointer: String) {
    var number = number
    return find(&number, "") ?? (self, "")
  }

  private func find(_ number: inout Int, _ pointer: String) -> (MutableValue, String)? {
    if number == 0 { return (self, pointer) }
    if case .anchored(_, let value) = self { return value.find(&number, pointer) }
    number -= 1
    for (token, child) in children {
      if let found = child.find(&number, "\(pointer)/\(JSONPointer.escaped(token))") { return found }
    }
    return nil
  }

  private var children: [(token: String, value: MutableValue)] {
    switch self {
    case .plain, .string, .alias: []
    case .list(let elements): elements.enumerated().map { ("\($0)", $1) }
    case .mapping(let pairs): pairs.map { ($0.key, $0.value) }
    case .anchored(_, let value): value.children
    }
  }

  /// Changes the value of a number.
  mutating func change(_ number: Int, _ change: (inout MutableValue) -> Void) {
    var number = number
    visit(&number, change)
  }

  private mutating func visit(_ number: inout Int, _ change: (inout MutableValue) -> Void) {
    guard number >= 0 else { return }
    if number == 0 {
      number = -1
      return change(&self)
    }
    switch self {
    case .plain, .string, .alias: number -= 1
    case .list(var elements):
      number -= 1
      for position in elements.indices { elements[position].visit(&number, change) }
      self = .list(elements)
    case .mapping(var pairs):
      number -= 1
      for position in pairs.indices { pairs[position].value.visit(&number, change) }
      self = .mapping(pairs)
    case .anchored(let anchor, var value):
      value.visit(&number, change)
      self = .anchored(anchor, value)
    }
  }

  // MARK: Writing

  /// YAML in brackets, a line for each value.
  var text: String {
    var text = ""
    write(to: &text)
    return text + "\n"
  }

  private func write(to text: inout String) {
    switch self {
    case .plain(let scalar): text += scalar
    case .string(let scalar): Self.write(scalar, to: &text)
    case .list(let elements):
      text += "["
      for element in elements {
        element.write(to: &text)
        text += ",\n"
      }
      text += "]"
    case .mapping(let pairs):
      text += "{"
      for pair in pairs {
        // In quotes it is a key like any other.
        if pair.key == "<<" { text += "<<" } else { Self.write(pair.key, to: &text) }
        text += ": "
        pair.value.write(to: &text)
        text += ",\n"
      }
      text += "}"
    case .anchored(let number, let value):
      text += "&a\(number) "
      value.write(to: &text)
    case .alias(let number): text += "*a\(number) "
    }
  }

  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"", "\\": text += "\\\(scalar)"
      case " "..."~": text.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16)
        text += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      }
    }
    text += "\""
  }
}

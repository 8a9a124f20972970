import IntermediateRepresentation
import SpecParser

/// Reads `only`.
extension DocumentFilter {
  private enum Key: String, CaseIterable {
    case channels
    case operations
    case messages
    case tags
  }

  /// What is wrong with a value of `only`, and where.
  struct Fault: Error {
    var message: String
    var place: Node
  }

  init(configuration value: Node) throws(Fault) {
    self.init()
    guard value.kind == .mapping, value.count > 0 else {
      throw Fault(
        message: "'only' is a mapping from channels, operations, messages or tags to names, such as 'order*'",
        place: value)
    }
    for (key, value) in value.pairs {
      let patterns = try Self.patterns(value, of: key)
      switch Key(rawValue: key.text) {
      case .channels: channels = patterns
      case .operations: operations = patterns
      case .messages: messages = patterns
      case .tags: tags = patterns
      case nil: throw Self.unknown(key)
      }
    }
  }

  private static func unknown(_ key: Node) -> Fault {
    let names = Key.allCases.map(\.rawValue)
    let advice =
      Spelling.closest(to: key.text, among: names).map { "did you mean '\($0)'?" }
      ?? "expected one of \(names.joined(separator: ", "))"
    return Fault(message: "'only' has no key \(Excerpt.quoted(key.text)); \(advice)", place: key)
  }

  /// One name, or a list of them.
  private static func patterns(_ value: Node, of key: Node) throws(Fault) -> [NamePattern] {
    let elements = value.kind == .sequence ? Array(value.elements) : [value]
    var patterns: [NamePattern] = []
    for element in elements {
      guard element.kind == .string, !element.text.isEmpty else {
        throw Fault(message: "'\(key.text)' of 'only' is a name or a list of names, such as 'order*'", place: element)
      }
      patterns.append(NamePattern(element.text, at: element.location))
    }
    guard !patterns.isEmpty else {
      throw Fault(message: "'\(key.text)' of 'only' is empty; list names, or leave it out", place: value)
    }
    return patterns
  }
}

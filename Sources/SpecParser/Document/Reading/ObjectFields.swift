/// The fields of one object of the specification, checked against the names that it may have.
struct ObjectFields {
  let node: Node
  /// The object's name in the specification, such as `Channel Object`.
  let object: String
  let report: Report

  /// Reports what is no mapping, and every field that the object does not have.
  ///
  /// - Parameter fields: the fields that the specification gives the object; extensions (`x-…`) need no mention
  init?(_ node: Node, _ object: String, fields: Set<String>, report: Report) {
    self.node = node
    self.object = object
    self.report = report
    guard node.kind == .mapping else {
      report(.wrongType, "expected a mapping with the fields of the \(object), found \(node.kindInWords)", at: node)
      return nil
    }
    for (key, _) in node.pairs where !fields.contains(key.text) && !key.text.hasPrefix("x-") {
      let suggestion = Spelling.closest(to: key.text, among: fields.sorted()).map { "; did you mean '\($0)'?" }
      report(
        .unknownField,
        "the \(object) has no field '\(key.text)'\(suggestion ?? "; own fields begin with 'x-'")", at: key)
    }
  }

  /// A field's node; an explicit null counts as absent.
  func value(_ name: String) -> Node? {
    guard let value = node[name], value.kind != .null else { return nil }
    return value
  }

  func string(_ name: String) -> String? {
    guard let value = node[name] else { return nil }
    switch value.kind {
    case .string: return value.text
    case .null:
      report(.wrongValue, "'\(name)' is empty; expected a string, or leave the field out", at: value)
      return nil
    case .bool, .integer, .number:
      report(.wrongValue, "'\(name)' must be a string, but \(value.text) is \(value.kindInWords); put it in quotes", at: value)
      return value.text
    case .sequence, .mapping:
      report(.wrongType, "'\(name)' must be a string, found \(value.kindInWords)", at: value)
      return nil
    }
  }

  func requiredString(_ name: String, or code: DiagnosticCode = .missingField) -> String? {
    if node[name] == nil { missing(name, code) }
    return string(name)
  }

  func bool(_ name: String) -> Bool? {
    guard let value = value(name) else { return nil }
    if value.kind != .bool {
      report(.wrongValue, "'\(name)' must be true or false, found \(value.kindInWords)", at: value)
    }
    return value.bool
  }

  /// The strings of a list; what is no string is reported and read as its text.
  func strings(_ name: String) -> [String] {
    elements(name).compactMap { element in
      switch element.kind {
      case .string: return element.text
      case .sequence, .mapping:
        report(.wrongType, "the elements of '\(name)' must be strings, found \(element.kindInWords)", at: element)
        return nil
      default:
        report(
          .wrongValue, "the elements of '\(name)' must be strings, but \(element.text) is \(element.kindInWords); put it in quotes",
          at: element)
        return element.text
      }
    }
  }

  func elements(_ name: String) -> [Node] {
    guard let value = value(name) else { return [] }
    guard value.kind == .sequence else {
      report(.wrongType, "'\(name)' must be a list, found \(value.kindInWords)", at: value)
      return []
    }
    return Array(value.elements)
  }

  /// The entries of a map.
  func entries(_ name: String) -> [(key: Node, value: Node)] {
    guard let value = value(name) else { return [] }
    guard value.kind == .mapping else {
      report(.wrongType, "'\(name)' must be a mapping, found \(value.kindInWords)", at: value)
      return []
    }
    return Array(value.pairs)
  }

  func missing(_ name: String, _ code: DiagnosticCode = .missingField) {
    report(code, "the \(object) needs the field '\(name)'", at: node)
  }

  var wording: Wording {
    Wording(title: string("title"), summary: string("summary"), description: string("description"))
  }
}

extension Node {
  /// What kind of value this is, as one would say it.
  var kindInWords: String {
    switch kind {
    case .null: "nothing (null)"
    case .bool: "a boolean"
    case .integer, .number: "a number"
    case .string: "a string"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }

  /// The key under which the node stands, unescaped, or the file's name without its extension for a whole file.
  package var ownKey: String {
    let pointer = self.pointer
    guard let slash = pointer.lastIndex(of: "/") else {
      let file = location.path.split(separator: "/").last ?? ""
      return String(file.prefix { $0 != "." })
    }
    return String(pointer[pointer.index(after: slash)...]).replacing("~1", with: "/").replacing("~0", with: "~")
  }
}

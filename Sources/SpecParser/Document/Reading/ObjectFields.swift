/// The fields of one object of the specification, checked against the names that it may have.
struct ObjectFields {
  let node: Node
  let kind: ObjectKind
  let context: ReadingContext
  private var report: Report { context.report }

  /// Reports what is no mapping, and if the object is new every field that it must not have.
  init?(_ node: Node, _ kind: ObjectKind, isNew: Bool, context: ReadingContext) {
    self.node = node
    self.kind = kind
    self.context = context
    guard node.kind == .mapping else {
      report(.wrongType, "expected a mapping with the fields of the \(kind.name), found \(node.kindInWords)", at: node)
      return nil
    }
    if isNew { reportUnknownFields() }
  }

  private func reportUnknownFields() {
    guard let fields = kind.fields else { return }
    for (key, _) in node.pairs {
      let name = key.text
      guard !fields.contains(name), !name.hasPrefix("x-") else { continue }
      let advice =
        report.suggestion(for: name, among: fields.sorted()) ?? "remove it, or begin its name with 'x-'"
      report(.unknownField, "the \(kind.name) has no field \(Excerpt.quoted(name)); \(advice)", at: key)
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
    case .string: return context.text(of: value)
    case .null:
      report(.wrongValue, "'\(name)' is empty; expected a string, or leave the field out", at: value)
      return nil
    case .bool, .integer, .number:
      report(
        .wrongValue,
        "'\(name)' must be a string, but \(Excerpt.shown(value.text)) is \(value.kindInWords); put it in quotes",
        at: value)
      return context.text(of: value)
    case .sequence, .mapping:
      report(.wrongType, "'\(name)' must be a string, found \(value.kindInWords)", at: value)
      return nil
    }
  }

  func requiredString(_ name: String, or code: DiagnosticCode = .missingField) -> String? {
    guard value(name) != nil else {
      missing(name, code)
      return nil
    }
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
      case .string: return context.text(of: element)
      case .sequence, .mapping:
        report(.wrongType, "the elements of '\(name)' must be strings, found \(element.kindInWords)", at: element)
        return nil
      default:
        report(
          .wrongValue,
          "the elements of '\(name)' must be strings, but \(Excerpt.shown(element.text)) is \(element.kindInWords); put it in quotes",
          at: element)
        return context.text(of: element)
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
    guard let value = value(name).flatMap({ context.unreferenced($0, name) }) else { return [] }
    guard value.kind == .mapping else {
      report(.wrongType, "'\(name)' must be a mapping, found \(value.kindInWords)", at: value)
      return []
    }
    return Array(value.pairs)
  }

  func missing(_ name: String, _ code: DiagnosticCode = .missingField) {
    report(code, "the \(kind.name) needs the field '\(name)'; add it", at: node)
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
    if let token = JSONPointer.tokens(pointer).last { return JSONPointer.unescaped(token) ?? String(token) }
    let file = location.path.split(separator: "/").last ?? ""
    guard let dot = file.lastIndex(of: "."), dot != file.startIndex else { return String(file) }
    return String(file[..<dot])
  }
}

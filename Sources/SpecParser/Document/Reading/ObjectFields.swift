/// The fields of one object of the specification.
///
/// What is not of the kind that is asked for counts as absent: ``StructureCheck`` has said so.
struct ObjectFields {
  let node: Node
  let context: ReadingContext

  /// `nil` where the node is no mapping.
  init?(_ node: Node, context: ReadingContext) {
    guard node.kind == .mapping else { return nil }
    self.node = node
    self.context = context
  }

  /// A field's node; an explicit null counts as absent.
  func value(_ name: String) -> Node? {
    guard let value = node[name], value.kind != .null else { return nil }
    return value
  }

  /// The text of a scalar, also of one that lacks its quotes.
  func string(_ name: String) -> String? { value(name).flatMap(context.scalarText) }

  /// Whether a field is `true`.
  func isTrue(_ name: String) -> Bool { value(name)?.bool ?? false }

  /// The texts of a list.
  func strings(_ name: String) -> [String] { elements(name).compactMap(context.scalarText) }

  func elements(_ name: String) -> [Node] {
    value(name).flatMap(context.resolver.resolve).map { Array($0.elements) } ?? []
  }

  /// The entries of a map.
  func entries(_ name: String) -> [(key: Node, value: Node)] {
    value(name).flatMap(context.resolver.resolve).map { Array($0.pairs) } ?? []
  }

  var wording: Wording { [self].wording }
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

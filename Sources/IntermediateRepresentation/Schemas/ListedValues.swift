import SpecParser

/// The values of an `enum`, with what is said of each.
struct ListedValues {
  struct Value {
    var node: Node
    var name: String?
    var description: String?
  }

  /// The schema that lists them.
  var node: Node
  var values: [Value]
  /// Whether no other value ever comes.
  var isClosed: Bool

  init(_ nodes: [Node], of schema: Schema) {
    let names = schema.enumerationNames
    let descriptions = Self.descriptions(of: schema)
    node = schema.node
    values = nodes.enumerated().map { index, node in
      Value(
        node: node, name: index < names.count ? names[index] : nil,
        description: descriptions(index, node))
    }
    isClosed = schema.node["x-enum-closed"]?.bool ?? false
  }

  /// The values that another list has too.
  func common(with other: Self) -> Self {
    let keys = Set(other.values.map { Key(node: $0.node) })
    var common = self
    common.values.removeAll { !keys.contains(Key(node: $0.node)) }
    common.isClosed = isClosed || other.isClosed
    return common
  }

  /// The descriptions stand in a list beside the values, or under the values as keys.
  private static func descriptions(of schema: Schema) -> (Int, Node) -> String? {
    guard
      let descriptions = ["x-enum-descriptions", "x-enumDescriptions", "x-enum-description"].lazy
        .compactMap({ schema.node[$0] }).first
    else { return { _, _ in nil } }
    if descriptions.kind == .mapping { return { _, node in descriptions[node.text]?.string } }
    let texts = descriptions.elements.map(\.string)
    return { index, _ in index < texts.count ? texts[index] : nil }
  }

  /// Compares values without walking over them more than once.
  private struct Key: Hashable {
    var node: Node

    static func == (one: Self, other: Self) -> Bool { one.node.isEqual(to: other.node) }

    func hash(into hasher: inout Hasher) {
      switch node.kind {
      case .integer, .number: hasher.combine(node.double)
      case .sequence, .mapping: hasher.combine(node.count)
      case .bool: hasher.combine(node.bool)
      case .null: break
      case .string: hasher.combine(node.text)
      }
    }
  }
}

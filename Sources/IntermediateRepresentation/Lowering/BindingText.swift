import SpecParser

/// Writes bindings as a JSON object of protocols.
struct BindingText {
  private let references: NodeTable<Node>
  /// What is left of the bytes that one object may have.
  private var left = 100_000
  private var depth = 0

  private static let deepest = 32

  init(references: NodeTable<Node>) {
    self.references = references
  }

  /// `nil` where there are none, or too much.
  mutating func text(of bindings: [Binding]) -> String? {
    var protocols: [String] = []
    for binding in bindings where !binding.protocolName.hasPrefix("x-") {
      var fields: [String] = []
      var seen: Set<String> = []
      for node in binding.nodes {
        for (key, value) in node.pairs where seen.insert(key.text).inserted {
          if key.text == "bindingVersion" || key.text.hasPrefix("x-") { continue }
          fields.append("\(JSONText.quoted(key.text)):\(json(value))")
        }
      }
      protocols.append("\(JSONText.quoted(binding.protocolName)):{\(fields.joined(separator: ","))}")
    }
    return protocols.isEmpty || left <= 0 ? nil : "{\(protocols.joined(separator: ","))}"
  }

  /// What references mean stands in their place.
  private mutating func json(_ site: Node) -> String {
    var node = site
    var seen: Set<Node> = []
    while let reference = node["$ref"], reference.kind == .string, let target = references[reference],
      seen.insert(node).inserted
    {
      node = target
    }
    left -= 8
    guard left > 0, depth < Self.deepest else {
      left = 0
      return "null"
    }
    depth += 1
    defer { depth -= 1 }
    switch node.kind {
    case .sequence:
      var elements: [String] = []
      for element in node.elements { elements.append(json(element)) }
      return "[\(elements.joined(separator: ","))]"
    case .mapping:
      var members: [String] = []
      for (key, value) in node.pairs { members.append("\(JSONText.quoted(key.text)):\(json(value))") }
      return "{\(members.joined(separator: ","))}"
    default:
      left -= node.text.utf8.count
      return JSONText.scalar(node)
    }
  }
}

import SpecParser

/// Writes schemas as JSON that stands for itself: without annotations, and with all that they refer to.
struct SchemaText {
  private let references: NodeTable<Node>
  private var definitions: [Node: Int] = [:]
  private var pending: [Node] = []
  /// How much more may be written.
  private var left: Int
  private let most: Int
  private var depth = 0
  /// The keywords that were written.
  private(set) var written: Set<Node> = []

  private static let longest = 20_000
  private static let deepest = 40

  /// - Parameter limit: how many bytes may be written, about
  init(references: NodeTable<Node>, limit: Int) {
    self.references = references
    most = min(limit, Self.longest)
    left = most
  }

  var size: Int { most - left }

  /// A schema that has just these keywords; `nil` where it would be too large.
  mutating func text(of keywords: [(keyword: String, value: Node)]) -> String? {
    var members: [String] = []
    for (keyword, value) in keywords { member(keyword, value).map { members.append($0) } }
    var texts: [String] = []
    var next = 0
    while next < pending.count {
      texts.append("\"\(next)\":\(schema(pending[next]))")
      next += 1
      if left <= 0 { return nil }
    }
    if !texts.isEmpty { members.append("\"definitions\":{\(texts.joined(separator: ","))}") }
    return left > 0 ? "{\(members.joined(separator: ","))}" : nil
  }

  /// A schema that allows properties of these names, and those whose names match one of the patterns.
  static func text(ofNames properties: Node?, matching patterns: Node) -> String {
    func allowed(_ mapping: Node?) -> String {
      (mapping?.pairs.map { "\(JSONText.quoted($0.key.text)):true" } ?? []).joined(separator: ",")
    }
    return
      "{\"properties\":{\(allowed(properties))},\"patternProperties\":{\(allowed(patterns))},\"additionalProperties\":false}"
  }

  /// The keyword with its value; `nil` where it only tells people something.
  private mutating func member(_ keyword: String, _ value: Node) -> String? {
    let text: String
    switch keyword {
    case "not", "if", "then", "else", "contains", "propertyNames", "additionalProperties", "additionalItems":
      text = schema(value)
    case "allOf", "anyOf", "oneOf": text = list(value)
    case "items": text = value.kind == .sequence ? list(value) : schema(value)
    case "properties", "patternProperties":
      text = object(value) { $0.schema($1) }
    case "dependencies":
      text = object(value) { $1.kind == .sequence ? $0.json($1) : $0.schema($1) }
    case "type", "enum", "const", "required", "nullable", "minLength", "maxLength", "pattern", "minimum", "maximum",
      "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minItems", "maxItems", "uniqueItems", "minProperties",
      "maxProperties":
      text = json(value)
    default: return nil
    }
    written.insert(value)
    return "\(JSONText.quoted(keyword)):\(text)"
  }

  /// - Parameter site: where a schema is written or referred to
  mutating func schema(_ site: Node) -> String {
    left -= 20
    guard left > 0, depth < Self.deepest else {
      left = 0
      return "true"
    }
    depth += 1
    defer { depth -= 1 }
    if let reference = site["$ref"], reference.kind == .string {
      guard let target = references[reference] else { return "true" }
      return "{\"$ref\":\"#/definitions/\(number(of: target))\"}"
    }
    guard site.kind == .mapping else { return site.bool == false ? "false" : "true" }
    // A Multi Format Schema Object, which stands around the schema.
    if let inner = site["schema"], site["schemaFormat"] != nil { return schema(inner) }
    var members: [String] = []
    for (key, value) in site.pairs { member(key.text, value).map { members.append($0) } }
    return "{\(members.joined(separator: ","))}"
  }

  private mutating func number(of target: Node) -> Int {
    if let known = definitions[target] { return known }
    definitions[target] = pending.count
    pending.append(target)
    return pending.count - 1
  }

  private mutating func list(_ value: Node) -> String {
    var texts: [String] = []
    for element in value.elements { texts.append(schema(element)) }
    return "[\(texts.joined(separator: ","))]"
  }

  private mutating func object(_ value: Node, _ text: (inout Self, Node) -> String) -> String {
    var members: [String] = []
    for (key, member) in value.pairs { members.append("\(JSONText.quoted(key.text)):\(text(&self, member))") }
    return "{\(members.joined(separator: ","))}"
  }

  // MARK: Values

  private mutating func json(_ value: Node) -> String {
    left -= 4
    guard left > 0, depth < Self.deepest else {
      left = 0
      return "null"
    }
    depth += 1
    defer { depth -= 1 }
    switch value.kind {
    case .sequence:
      var texts: [String] = []
      for element in value.elements { texts.append(json(element)) }
      return "[\(texts.joined(separator: ","))]"
    case .mapping: return object(value) { $0.json($1) }
    default:
      left -= value.text.utf8.count
      return JSONText.scalar(value)
    }
  }
}

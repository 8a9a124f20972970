import IntermediateRepresentation
import SpecParser

/// The Swift type of each place of a document where a schema is written.
struct PlacedTypes {
  struct Use: Hashable {
    var type: TypeReference
    /// Whether the type stands for a property whose text is remembered.
    var isKeptAsWritten = false
    /// Whether the schema is one of several that make the type.
    var isMember = false

    /// Whether it is a type that stands in no other.
    var isOutermost: Bool {
      switch type {
      case .declared(let name), .optional(.declared(let name)):
        name.parent == .schemas || name.parent.parent == .messages
      default: false
      }
    }
  }

  private let schemas: [Node: Schema]
  private let declarations: [TypeName: TypeDeclaration]
  private var uses: [Node: Use] = [:]

  init(_ document: GeneratedDocument) {
    schemas = Dictionary(document.parsed.schemaTable.values.map { ($0.node, $0) }) { first, _ in first }
    declarations = Dictionary(document.lowered.types.map { ($0.name, $0) }) { first, _ in first }
    let places = Dictionary(schemas.keys.map { (Place($0), $0) }) { first, _ in first }
    // What has a type of its own is of that type wherever it is used.
    var named: [Node] = []
    for declaration in document.lowered.types {
      guard let node = places[Place(declaration.origin)], uses[node] == nil else { continue }
      let type = TypeReference.declared(declaration.name)
      // The type itself holds no null; whatever uses it is optional.
      uses[node] = Use(type: allowsNull(node) ? .optional(type) : type, isKeptAsWritten: isWrittenAsText(type))
      named.append(node)
    }
    for node in named { if let use = uses[node] { descend(from: node, as: use.type) } }
    for message in document.lowered.messages {
      guard let model = document.parsed.messageTable.values.first(where: { Place($0.node) == Place(message.origin) })
      else { continue }
      if case .schema(let payload) = model.payload { visit(payload.place, Use(type: message.payload)) }
      if let headers = message.headers, let only = model.headers.first, model.headers.count == 1 {
        visit(only.place, Use(type: headers))
      }
    }
  }

  subscript(place: Node) -> Use? { uses[place] }

  private mutating func visit(_ place: Node, _ use: Use) {
    guard uses[place] == nil else { return }
    uses[place] = use
    descend(from: place, as: use.type)
  }

  /// The depth of a type is that of its schemas, which the reader bounds.
  private mutating func descend(from place: Node, as type: TypeReference) {
    switch type {
    case .builtin, .external: break
    case .optional(let wrapped): descend(from: place, as: wrapped)
    case .array(let element):
      for schema in conjoined(place) {
        if case .all(let items) = schema.items { visit(items.place, Use(type: element)) }
      }
    case .dictionary(let value):
      for schema in conjoined(place) {
        if case .schema(let values) = schema.additionalProperties { visit(values.place, Use(type: value)) }
      }
    case .declared(let name):
      if let declaration = declarations[name] { descend(from: place, into: declaration) }
    }
  }

  private mutating func descend(from place: Node, into declaration: TypeDeclaration) {
    switch declaration.shape {
    case .alias(let type): descend(from: place, as: type)
    case .enumeration: break
    case .union:
      // A member without a type of its own is a case of the union.
      for member in conjoined(place).flatMap({ $0.oneOf + $0.anyOf }) where uses[member.place] == nil {
        uses[member.place] = Use(type: .declared(declaration.name), isMember: true)
      }
    case .structure(let structure):
      let properties = Dictionary(structure.properties.map { ($0.key, $0) }) { first, _ in first }
      for schema in conjoined(place) {
        for (key, reference) in schema.properties {
          if let property = properties[key] { visit(reference.place, Use(property)) }
        }
        if case .schema(let values) = schema.additionalProperties, let additional = structure.additionalProperties {
          visit(values.place, Use(type: additional.type))
        }
        if case .tuple(let items) = schema.items {
          for (property, item) in zip(structure.properties, items) { visit(item.place, Use(property)) }
        }
      }
    }
  }

  /// Whether a type stands for text that properties of the type keep as it was written.
  private func isWrittenAsText(_ type: TypeReference, inArray: Bool = false) -> Bool {
    switch type {
    case .builtin(let builtin): return builtin == .date || builtin == .uuid
    case .array(let element): return !inArray && isWrittenAsText(element, inArray: true)
    case .declared(let name):
      guard case .alias(let next) = declarations[name]?.shape else { return false }
      return isWrittenAsText(next, inArray: inArray)
    case .dictionary, .optional, .external: return false
    }
  }

  private func allowsNull(_ place: Node) -> Bool {
    conjoined(place).contains { schema in
      schema.isNullable || schema.kinds.contains(.null) || schema.enumeration?.contains { $0.kind == .null } == true
        || (schema.oneOf + schema.anyOf).contains { schemas[$0.place]?.kinds == [.null] }
    }
  }

  /// A schema and those that hold together with it.
  private func conjoined(_ place: Node) -> [Schema] {
    var found: [Schema] = []
    var seen: Set<Node> = []
    var pending = [place]
    while let next = pending.popLast() {
      guard seen.insert(next).inserted, let schema = schemas[next] else { continue }
      found.append(schema)
      pending += schema.allOf.map(\.place)
    }
    return found
  }
}

extension PlacedTypes.Use {
  fileprivate init(_ property: Property) {
    isKeptAsWritten = property.isKeptAsWritten
    switch property.presence {
    case .nullable, .optionalNullable, .distinct: type = .optional(property.type)
    case .required, .optional: type = property.type
    }
  }
}

/// A place as the intermediate representation says it.
private struct Place: Hashable {
  var path: String
  var pointer: String

  init(_ node: Node) {
    path = node.location.path
    pointer = node.pointer
  }

  init(_ origin: Origin) {
    path = origin.path
    pointer = origin.pointer
  }
}

/// Checks what is peculiar to the Schema Objects of bindings. All else is found where schemas are read.
extension StructureCheck {
  func check(_ node: Node, as schema: BindingSchema, _ subject: Subject) {
    if schema == .valueOrAvro, Self.leadsToAvro(node) { return }
    guard let target = resolver.resolve(node) else { return }
    switch (target.kind, schema) {
    case (.mapping, .valueOrAvro) where Self.isAvro(target): break
    case (.mapping, .text) where !target.pairs.contains(where: { Self.keywords.contains($0.key.text) }):
      report(
        .wrongValue,
        "\(subject) must be a string, or a schema such as {type: string}; none of the fields here is one of a schema",
        at: node)
    case (.mapping, .object):
      reportOtherType(of: target, subject)
      schemas.append(node)
    case (.mapping, _), (.bool, _): schemas.append(node)
    case (.string, .text), (.sequence, .valueOrAvro): break
    case (.string, .valueOrAvro) where Self.avroPrimitives.contains(target.text): break
    default:
      report(
        .wrongValue,
        "\(subject) must be a schema such as {type: \(schema == .object ? "object" : "string")}, found \(target.kindInWords)",
        at: node)
    }
  }

  /// What describes headers or a query is of the type `object`, if it says so much.
  private func reportOtherType(of schema: Node, _ subject: Subject) {
    guard let type = schema["type"] else { return }
    let names = type.kind == .sequence ? Array(type.elements) : [type]
    guard !names.contains(where: { $0.text == "object" }) else { return }
    report(
      .wrongValue, "\(subject) must be a schema of the type 'object', with a property for each name", at: type)
  }

  /// Whether a reference names a file of Avro, which is not read.
  private static func leadsToAvro(_ node: Node) -> Bool {
    guard let reference = ReferenceResolver.reference(of: node) else { return false }
    return reference.text.prefix { $0 != "#" }.hasSuffix(".avsc")
  }

  /// Whether a mapping is a schema of Avro and none of JSON Schema.
  private static func isAvro(_ schema: Node) -> Bool {
    guard let type = schema["type"] else { return false }
    return switch type.kind {
    case .mapping: true
    case .sequence: type.elements.contains { $0.kind == .mapping }
    default: avroTypes.contains(type.text) || schema["items"]?.kind == .string
    }
  }

  /// The schemas of Avro that are but a name.
  private static let avroPrimitives: Set = [
    "null", "boolean", "int", "long", "float", "double", "bytes", "string",
  ]

  /// The types of Avro that are none of JSON Schema.
  private static let avroTypes: Set = [
    "int", "long", "float", "double", "bytes", "record", "error", "enum", "map", "fixed",
  ]

  private static let keywords: Set = [
    "$ref", "type", "title", "description", "format", "const", "enum", "default", "examples", "pattern", "minLength",
    "maxLength", "allOf", "anyOf", "oneOf", "not", "if",
  ]
}

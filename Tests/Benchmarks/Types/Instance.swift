import IntermediateRepresentation

/// A JSON value of a type, as it might travel: required properties, and the others near the outside.
struct Instance {
  private let declarations: [TypeName: TypeDeclaration]
  private let hasDates: Bool

  /// - Parameter hasDates: whether optional dates are there too
  init(_ document: IntermediateDocument, hasDates: Bool) {
    declarations = Dictionary(document.types.map { ($0.name, $0) }) { first, _ in first }
    self.hasDates = hasDates
  }

  /// Types refer to earlier ones only, which bounds the depth.
  func json(_ type: TypeReference, depth: Int = 0) -> String {
    switch type {
    case .builtin(let builtin): json(builtin)
    case .array(let element):
      switch element {
      case .builtin: "[\((0..<5).map { _ in json(element) }.joined(separator: ","))]"
      default: depth > 1 ? "[]" : "[\(json(element, depth: depth + 1))]"
      }
    case .dictionary(let value):
      "{\"first\":\(json(value, depth: depth + 1)),\"second\":\(json(value, depth: depth + 1))}"
    case .optional(let wrapped): json(wrapped, depth: depth)
    case .external: "null"
    case .declared(let name): declarations[name].map { json($0, depth: depth) } ?? "null"
    }
  }

  private func json(_ declaration: TypeDeclaration, depth: Int) -> String {
    switch declaration.shape {
    case .alias(let type): return json(type, depth: depth)
    case .enumeration(let enumeration): return "\"\(enumeration.cases.first?.value.text ?? "")\""
    case .union(let union): return union.members.last.map { json($0.type, depth: depth) } ?? "null"
    case .structure(let structure):
      let members = structure.properties.compactMap { property -> String? in
        if property.type == .builtin(.date), !hasDates { return nil }
        if property.presence != .required, depth > 1 { return nil }
        return "\"\(property.key)\":\(json(property.type, depth: depth + 1))"
      }
      return "{\(members.joined(separator: ","))}"
    }
  }

  private func json(_ builtin: TypeReference.Builtin) -> String {
    switch builtin {
    case .string: "\"The night train to the coast\""
    case .bool: "true"
    case .date: "\"2026-11-24T21:35:06Z\""
    case .uuid: "\"0d1f9b3c-6a53-4c8e-9a0f-3f7e2b1c4d5e\""
    case .double, .float, .decimal: "1275.25"
    default: "49152"
    }
  }
}

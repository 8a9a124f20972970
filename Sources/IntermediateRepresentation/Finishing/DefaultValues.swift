import SpecParser

/// Writes values of the document as values of Swift types.
extension TypeTable {
  /// `nil` where no literal says the value, or it is none of the type.
  func defaultValue(_ node: Node, of type: TypeReference) -> DefaultValue? {
    switch end(of: type) {
    case .builtin(.json): nil
    case .builtin(let builtin): Self.literal(node, of: builtin).map { .literal($0) }
    case .array(let element): array(node, of: element)
    case .dictionary(let value): dictionary(node, of: value)
    case .optional(let wrapped): node.kind == .null ? .null : inner(node, of: wrapped)
    case .declared(let name): declared(node, name)
    case .external: nil
    }
  }

  /// A string as a value of a type: for discriminators.
  func defaultValue(_ literal: Literal, of type: TypeReference) -> DefaultValue? {
    switch end(of: type) {
    case .builtin(.string): return .literal(literal)
    case .declared(let name):
      guard case .enumeration(let enumeration) = shape(of: name) else { return nil }
      return enumeration.value(literal)
    default: return nil
    }
  }

  private func array(_ node: Node, of element: TypeReference) -> DefaultValue? {
    guard node.kind == .sequence, node.isSmall else { return nil }
    let elements = node.elements.compactMap { inner($0, of: element) }
    return elements.count == node.count ? .array(elements) : nil
  }

  private func dictionary(_ node: Node, of value: TypeReference) -> DefaultValue? {
    guard node.kind == .mapping, node.isSmall else { return nil }
    let members = node.pairs.compactMap { pair in
      inner(pair.value, of: value).map { DefaultValue.Member(name: pair.key.text, value: $0) }
    }
    // A dictionary literal must not have two keys that Swift takes for equal.
    guard members.count == node.count, Set(members.map(\.name)).count == members.count else { return nil }
    return .dictionary(members)
  }

  private func declared(_ node: Node, _ name: TypeName) -> DefaultValue? {
    switch shape(of: name) {
    case .enumeration(let enumeration): return SchemaCatalog.literal(node).flatMap(enumeration.value)
    case .structure(let structure) where structure.layout == .object && node.kind == .mapping && node.isSmall:
      let known = Set(structure.properties.map(\.key))
      guard node.pairs.allSatisfy({ known.contains($0.key.text) }) else { return nil }
      var arguments: [DefaultValue.Member] = []
      for property in structure.properties {
        guard let value = node[property.key] else {
          if property.isOptionalInInitializer { continue }
          return nil
        }
        guard property.presence != .distinct, let argument = inner(value, of: property.type) else { return nil }
        arguments.append(.init(name: property.name, value: argument))
      }
      return .structure(name, arguments)
    case .structure, .union, .alias, nil: return nil
    }
  }

  /// A value in another one, where any JSON can be written too.
  private func inner(_ node: Node, of type: TypeReference) -> DefaultValue? {
    if end(of: type) == .builtin(.json) { return json(node) }
    return defaultValue(node, of: type)
  }

  private func json(_ node: Node) -> DefaultValue? {
    switch node.kind {
    case .null: .null
    case .sequence: array(node, of: .builtin(.json))
    case .mapping: dictionary(node, of: .builtin(.json))
    default: SchemaCatalog.literal(node).map { .literal($0) }
    }
  }

  private static func literal(_ node: Node, of builtin: TypeReference.Builtin) -> Literal? {
    switch builtin {
    case .string: return node.string.map { .string($0) }
    case .bool: return node.bool.map { .bool($0) }
    case .double, .float: return node.double.flatMap { $0.isFinite ? .number($0) : nil }
    // A literal with a fraction would pass through a 'Double'.
    case .decimal: return node.integer.map { .integer($0) }
    case .date, .uuid, .localDate, .duration, .bytes, .json: return nil
    default:
      guard let integer = node.integer ?? node.double.flatMap(Int.init(exactly:)), builtin.holds(integer) else {
        return nil
      }
      return .integer(integer)
    }
  }
}

extension Node {
  private static let mostValues = 100

  /// Whether there are few values in it, those counted each time to which aliases lead.
  fileprivate var isSmall: Bool {
    var unread = [self]
    var count = 0
    while let next = unread.popLast() {
      count += 1
      if count + next.count > Self.mostValues { return false }
      if next.kind == .sequence { unread += next.elements }
      if next.kind == .mapping { unread += next.pairs.map(\.value) }
    }
    return true
  }
}

extension Enumeration {
  /// The case for a value, which may be one that the document does not list.
  package func value(_ literal: Literal) -> DefaultValue? {
    if let known = cases.first(where: { $0.value == literal }) { return .enumerationCase(known.name) }
    guard let unknownCase, rawType.holds(literal) else { return nil }
    return .unlisted(caseName: unknownCase, literal)
  }
}

extension Enumeration.RawType {
  fileprivate func holds(_ literal: Literal) -> Bool {
    switch (self, literal) {
    case (.string, .string), (.integer, .integer), (.number, .number), (.number, .integer), (.json, _): true
    default: false
    }
  }
}

extension TypeReference.Builtin {
  /// Whether an integer is within the range of the type.
  fileprivate func holds(_ integer: Int) -> Bool {
    switch self {
    case .int8: Int8(exactly: integer) != nil
    case .int16: Int16(exactly: integer) != nil
    case .int32: Int32(exactly: integer) != nil
    case .uint8: UInt8(exactly: integer) != nil
    case .uint16: UInt16(exactly: integer) != nil
    case .uint32: UInt32(exactly: integer) != nil
    case .uint64: integer >= 0
    default: true
    }
  }
}

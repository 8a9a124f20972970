/// `type`, with `nullable` beside it.
extension SchemaEvaluator {
  mutating func checkType(_ value: Node, of schema: SchemaKeywords, _ instance: Instance) -> Verdict {
    budget.take(value.count)
    guard let types = types(value), !types.isEmpty else { return .valid }
    if instance.kind == .null, schema.isNullable { return .valid }
    var isUndecided = false
    for type in types {
      switch isOf(type, instance) {
      case true?: return .valid
      case false?: break
      case nil: isUndecided = true
      }
    }
    if isUndecided { return .undecided }
    return report(.type, value, instance.node, "must be \(Self.inWords(types)), \(Self.found(instance, types))")
  }

  /// The types that are listed, `nil` where one of them is none.
  private func types(_ value: Node) -> [Schema.Kind]? {
    let names = value.kind == .sequence ? Array(value.elements) : [value]
    var types: [Schema.Kind] = []
    for name in names {
      guard name.kind == .string || name.kind == .null, name.textBytes.count <= 10,
        let type = Schema.Kind(rawValue: name.kind == .null ? "null" : name.text)
      else { return nil }
      types.append(type)
    }
    return types
  }

  private mutating func isOf(_ type: Schema.Kind, _ instance: Instance) -> Bool? {
    switch (type, instance.kind) {
    case (.null, .null), (.boolean, .bool), (.string, .string), (.array, .sequence), (.object, .mapping),
      (.number, .number), (.number, .integer), (.integer, .integer):
      true
    // What has no fraction is an integer, however it is written.
    case (.integer, .number): number(instance.node)?.isInteger
    default: false
    }
  }

  private static func inWords(_ types: [Schema.Kind]) -> String {
    types.map { type in
      switch type {
      case .null: "null"
      case .boolean: "a boolean"
      case .integer: "an integer"
      case .number: "a number"
      case .string: "a string"
      case .array: "a list"
      case .object: "a mapping"
      }
    }.joined(separator: " or ")
  }

  private static func found(_ instance: Instance, _ types: [Schema.Kind]) -> String {
    switch instance.kind {
    case .sequence, .mapping: "found \(instance.shown)"
    case .null: "but is null"
    case .number where types.contains(.integer): "but is \(instance.shown)"
    case .bool, .integer, .number:
      "but is \(instance.shown), \(instance.node.kindInWords)\(types.contains(.string) ? "; put it in quotes" : "")"
    case .string:
      "but is \(instance.shown), a string\(isMeantWithoutQuotes(instance.node, types) ? "; remove its quotes" : "")"
    }
  }

  /// Whether the text in quotes would be of one of the types without them.
  private static func isMeantWithoutQuotes(_ node: Node, _ types: [Schema.Kind]) -> Bool {
    guard !node.isPlain else { return false }
    let bytes = node.textBytes
    guard let start = bytes.baseAddress, bytes.count > 0 else { return false }
    switch CoreSchema.kind(start, bytes.count) {
    case .bool: return types.contains(.boolean)
    case .integer: return types.contains(.integer) || types.contains(.number)
    case .number: return types.contains(.number)
    default: return false
    }
  }
}

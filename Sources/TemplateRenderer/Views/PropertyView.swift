import IntermediateRepresentation

/// A property of a struct.
struct PropertyView: View {
  var property: Property
  var structure: Structure
  var texts: TypeText

  static let fields = ViewFields<Self>([
    .text("name", \.property.name),
    .text("key") { SwiftLiteral.string($0.property.key) },
    .text("type", \.type),
    // The document leaves no choice of another value.
    .text("introducer") { $0.property.constant == nil ? "var" : "let" },
    .texts("documentation", \.property.documentation.commentLines),
    .flag("isDeprecated", \.property.isDeprecated),
    .flag("isComputed") { $0.property.boxName != nil || $0.property.storageName != nil },
    .text("got", \.got),
    .text("set", \.set),
    .text("storage", \.storage),
    .text("storageType", \.storageType),
    .text("stored") { $0.stored($0.property.name) },
    .text("decode", \.decode),
    .text("encode", \.encode),
  ])

  private var valueType: String { texts.text(property.type) }
  private var isBoxed: Bool { property.boxName != nil }

  private var isOptional: Bool {
    switch property.presence {
    case .required, .distinct: false
    case .nullable, .optionalNullable: true
    case .optional: property.defaultValue == nil
    }
  }

  var type: String { shaped(valueType) }
  private var storageType: String { shaped(isBoxed ? "AsyncAPIRuntime.Box<\(valueType)>" : valueType) }

  private func shaped(_ type: String) -> String {
    if property.presence == .distinct { return "AsyncAPIRuntime.Presence<\(type)>" }
    return isOptional ? "\(type)?" : type
  }

  /// What follows the parameter of the initializer.
  var parameterDefault: String {
    if let value = property.defaultValue { return " = \(texts.text(value))" }
    switch property.presence {
    case .required, .nullable: return ""
    case .optional, .optionalNullable: return " = nil"
    case .distinct: return " = .absent"
    }
  }

  // MARK: Storage

  /// Where the value is kept: the property itself, or what lies behind it.
  private var storage: String { property.boxName ?? property.storageName ?? property.name }

  private var got: String { isBoxed ? "self.\(storage)\(isOptional ? "?" : "").value" : "self.\(storage)" }

  /// The expression that gives the value to be checked, or nil.
  var checked: String {
    switch (property.presence, isBoxed) {
    case (.distinct, true): "self.\(property.name).value"
    case (.distinct, false): "\(got).value"
    default: got
    }
  }

  private var set: String { "self.\(storage) = \(stored("newValue"))" }

  /// What is stored of a value.
  private func stored(_ value: String) -> String {
    guard isBoxed else { return value }
    return isOptional ? "\(value).map(AsyncAPIRuntime.Box.init)" : "AsyncAPIRuntime.Box(\(value))"
  }

  // MARK: Coding

  private var decodedType: String { "\(isBoxed ? "AsyncAPIRuntime.Box<\(valueType)>" : valueType).self" }
  private var forKey: String { "forKey: \(SwiftLiteral.string(property.key))" }
  private var keeping: String { "keeping: &self.\(structure.writtenName ?? "")" }
  private var written: String { "as: self.\(structure.writtenName ?? "")" }
  private var isJSON: Bool { property.type == .builtin(.json) }

  /// The expression that decodes what is stored.
  private var decode: String { "container.\(structure.layout == .array ? decodedElement : decodedProperty)" }

  private var decodedProperty: String {
    if property.isKeptAsWritten {
      let method = property.presence == .required ? "decodeWritten" : "decodeWrittenIfPresent"
      return "\(method)(\(decodedType), \(forKey), \(keeping))"
    }
    switch property.presence {
    case .required: return "decode(\(decodedType), \(forKey))"
    case .nullable: return "decodeNullable(\(decodedType), \(forKey))"
    case .optional where isJSON: return "decodeAnyIfPresent(\(forKey))"
    case .optional:
      guard let value = property.defaultValue else { return "decodeIfPresent(\(decodedType), \(forKey))" }
      return "decode(\(decodedType), \(forKey), default: \(texts.text(value)), \(keeping))"
    case .optionalNullable: return "decodeIfPresent(\(decodedType), \(forKey), \(keeping))"
    case .distinct: return "decodePresence(\(decodedType), \(forKey))"
    }
  }

  private var decodedElement: String {
    switch property.presence {
    case .required: "decode(\(decodedType))"
    case .optional where isJSON: "decodeAnyElementIfPresent()"
    case .nullable, .optional, .distinct: "decodeElementIfPresent(\(decodedType))"
    case .optionalNullable: "decodeElementIfPresent(\(decodedType), \(keeping))"
    }
  }

  /// The expression that encodes what is stored.
  private var encode: String { "container.\(structure.layout == .array ? encodedElement : encodedProperty)" }

  private var encodedProperty: String {
    let value = "self.\(storage)"
    if property.isKeptAsWritten {
      let method =
        switch property.presence {
        case .required, .distinct: "encodeWritten"
        case .nullable: "encodeWrittenNullable"
        case .optional: "encodeWrittenIfPresent"
        case .optionalNullable: "encodeWrittenOrNull"
        }
      return "\(method)(\(value), \(forKey), \(written))"
    }
    switch property.presence {
    case .required: return "encode(\(value), \(forKey))"
    case .nullable: return "encodeNullable(\(value), \(forKey))"
    case .optional:
      guard let usual = property.defaultValue else { return "encodeIfPresent(\(value), \(forKey))" }
      return "encode(\(value), \(forKey), default: \(texts.text(usual)), \(written))"
    case .optionalNullable: return "encodeIfPresent(\(value), \(forKey), \(written))"
    case .distinct: return "encodePresence(\(value), \(forKey))"
    }
  }

  private var encodedElement: String {
    switch property.presence {
    case .required: "encode(self.\(storage))"
    case .nullable: "encodeNullable(self.\(storage))"
    case .optional, .distinct: "encodeIfPresent(self.\(storage))"
    case .optionalNullable: "encodeIfPresent(self.\(storage), \(written))"
    }
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

import IntermediateRepresentation

/// The inside of a struct.
struct StructureView: View {
  var structure: Structure
  var texts: TypeText

  static let fields = ViewFields<Self>([
    .views("properties", of: PropertyView.self, \.properties),
    .flag("isEmpty") { $0.structure.properties.isEmpty && $0.structure.additionalProperties == nil },
    .flag("hasAdditionalProperties") { $0.structure.additionalProperties != nil },
    .text("additionalName") { $0.structure.additionalProperties?.name ?? "" },
    .text("additionalType") { view in
      view.structure.additionalProperties.map { view.texts.text($0.type) } ?? ""
    },
    .text("knownKeys") { view in
      view.structure.properties.map { SwiftLiteral.string($0.key) }.joined(separator: ", ")
    },
    .views("parameters", of: ListItemView.self, \.parameters),
    .flag("hasFewParameters") { $0.parameters.count <= 2 },
  ])

  private var properties: [PropertyView] {
    structure.properties.map { PropertyView(property: $0, texts: texts) }
  }

  private var parameters: [ListItemView] {
    var parameters = properties.map { "\($0.property.name): \($0.type)\($0.defaultValue)" }
    if let additional = structure.additionalProperties {
      parameters.append("\(additional.name): [String: \(texts.text(additional.type))] = [:]")
    }
    return ListItemView.list(parameters)
  }
}

struct PropertyView: View {
  var property: Property
  var texts: TypeText

  static let fields = ViewFields<Self>([
    .text("name", \.property.name),
    .text("key") { SwiftLiteral.string($0.property.key) },
    .text("type", \.type),
    .texts("documentation", \.property.documentation.commentLines),
    .flag("isBoxed") { $0.property.boxName != nil },
    .flag("isOptional", \.isOptional),
    .text("storage", \.storage),
    .text("storageType") { $0.property.boxName != nil ? "Box<\($0.valueType)>" : $0.valueType },
    .text("stored", \.stored),
    .text("decode", \.decode),
    .text("encode", \.encode),
  ])

  private var valueType: String { texts.text(property.type) }

  private var isOptional: Bool {
    switch property.presence {
    case .required: false
    case .nullable: true
    case .optional: property.constant == nil
    }
  }

  fileprivate var type: String { isOptional ? "\(valueType)?" : valueType }

  fileprivate var defaultValue: String {
    if let constant = property.constant { return " = \(SwiftLiteral.value(constant))" }
    return property.presence == .optional ? " = nil" : ""
  }

  /// Where the value is kept: the property itself, or the box behind it.
  private var storage: String {
    property.boxName ?? property.name
  }

  /// What is stored of the argument of the same name.
  private var stored: String {
    guard property.boxName != nil else { return property.name }
    return isOptional ? "\(property.name).map(Box.init)" : "Box(\(property.name))"
  }

  /// The expression that decodes what is stored.
  private var decode: String {
    let type = property.boxName != nil ? "Box<\(valueType)>" : valueType
    let key = SwiftLiteral.string(property.key)
    switch property.presence {
    case .required: return "container.decode(\(type).self, forKey: \(key))"
    case .nullable: return "container.decodeNullable(\(type).self, forKey: \(key))"
    case .optional:
      let decoded = "container.decodeIfPresent(\(type).self, forKey: \(key))"
      return property.constant.map { "\(decoded) ?? \(SwiftLiteral.value($0))" } ?? decoded
    }
  }

  private var encode: String {
    switch property.presence {
    case .required: "encode"
    case .nullable: "encodeNullable"
    case .optional: property.constant == nil ? "encodeIfPresent" : "encode"
    }
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

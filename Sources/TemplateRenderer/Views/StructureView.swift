import IntermediateRepresentation

/// The inside of a struct.
struct StructureView: View {
  var structure: Structure
  var texts: TypeText

  static let fields = ViewFields<Self>([
    .views("properties", of: PropertyView.self, \.properties),
    .flag("isObject") { $0.structure.layout == .object },
    .flag("isEmpty", \.isEmpty),
    .flag("readsContainer") { !$0.isEmpty || $0.refusesOthers },
    .flag("refusesOthers", \.refusesOthers),
    .flag("hasAdditionalProperties") { $0.structure.additionalProperties != nil },
    .text("additionalName") { $0.structure.additionalProperties?.name ?? "" },
    .text("additionalType") { view in
      view.structure.additionalProperties.map { view.texts.text($0.type) } ?? ""
    },
    .flag("hasAdditionalItems") { $0.structure.additionalItems != nil },
    .text("itemsName") { $0.structure.additionalItems?.name ?? "" },
    .text("itemsType") { view in view.structure.additionalItems.map { view.texts.text($0.type) } ?? "" },
    .flag("knowsKeys") { $0.structure.additionalProperties != nil || $0.refusesOthers },
    .text("knownKeys") { view in
      view.structure.properties.map { SwiftLiteral.string($0.key) }.joined(separator: ", ")
    },
    .flag("remembersForms") { $0.structure.writtenName != nil },
    .text("writtenName") { $0.structure.writtenName ?? "" },
    .flag("hasDeprecatedInitializer", \.structure.hasDeprecatedInitializer),
    .views("parameters", of: ListItemView.self, \.parameters),
    .flag("hasFewParameters") { $0.parameters.count <= 2 },
  ])

  private var isEmpty: Bool {
    structure.properties.isEmpty && structure.additionalProperties == nil && structure.additionalItems == nil
  }

  private var refusesOthers: Bool { structure.unknownProperties == .refused }

  private var properties: [PropertyView] {
    structure.properties.map { PropertyView(property: $0, structure: structure, texts: texts) }
  }

  private var parameters: [ListItemView] {
    var parameters = properties.map { "\($0.property.name): \($0.type)\($0.parameterDefault)" }
    if let additional = structure.additionalProperties {
      parameters.append("\(additional.name): [String: \(texts.text(additional.type))] = [:]")
    }
    if let additional = structure.additionalItems {
      parameters.append("\(additional.name): [\(texts.text(additional.type))] = []")
    }
    return ListItemView.list(parameters)
  }
}

import IntermediateRepresentation

/// A payload type.
struct TypeView: View {
  var declaration: TypeDeclaration
  var texts: TypeText

  static let fields = ViewFields<Self>([
    .text("scope") { "\($0.texts.namespace).\($0.declaration.name.parent)" },
    .text("name", \.declaration.name.simpleName),
    .texts("documentation", \.declaration.documentation.commentLines),
    .views("structure", of: StructureView.self, \.structure),
    .views("enumeration", of: EnumerationView.self, \.enumeration),
    .views("union", of: UnionView.self, \.union),
    .views("validation", of: ValidationView.self) { ValidationView.list($0.declaration, $0.texts) },
    .flag("isAlias") { if case .alias = $0.declaration.shape { true } else { false } },
    .text("aliased") { if case .alias(let type) = $0.declaration.shape { $0.texts.text(type) } else { "" } },
  ])

  private var structure: [StructureView] {
    guard case .structure(let structure) = declaration.shape else { return [] }
    return [StructureView(structure: structure, texts: texts)]
  }

  private var enumeration: [EnumerationView] {
    guard case .enumeration(let enumeration) = declaration.shape else { return [] }
    return [EnumerationView(enumeration: enumeration)]
  }

  private var union: [UnionView] {
    guard case .union(let union) = declaration.shape else { return [] }
    return [UnionView(union: union, texts: texts)]
  }
}

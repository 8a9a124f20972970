import IntermediateRepresentation

/// The method that validates values of a type.
struct ValidationView: View {
  /// The whole name of the type.
  var type: String
  var checks: CheckText

  static let fields = ViewFields<Self>([
    .text("validatedType", \.type),
    .texts("statements", \.checks.statements),
    .flag("hasConstants") { !$0.checks.constants.isEmpty },
    .texts("constants", \.checks.constants),
  ])

  /// Nothing where the checks are none.
  static func list(_ type: String, _ checks: CheckText) -> [Self] {
    checks.statements.isEmpty ? [] : [Self(type: type, checks: checks)]
  }
}

extension ValidationView {
  static func list(_ declaration: TypeDeclaration, _ texts: TypeText) -> [Self] {
    guard declaration.isValidated == true else { return [] }
    var taken = texts.memberNames.union(texts.nestedNames)
    if case .enumeration(let enumeration) = declaration.shape { taken.formUnion(enumeration.cases.map(\.name)) }
    var text = CheckText(besides: taken)
    switch declaration.shape {
    case .structure(let structure):
      for property in structure.properties {
        let view = PropertyView(property: property, structure: structure, texts: texts)
        text.add(property.checks, of: view.checked, at: property.key)
      }
      if let rest = structure.additionalProperties, let checks = rest.checks {
        text.add([.elements(checks)], of: "self.\(rest.name)")
      }
      if let rest = structure.additionalItems, let checks = rest.checks {
        text.add([.elements(checks)], of: "self.\(rest.name)")
      }
      text.add(declaration.checks, of: "self")
    case .enumeration(let enumeration): text.add(declaration.checks, of: "self", unknownCase: enumeration.unknownCase)
    case .union(let union): text.add(union, declaration.checks)
    case .alias: break
    }
    return list("\(texts.namespace).\(declaration.name)", text)
  }
}

extension CheckText {
  /// What is checked of the member that a value is, and that it is one of them.
  fileprivate mutating func add(_ union: Union, _ checks: [ValueCheck]?) {
    let checked = union.members.filter { $0.checks != nil }
    if !checked.isEmpty {
      add(statement: "switch self {")
      for member in checked {
        add(statement: "case .\(member.name)(let value):")
        add(member.checks, of: "value", margin: "  ")
      }
      let others = union.members.filter { $0.checks == nil }.map { ".\($0.name)" } + [".\(union.unknownCase)"]
      add(statement: "case \(others.joined(separator: ", ")): break")
      add(statement: "}")
    }
    add(checks, of: "self", unknownCase: union.unknownCase)
  }
}

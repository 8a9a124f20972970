import SpecParser

/// Finds names for types: each scope has its own, and a place keeps the one it got.
final class TypeNaming {
  let namespace: String
  let overrides: NameOverrides
  private var names: [SchemaConjunction: TypeName] = [:]
  private var scopes: [TypeName: NameScope] = [:]
  /// Types that were referred to before anything that contains them was met.
  private var placeholders: [SchemaConjunction: TypeName] = [:]
  private var unnamed: [SchemaConjunction] = []
  private var finalNames: [TypeName: TypeName] = [:]

  init(namespace: String, overrides: NameOverrides) {
    self.namespace = namespace
    self.overrides = overrides
  }

  subscript(conjunction: SchemaConjunction) -> TypeName? {
    get { names[conjunction] }
    set { names[conjunction] = newValue }
  }

  /// The names of the components' schemas, which do not depend on their order.
  func assignComponents(_ components: [(key: String, schema: SchemaReference)]) -> [TypeName] {
    var scope = scope(of: .schemas)
    defer { scopes[.schemas] = scope }
    return scope.assign(components.map(\.key), .type, at: components.map(\.schema.site), overrides: overrides)
      .map(TypeName.schemas.nested)
  }

  /// What the types of a structure's properties are called, in the order of the properties but whatever that order is.
  func assignNested(_ keys: [String], in parent: TypeName) -> [String] {
    var scope = scope(of: parent)
    return scope.assign(keys, .type)
  }

  func name(_ hint: String, of form: SchemaForm, in parent: TypeName, for place: Node) -> TypeName {
    let (scope, candidates) = Self.place(hint, in: parent, kind: form)
    return scope.nested(claim(candidates, in: scope, for: place))
  }

  /// A name for a schema outside the components.
  func nameRoot(_ place: Node) -> TypeName {
    .schemas.nested(claim(Self.rootNames(for: place), in: .schemas, for: place))
  }

  private func claim(_ candidates: [String], in parent: TypeName, for place: Node) -> String {
    var scope = scope(of: parent)
    defer { scopes[parent] = scope }
    if parent == .schemas || overrides.namesType(at: place), let override = overrides.name(for: nil, at: place, .type),
      let name = scope.claim(override, overrides)
    {
      return name
    }
    return scope.claim(candidates)
  }

  /// Keeps names from the types that are nested in one.
  func reserve(_ names: [String], in parent: TypeName) {
    var scope = scope(of: parent)
    scope.reserve(names)
    scopes[parent] = scope
  }

  private func scope(of parent: TypeName) -> NameScope {
    scopes[parent] ?? .types(namespace: namespace, suffix: parent == .schemas ? "Schema" : "Type")
  }

  /// Where a new type goes. Deep nesting is cut short, since long paths read badly and compile slowly.
  private static func place(
    _ hint: String, in parent: TypeName, kind: SchemaForm
  ) -> (scope: TypeName, candidates: [String]) {
    let isDeep = parent.components.count >= 4
    let scope = isDeep ? parent.parent : parent
    let name = isDeep ? parent.simpleName + hint : hint
    let suffix =
      switch kind {
      case .enumeration: "Value"
      case .union: "Choice"
      case .tuple: "Tuple"
      default: "Object"
      }
    return (scope, [name, name + suffix])
  }

  /// The names that a schema outside the components may have, the simplest first.
  private static func rootNames(for place: Node) -> [String] {
    let tokens = JSONPointer.tokens(place.pointer).compactMap(JSONPointer.unescaped).filter { !$0.isEmpty }
    let file = place.location.path.split(separator: "/").last.map { String($0.prefix { $0 != "." }) } ?? ""
    var names = tokens.last.map { Int($0) == nil ? [$0] : [] } ?? []
    names.append(tokens.suffix(3).joined(separator: " "))
    names.append(([file] + tokens.suffix(3)).joined(separator: " "))
    return names.filter { !$0.isEmpty }.map { SwiftIdentifier.make($0, .type) }
  }

  // MARK: Placeholders

  func placeholder(for conjunction: SchemaConjunction) -> TypeName {
    if let known = placeholders[conjunction] { return known }
    let name = TypeName(["", String(placeholders.count)])
    placeholders[conjunction] = name
    unnamed.append(conjunction)
    return name
  }

  /// The schemas that have no name yet, such that what one contains is named by it. They are not given again.
  func takeUnnamed() -> [SchemaConjunction] {
    defer { unnamed = [] }
    return unnamed.map { (path: $0.place.location.path, pointer: $0.place.pointer, conjunction: $0) }
      .sorted { ($0.path, $0.pointer.count, $0.pointer) < ($1.path, $1.pointer.count, $1.pointer) }
      .map(\.conjunction)
  }

  /// From now on ``final(_:)`` knows every name.
  func resolvePlaceholders() {
    for (conjunction, placeholder) in placeholders { finalNames[placeholder] = names[conjunction] }
  }

  func final(_ name: TypeName) -> TypeName { finalNames[name] ?? name }

  /// The type as it is called in the end.
  func final(_ type: TypeReference) -> TypeReference { type.renamed { .declared(final($0)) } }
}

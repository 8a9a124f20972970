import IntermediateRepresentation

/// Writes types as they are called from one place in the generated code.
struct TypeText {
  let namespace: String
  /// The type in whose extension the code stands.
  let scope: TypeName
  /// The declaration in which the code stands, if any.
  let declaration: TypeName?
  /// The simple names of the types nested in that declaration, which hide others.
  let nestedNames: Set<String>
  /// The names of the declaration's properties or cases, which hide types where letters have no case.
  let memberNames: Set<String>

  init(
    namespace: String, scope: TypeName, declaration: TypeName?, nestedNames: Set<String> = [],
    memberNames: Set<String> = []
  ) {
    self.namespace = namespace
    self.scope = scope
    self.declaration = declaration
    self.nestedNames = nestedNames
    self.memberNames = memberNames
  }

  /// Types as they are called from anywhere.
  static func qualified(in namespace: String) -> TypeText {
    TypeText(namespace: namespace, scope: TypeName([]), declaration: nil)
  }

  func text(_ type: TypeReference) -> String {
    switch type {
    case .builtin(let builtin): builtin.isRuntime ? "AsyncAPIRuntime.\(builtin.rawValue)" : builtin.rawValue
    case .external(let external): external.name
    case .declared(let name): text(name)
    case .array(let element): "[\(text(element))]"
    case .dictionary(let value): "[String: \(text(value))]"
    case .optional(let wrapped): "\(text(wrapped))?"
    }
  }

  /// A value as it is written where its type is known.
  func text(_ value: DefaultValue) -> String {
    switch value {
    case .null: return "nil"
    case .literal(let literal): return SwiftLiteral.value(literal)
    case .enumerationCase(let name): return ".\(name)"
    case .unlisted(let name, let literal): return ".\(name)(\(SwiftLiteral.value(literal)))"
    case .array(let elements): return "[\(elements.map(text).joined(separator: ", "))]"
    case .dictionary(let members):
      let pairs = members.map { "\(SwiftLiteral.string($0.name)): \(text($0.value))" }
      return pairs.isEmpty ? "[:]" : "[\(pairs.joined(separator: ", "))]"
    case .structure(let type, let arguments):
      let labelled = arguments.map { "\($0.name.argumentLabel): \(text($0.value))" }
      return "\(text(type))(\(labelled.joined(separator: ", ")))"
    }
  }

  /// The simple name where Swift finds it from here, else the whole path.
  func text(_ name: TypeName) -> String {
    if memberNames.contains(name.simpleName) { return "\(namespace).\(name)" }
    if let declaration, name.parent == declaration { return name.simpleName }
    if name.parent == scope, !scope.components.isEmpty, !nestedNames.contains(name.simpleName) {
      return name.simpleName
    }
    return "\(namespace).\(name)"
  }
}

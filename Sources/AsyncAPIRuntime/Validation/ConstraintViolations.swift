/// What is found wrong with a value while it is walked through. It holds a hundred violations and passes over the rest,
/// since nobody reads more.
public struct ConstraintViolations: Sendable {
  fileprivate enum Step: Sendable {
    case property(String)
    case element(Int)
  }

  /// What was found, in the order of the walk.
  public private(set) var all: [ConstraintViolation] = []
  private var path: [Step] = []

  private static let most = 100

  /// Nothing, to begin with.
  public init() {}

  private mutating func add(_ constraint: String, _ requirement: String, _ place: String, at key: String?) {
    guard all.count < Self.most else { return }
    all.append(
      ConstraintViolation(path: pointer(to: key), constraint: constraint, requirement: requirement, place: place))
  }

  private func pointer(to key: String?) -> String {
    var pointer = ""
    for step in path { pointer += "/" + step.token }
    if let key { pointer += "/" + Step.property(key).token }
    return pointer
  }

  private mutating func within(_ key: String?, _ walk: (inout Self) -> Void) {
    if let key { path.append(.property(key)) }
    walk(&self)
    if key != nil { path.removeLast() }
  }
}

@_spi(Generated) extension ConstraintViolations {
  /// Compares a value, where there is one, with a constraint.
  public mutating func check(
    _ value: (some Constrained)?, at key: String? = nil, _ constraint: Constraint, _ place: String
  ) {
    guard let value, !value.fulfils(constraint) else { return }
    add(constraint.keyword, constraint.requirement, place, at: key)
  }

  /// Compares the JSON form of a value, where there is one, with a schema.
  public mutating func compare(
    _ value: (some Encodable)?, at key: String? = nil, _ schema: SchemaConstraint, _ place: String
  ) {
    guard let value, !schema.isFulfilled(by: value) else { return }
    add(schema.keyword, schema.requirement, place, at: key)
  }

  /// Adds that the value is none of those that an `enum` lists, or fits none of the alternatives of a `oneOf`.
  public mutating func addUnknown(at key: String? = nil, _ keyword: String, _ place: String) {
    add(
      keyword, keyword == "enum" ? "must be one of the listed values" : "must fit one of the alternatives", place,
      at: key)
  }

  /// Validates a value, where there is one.
  public mutating func validate(_ value: (some Validatable)?, at key: String? = nil) {
    guard let value else { return }
    within(key) { value.validate(into: &$0) }
  }

  /// Looks at each element of an array, where there is one.
  public mutating func forEach<Element>(
    _ array: [Element]?, at key: String? = nil, _ look: (Element, inout Self) -> Void
  ) {
    guard let array else { return }
    within(key) { violations in
      for (index, element) in array.enumerated() {
        violations.path.append(.element(index))
        look(element, &violations)
        violations.path.removeLast()
      }
    }
  }

  /// Looks at each value of a dictionary, where there is one, in the order of their names.
  public mutating func forEach<Value>(
    _ dictionary: [String: Value]?, at key: String? = nil, _ look: (Value, inout Self) -> Void
  ) {
    guard let dictionary else { return }
    within(key) { violations in
      for (name, value) in dictionary.sorted(by: { $0.key < $1.key }) {
        violations.path.append(.property(name))
        look(value, &violations)
        violations.path.removeLast()
      }
    }
  }
}

extension ConstraintViolations.Step {
  /// As a JSON Pointer writes it.
  fileprivate var token: String {
    switch self {
    case .element(let index): return String(index)
    case .property(let name):
      guard name.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return name }
      return name.split(separator: "~", omittingEmptySubsequences: false).joined(separator: "~0")
        .split(separator: "/", omittingEmptySubsequences: false).joined(separator: "~1")
    }
  }
}

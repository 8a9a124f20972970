import IntermediateRepresentation

/// Writes the statements that check values, and the constants that these need.
struct CheckText {
  private(set) var statements: [String] = []
  /// Each as `name = value`.
  private(set) var constants: [String] = []
  private var names: [String: String] = [:]
  /// Names that the type has already.
  private let taken: Set<String>

  init(besides taken: Set<String> = []) {
    self.taken = taken
  }

  /// - Parameters:
  ///   - value: the expression for the value
  ///   - key: the name or the position of the value in the one that is validated
  ///   - unknownCase: the case of an enum that holds what the document does not know
  mutating func add(
    _ checks: [ValueCheck]?, of value: String, at key: String? = nil, unknownCase: String? = nil, margin: String = ""
  ) {
    let place = key.map { ", at: \(SwiftLiteral.string($0))" } ?? ""
    for check in checks ?? [] {
      switch check {
      case .itself: statements.append("\(margin)violations.validate(\(value)\(place))")
      case .elements(let checks):
        statements.append("\(margin)violations.forEach(\(value)\(place)) { element, violations in")
        add(checks, of: "element", margin: margin + "  ")
        statements.append("\(margin)}")
      case .constraint(let constraint):
        add(constraint, of: value, at: place, key, unknownCase: unknownCase, margin: margin)
      }
    }
  }

  private mutating func add(
    _ constraint: Constraint, of value: String, at place: String, _ key: String?, unknownCase: String?, margin: String
  ) {
    let line = SwiftLiteral.string(constraint.place)
    switch constraint.argument {
    case .known:
      guard let unknownCase else { return }
      let place = key.map { "at: \(SwiftLiteral.string($0)), " } ?? ""
      statements += [
        "\(margin)if case .\(unknownCase) = \(value) {",
        "\(margin)  violations.addUnknown(\(place)\(SwiftLiteral.string(constraint.keyword)), \(line))", "\(margin)}",
      ]
    case .unknown(let json):
      guard let unknownCase else { return }
      statements += [
        "\(margin)if case .\(unknownCase)(let value) = \(value) {",
        "\(margin)  violations.compare(value, Self.\(schema(constraint.keyword, json)), \(line))", "\(margin)}",
      ]
    case .schema(let json):
      statements.append(
        "\(margin)violations.compare(\(value)\(place), Self.\(schema(constraint.keyword, json)), \(line))")
    case .unique: statements.append("\(margin)violations.check(\(value)\(place), .uniqueItems, \(line))")
    case .count(let count):
      statements.append("\(margin)violations.check(\(value)\(place), .\(constraint.keyword)(\(count)), \(line))")
    case .bound(let bound):
      statements.append(
        "\(margin)violations.check(\(value)\(place), .\(constraint.keyword)(\(SwiftLiteral.value(bound))), \(line))")
    case .pattern(let text):
      let pattern = constant("pattern", "AsyncAPIRuntime.Pattern(\(SwiftLiteral.string(text)))")
      statements.append("\(margin)violations.check(\(value)\(place), .pattern(Self.\(pattern)), \(line))")
    case .value(let literal):
      statements.append("\(margin)violations.check(\(value)\(place), .const(\(SwiftLiteral.value(literal))), \(line))")
    }
  }

  private mutating func schema(_ keyword: String, _ json: String) -> String {
    constant(
      "schema", "AsyncAPIRuntime.SchemaConstraint(\(SwiftLiteral.string(keyword)), \(SwiftLiteral.string(json)))")
  }

  /// The name of a constant with the value.
  private mutating func constant(_ kind: String, _ value: String) -> String {
    if let known = names[value] { return known }
    var name = "\(kind)\(names.count + 1)"
    while taken.contains(name) { name += "_" }
    names[value] = name
    constants.append("\(name) = \(value)")
    return name
  }

  mutating func add(statement: String) { statements.append(statement) }
}

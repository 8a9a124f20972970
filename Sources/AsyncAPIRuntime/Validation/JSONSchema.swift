/// A schema of draft-07 with AsyncAPI's `nullable`, ready to be compared with values.
struct JSONSchema: Sendable {
  private let root: JSONValue
  private let definitions: [String: JSONValue]
  /// By their texts, each made ready once.
  private let patterns: [String: Pattern]

  private static let steps = 100_000
  /// Each schema within a schema takes some frames of the stack.
  private static let deepest = 64

  init(_ json: JSONValue) {
    root = json
    if case .object(let definitions)? = json["definitions"] {
      self.definitions = definitions
    } else {
      definitions = [:]
    }
    var patterns: [String: Pattern] = [:]
    Self.collectPatterns(of: json, into: &patterns)
    self.patterns = patterns
  }

  private static func collectPatterns(of value: JSONValue, into patterns: inout [String: Pattern]) {
    switch value {
    case .array(let elements): for element in elements { collectPatterns(of: element, into: &patterns) }
    case .object(let members):
      if case .string(let text)? = members["pattern"] { patterns[text] = Pattern(text) }
      if case .object(let matched)? = members["patternProperties"] {
        for text in matched.keys { patterns[text] = Pattern(text) }
      }
      for member in members.values { collectPatterns(of: member, into: &patterns) }
    default: break
    }
  }

  /// Whether nothing speaks against the value.
  func admits(_ value: JSONValue) -> Bool {
    var walk = Walk(schema: self, left: Self.steps)
    return walk.verdict(on: value, by: root, depth: 0) != .invalid
  }

  enum Verdict {
    case valid
    case invalid
    case undecided

    /// Both, of which one that is invalid decides.
    func and(_ other: Verdict) -> Verdict {
      if self == .invalid || other == .invalid { return .invalid }
      return self == .undecided || other == .undecided ? .undecided : .valid
    }

    init(_ isValid: Bool) { self = isValid ? .valid : .invalid }

    var negated: Verdict {
      switch self {
      case .valid: .invalid
      case .invalid: .valid
      case .undecided: .undecided
      }
    }
  }

  /// One comparison, which takes no more than so many steps.
  struct Walk {
    let schema: JSONSchema
    var left: Int

    mutating func verdict(on value: JSONValue, by schema: JSONValue, depth: Int) -> Verdict {
      left -= 1
      guard left > 0, depth < JSONSchema.deepest else { return .undecided }
      switch schema {
      case .bool(let admits): return Verdict(admits)
      case .object(let keywords):
        if case .string(let reference)? = keywords["$ref"] {
          let name = reference.split(separator: "/").last.map(String.init) ?? ""
          guard let target = self.schema.definitions[name] else { return .undecided }
          return verdict(on: value, by: target, depth: depth + 1)
        }
        if value == .null, keywords["nullable"] == .bool(true) { return .valid }
        var verdict = Verdict.valid
        for (keyword, argument) in keywords {
          verdict = verdict.and(check(keyword, argument, of: keywords, value, depth + 1))
          if verdict == .invalid { return .invalid }
        }
        return verdict
      default: return .undecided
      }
    }

    func pattern(_ text: String) -> Pattern? { schema.patterns[text] }
  }
}

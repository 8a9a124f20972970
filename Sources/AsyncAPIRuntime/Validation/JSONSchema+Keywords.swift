extension JSONSchema.Walk {
  typealias Verdict = JSONSchema.Verdict

  /// Compares a value with one keyword; `valid` where the keyword says nothing of such a value.
  mutating func check(
    _ keyword: String, _ argument: JSONValue, of schema: [String: JSONValue], _ value: JSONValue, _ depth: Int
  ) -> Verdict {
    switch keyword {
    case "type": return checkType(argument, value)
    case "enum":
      guard case .array(let values) = argument else { return .valid }
      return Verdict(values.contains { $0.equals(value) })
    case "const": return Verdict(argument.equals(value))
    case "allOf", "anyOf", "oneOf":
      guard case .array(let schemas) = argument else { return .valid }
      return checkAlternatives(keyword, schemas, value, depth)
    case "not": return verdict(on: value, by: argument, depth: depth).negated
    case "if":
      let branch: JSONValue?
      switch verdict(on: value, by: argument, depth: depth) {
      case .valid: branch = schema["then"]
      case .invalid: branch = schema["else"]
      case .undecided: return .undecided
      }
      return branch.map { verdict(on: value, by: $0, depth: depth) } ?? .valid
    default:
      switch value {
      case .array(let elements): return checkArray(keyword, argument, of: schema, elements, depth)
      case .object(let members): return checkObject(keyword, argument, of: schema, members, depth)
      default: return checkScalar(keyword, argument, of: schema, value)
      }
    }
  }

  private func checkType(_ argument: JSONValue, _ value: JSONValue) -> Verdict {
    let names: [JSONValue] = if case .array(let names) = argument { names } else { [argument] }
    return Verdict(names.contains { name in if case .string(let name) = name { value.isOf(type: name) } else { true } })
  }

  private mutating func checkAlternatives(
    _ keyword: String, _ schemas: [JSONValue], _ value: JSONValue, _ depth: Int
  ) -> Verdict {
    var counts: [Verdict: Int] = [:]
    for schema in schemas {
      counts[verdict(on: value, by: schema, depth: depth), default: 0] += 1
      if keyword == "anyOf", counts[.valid] != nil { return .valid }
      if keyword == "allOf", counts[.invalid] != nil { return .invalid }
    }
    let (valid, undecided) = (counts[.valid, default: 0], counts[.undecided, default: 0])
    switch keyword {
    case "allOf": return undecided > 0 ? .undecided : .valid
    case "oneOf" where valid > 1: return .invalid
    case "oneOf" where valid == 1 && undecided == 0: return .valid
    default: return undecided > 0 || schemas.isEmpty ? .undecided : .invalid
    }
  }

  // MARK: Scalars

  private func checkScalar(
    _ keyword: String, _ argument: JSONValue, of schema: [String: JSONValue], _ value: JSONValue
  ) -> Verdict {
    guard let constraint = constraint(keyword, argument, of: schema) else { return .valid }
    return Verdict(value.fulfils(constraint))
  }

  private func constraint(_ keyword: String, _ argument: JSONValue, of schema: [String: JSONValue]) -> Constraint? {
    if case .string(let text) = argument, keyword == "pattern" { return pattern(text).map { .pattern($0) } }
    guard let bound = argument.bound else { return nil }
    let count = argument.count
    switch keyword {
    case "minLength": return count.map { .minLength($0) }
    case "maxLength": return count.map { .maxLength($0) }
    case "minItems": return count.map { .minItems($0) }
    case "maxItems": return count.map { .maxItems($0) }
    case "minProperties": return count.map { .minProperties($0) }
    case "maxProperties": return count.map { .maxProperties($0) }
    // In OpenAPI 3.0 the exclusive ones are flags beside the others.
    case "minimum": return schema["exclusiveMinimum"] == .bool(true) ? .exclusiveMinimum(bound) : .minimum(bound)
    case "maximum": return schema["exclusiveMaximum"] == .bool(true) ? .exclusiveMaximum(bound) : .maximum(bound)
    case "exclusiveMinimum": return .exclusiveMinimum(bound)
    case "exclusiveMaximum": return .exclusiveMaximum(bound)
    case "multipleOf": return .multipleOf(bound)
    default: return nil
    }
  }

  // MARK: Arrays

  private mutating func checkArray(
    _ keyword: String, _ argument: JSONValue, of schema: [String: JSONValue], _ elements: [JSONValue], _ depth: Int
  ) -> Verdict {
    switch keyword {
    case "uniqueItems": return Verdict(argument != .bool(true) || !JSONValue.repeats(elements))
    case "items":
      guard case .array(let schemas) = argument else { return all(elements[...], argument, depth) }
      var verdict = Verdict.valid
      for (element, schema) in zip(elements, schemas) {
        verdict = verdict.and(self.verdict(on: element, by: schema, depth: depth))
      }
      return verdict
    case "additionalItems":
      guard case .array(let schemas)? = schema["items"] else { return .valid }
      return all(elements.dropFirst(schemas.count), argument, depth)
    case "contains":
      var verdict = Verdict.invalid
      for element in elements {
        switch self.verdict(on: element, by: argument, depth: depth) {
        case .valid: return .valid
        case .undecided: verdict = .undecided
        case .invalid: break
        }
      }
      return verdict
    default: return checkScalar(keyword, argument, of: schema, .array(elements))
    }
  }

  private mutating func all(_ elements: ArraySlice<JSONValue>, _ schema: JSONValue, _ depth: Int) -> Verdict {
    var verdict = Verdict.valid
    for element in elements {
      verdict = verdict.and(self.verdict(on: element, by: schema, depth: depth))
      if verdict == .invalid { break }
    }
    return verdict
  }

  // MARK: Objects

  private mutating func checkObject(
    _ keyword: String, _ argument: JSONValue, of schema: [String: JSONValue], _ members: [String: JSONValue],
    _ depth: Int
  ) -> Verdict {
    switch keyword {
    case "required":
      guard case .array(let names) = argument else { return .valid }
      return Verdict(
        names.allSatisfy { name in if case .string(let name) = name { members[name] != nil } else { true } })
    case "properties":
      return all(members, depth) { name in argument[name].map { [$0] } ?? [] }
    case "patternProperties":
      let patterns = matching(argument)
      return all(members, depth, patterns)
    case "additionalProperties":
      let patterns = schema["patternProperties"].map(matching)
      return all(members, depth) { name in
        schema["properties"]?[name] != nil || patterns?(name).isEmpty == false ? [] : [argument]
      }
    case "propertyNames":
      var verdict = Verdict.valid
      for name in members.keys { verdict = verdict.and(self.verdict(on: .string(name), by: argument, depth: depth)) }
      return verdict
    case "dependencies": return checkDependencies(argument, members, depth)
    default: return checkScalar(keyword, argument, of: schema, .object(members))
    }
  }

  /// Compares each member with the schemas that its name has.
  private mutating func all(
    _ members: [String: JSONValue], _ depth: Int, _ schemas: (String) -> [JSONValue]
  ) -> Verdict {
    var verdict = Verdict.valid
    for (name, member) in members {
      for schema in schemas(name) { verdict = verdict.and(self.verdict(on: member, by: schema, depth: depth)) }
      if verdict == .invalid { break }
    }
    return verdict
  }

  /// Gives the schemas of the patterns that are found in a name.
  private func matching(_ patternProperties: JSONValue) -> (String) -> [JSONValue] {
    guard case .object(let schemas) = patternProperties else { return { _ in [] } }
    let patterns = schemas.map { (pattern($0.key), $0.value) }
    return { name in patterns.filter { $0.0?.isFound(in: name) ?? false }.map(\.1) }
  }

  private mutating func checkDependencies(
    _ argument: JSONValue, _ members: [String: JSONValue], _ depth: Int
  ) -> Verdict {
    guard case .object(let dependencies) = argument else { return .valid }
    var verdict = Verdict.valid
    for (name, dependency) in dependencies where members[name] != nil {
      if case .array(let names) = dependency {
        let isComplete = names.allSatisfy { name in
          if case .string(let name) = name { members[name] != nil } else { true }
        }
        verdict = verdict.and(Verdict(isComplete))
      } else {
        verdict = verdict.and(self.verdict(on: .object(members), by: dependency, depth: depth))
      }
    }
    return verdict
  }
}

extension JSONValue {
  fileprivate func isOf(type name: String) -> Bool {
    switch (self, name) {
    case (.null, "null"), (.bool, "boolean"), (.string, "string"), (.array, "array"), (.object, "object"): true
    case (.integer, "integer"), (.integer, "number"), (.number, "number"), (.decimal, "number"): true
    case (.number(let value), "integer"): value.rounded() == value
    case (.decimal(let value), "integer"): !"\(value)".contains(".")
    default: false
    }
  }

  fileprivate var bound: NumberBound? {
    switch self {
    case .integer(let value): NumberBound(integerLiteral: value)
    case .number(let value): NumberBound(floatLiteral: value)
    case .decimal(let value): Double("\(value)").map { NumberBound(floatLiteral: $0) }
    default: nil
    }
  }

  fileprivate var count: Int? {
    switch self {
    case .integer(let value): Int(exactly: value)
    case .number(let value): Int(exactly: value)
    default: nil
    }
  }
}

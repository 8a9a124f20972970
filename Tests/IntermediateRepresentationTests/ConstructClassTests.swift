import Foundation
import Testing

@testable import IntermediateRepresentation
@testable import SpecParser

/// What fails here: something may stand in a document, and no report says what becomes of it.
@Suite struct ConstructClassTests {
  @Test("Every keyword of the schema dialects has a class")
  func keywords() throws {
    let known = Set(SchemaDialect.keywords).union(SchemaDialect.keywordsOfIdentity)
      .union(SchemaDialect.keywordsOfOthers)
    #expect(known.subtracting(RuleTable.keywords.keys).sorted() == [])
    #expect(try keywordsThatAreRead().subtracting(RuleTable.keywords.keys).sorted() == [])
    #expect(Set(Shape.constraints.keys).subtracting(RuleTable.keywords.keys).sorted() == [])
    let ofExtensions = RuleTable.keywords.keys.filter { $0.hasPrefix("x-") }
    #expect(Set(RuleTable.keywords.keys).subtracting(ofExtensions).subtracting(known).sorted() == [])
  }

  /// The keywords in the reader's `case "a", "b":`.
  private func keywordsThatAreRead() throws -> Set<String> {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appendingPathComponent("Sources/SpecParser/Document/Reading/SchemaKeywordReading.swift")
    let text = try String(contentsOf: file, encoding: .utf8)
    let reading =
      text.components(separatedBy: "func readKeyword").dropFirst().joined()
      .components(separatedBy: "\n  }\n").first ?? ""
    var found: Set<String> = []
    for match in reading.matches(of: /case ((?:"[^"]+",?\s*)+):/) {
      found.formUnion(match.output.1.matches(of: /"([^"]+)"/).map { String($0.output.1) })
    }
    try #require(found.count > 30)
    return found
  }

  @Test("Every field of every object of the specification has a class, and no class is that of nothing")
  func objects() {
    var objects: [String: Set<String>] = [:]
    for object in Self.objects(reachedFrom: [.object(.document2), .object(.document3)]) {
      objects[object.name, default: []].formUnion(object.fields.keys)
    }
    for (name, fields) in objects.sorted(by: { $0.key < $1.key }) {
      let classed = Set((RuleTable.objects[name] ?? [:]).keys)
      #expect(fields.subtracting(classed).sorted() == [], "fields of the \(name) without a class")
      #expect(classed.subtracting(fields).sorted() == [], "classes of fields that the \(name) has not")
    }
    // The one object that the tables of the specification have no name for.
    #expect(Set(RuleTable.objects.keys).subtracting(objects.keys) == ["Security Requirement Object"])
  }

  @Test("A field whose parts count is one that has parts")
  func parts() {
    for object in Self.objects(reachedFrom: [.object(.document2), .object(.document3)]) {
      for (name, field) in object.fields {
        switch RuleTable.objects[object.name]?[name] {
        case .parts: #expect(field.shape.hasParts, "\(name) of the \(object.name)")
        case .entries:
          guard case .map = field.shape else {
            Issue.record("\(name) of the \(object.name) is no map")
            continue
          }
        default: break
        }
      }
    }
  }

  @Test("Every field of every version of every binding has a class, and no class is that of nothing")
  func bindings() {
    #expect(Set(ProtocolBindings.known.keys) == Set(RuleTable.bindings.keys))
    for bindings in ProtocolBindings.all {
      let rules = RuleTable.bindings[bindings.name] ?? [:]
      var paths: Set<String> = []
      for version in bindings.versions {
        for (place, object) in version.objects { Self.collect(object, at: place.rawValue, rules, into: &paths) }
      }
      #expect(paths.subtracting(rules.keys).sorted() == [], "bindings of \(bindings.name) without a class")
      #expect(Set(rules.keys).subtracting(paths).sorted() == [], "classes of what \(bindings.name) has not")
    }
  }

  /// The paths of the fields. What is classed as a whole needs no classes for its parts.
  private static func collect(
    _ object: ObjectSpecification, at path: String, _ rules: [String: Rule], into paths: inout Set<String>
  ) {
    for (name, field) in object.fields {
      let own = "\(path)/\(name)"
      paths.insert(own)
      guard case .parts = rules[own] else { continue }
      for part in field.shape.objects { collect(part, at: own, rules, into: &paths) }
    }
  }

  @Test("Every code of a construct is explained")
  func codes() {
    var rules = RuleTable.objects.values.flatMap(\.values) + RuleTable.bindings.values.flatMap(\.values)
    rules += Array(RuleTable.keywords.values) + Array(RuleTable.parameterKeywords.values)
    rules += [RuleTable.otherKeyword, RuleTable.otherParameterKeyword]
    let used = Set(rules.flatMap(\.treatments) + [.sibling, .overridden, .unused, .referableInPart, .unknownBinding])
    let explained = Dictionary(
      uniqueKeysWithValues: Treatment.codes.map { ($0.code, $0.meaning) }
        + DiagnosticCode.ofReporting.map { ($0.name, $0.meaning) })
    for treatment in used {
      #expect(explained[treatment.code] != nil, "\(treatment.code)")
      #expect(treatment.kind == .unselected || treatment.code.hasPrefix(treatment.kind.rawValue))
    }
    #expect(Set(explained.keys) == Set(used.map(\.code)))
  }

  private static func objects(reachedFrom shapes: [Shape]) -> [ObjectSpecification] {
    var found: [ObjectSpecification] = []
    var seen: Set<ObjectIdentifier> = []
    // Only what is read of schemas in other formats.
    var pending = shapes.flatMap(\.objects) + [.multiFormatSchema]
    while let object = pending.popLast() {
      guard seen.insert(ObjectIdentifier(object)).inserted else { continue }
      found.append(object)
      pending += object.fields.values.flatMap(\.shape.objects)
    }
    return found
  }
}

extension Shape {
  /// The objects that a value may be, or hold directly.
  fileprivate var objects: [ObjectSpecification] {
    switch self {
    case .object(let object), .referable(let object, _): [object]
    case .variant(let variant): Array(variant.variants.values) + [variant.unknown]
    case .messageOrAlternatives: [.message2, .messageAlternatives2]
    case .list(let shape, _), .map(let shape, _), .nullable(let shape): shape.objects
    case .either(let shapes): shapes.flatMap(\.objects)
    default: []
    }
  }

  fileprivate var hasParts: Bool {
    switch self {
    case .any, .reference, .schema, .formattedSchema, .bindings: true
    // Requirements of 2.x are maps in lists.
    case .list(let element, _): element.hasParts
    case .map: true
    default: !objects.isEmpty
    }
  }
}

extension Rule {
  fileprivate var treatments: [Treatment] {
    switch self {
    case .parts: []
    case .entries(let rule): rule.treatments
    case .always(let treatment): [treatment]
    case .when(_, let then, let otherwise): then.treatments + otherwise.treatments
    }
  }
}

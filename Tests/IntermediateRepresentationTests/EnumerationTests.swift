import IntermediateRepresentation
import TemplateRenderer
import Testing

@Suite struct EnumerationTests {
  private func cases(_ schema: String) throws -> [String] {
    try Snippet(schemas: "A: \(schema)").enumeration("Schemas.A").cases.map { "\($0.name)=\($0.value.text)" }
  }

  @Test("Values become names that Swift allows, and no two of them are alike")
  func names() throws {
    #expect(
      try cases(
        "{enum: [none, some, init, self, Type, default, rawValue, allCases, unknown, '', ' ', '1', '-1', '+1']}") == [
          "noneValue=none", "someValue=some", "initValue=init", "selfValue=self", "type=Type", "`default`=default",
          "rawValueValue=rawValue", "allCasesValue=allCases", "unknown=unknown", "empty=", "space= ", "value1=1",
          "minus1=-1",
          "plus1=+1",
        ])
    #expect(try cases("{enum: [a-b, a_b, aB, A-B]}") == ["aHyphenB_=a-b", "a_b=a_b", "aB=aB", "aHyphenB=A-B"])
  }

  @Test("The case for other values keeps out of the way of a value that is called so")
  func unknownCase() throws {
    let snippet = try Snippet(schemas: "A: {enum: [unknown, unrecognized]}")
    #expect(try snippet.enumeration("Schemas.A").unknownCase == "unknownValue")
  }

  @Test("Integers get names from their values, or those that the document gives")
  func integers() throws {
    #expect(try cases("{enum: [1, -1, 0]}") == ["value1=1", "negative1=-1", "value0=0"])
    #expect(
      try cases("{enum: [1, 2, 3], x-enum-varnames: [LOW, MID-DLE, LOW]}") == ["low=1", "midDle=2", "LOW=3"])
  }

  @Test("A value that is listed twice is one case; null makes the value optional and is none")
  func twiceAndNull() throws {
    #expect(try cases("{enum: [a, null, a, b]}") == ["a=a", "b=b"])
  }

  @Test("Constants with descriptions, and lists of constants with any string, are one enumeration")
  func unionsOfConstants() throws {
    #expect(try cases("{oneOf: [{const: a}, {const: b}]}") == ["a=a", "b=b"])
    #expect(try cases("{anyOf: [{enum: [a, b]}, {type: string}]}") == ["a=a", "b=b"])
  }

  @Test("Values of any kind have cases, if a literal says them; booleans need none")
  func mixed() throws {
    #expect(try cases("{enum: [a, 1, true, -2.5]}") == ["a=a", "value1=1", "`true`=true", "negative2Point5=-2.5"])
    #expect(try Snippet(schemas: "A: {enum: [a, 1]}").enumeration("Schemas.A").rawType == .json)
    #expect(try cases("{enum: [1.5, 2]}") == ["value1Point5=1.5", "value2=2"])
    #expect(try Snippet(schemas: "A: {enum: [1.5, 2]}").enumeration("Schemas.A").rawType == .number)
    #expect(try Snippet(schemas: "A: {enum: [true, false, null]}").alias("Schemas.A") == "Bool")
    #expect(try Snippet(schemas: "A: {enum: [{a: 1}, [b]]}").alias("Schemas.A") == "JSONValue")
  }

  @Test("A value that is listed twice is said to be")
  func duplicates() throws {
    #expect(try Snippet(schemas: "A: {enum: [a, b, a]}").findings == ["5:22 duplicate-enum-value"])
  }

  @Test("What the document says of each value stands at its case", arguments: ["[One., ~]", "{a: One.}"])
  func descriptions(list: String) throws {
    let enumeration = try Snippet(schemas: "A: {enum: [a, b], x-enum-descriptions: \(list)}").enumeration("Schemas.A")
    #expect(enumeration.cases.map(\.documentation) == [["One."], []])
    let constants = try Snippet(schemas: "A: {oneOf: [{const: a, description: One.}, {const: b}]}")
    #expect(try constants.enumeration("Schemas.A").cases.map(\.documentation) == [["One."], []])
  }

  @Test("An enumeration is closed where the document or the user says so, and open otherwise")
  func closed() throws {
    #expect(try Snippet(schemas: "A: {enum: [a, b]}").enumeration("Schemas.A").unknownCase == "unknown")
    let snippet = try Snippet(schemas: "Closed: {enum: [a, b-c], x-enum-closed: true}")
    #expect(try snippet.enumeration("Schemas.Closed").unknownCase == nil)
    #expect(
      try snippet.swift(#require(try snippet.roleDeclaring("enum Closed")), "nonisolated enum Closed") == """
        nonisolated enum Closed: String, Codable, Hashable, Sendable, CaseIterable {
          case a = "a"
          case bC = "b-c"
        }
        """)
    var settings = GenerationSettings()
    settings.enums = .closed
    #expect(try Snippet(schemas: "A: {enum: [1, 2]}", settings: settings).enumeration("Schemas.A").unknownCase == nil)
    // That any string is allowed is said by the document.
    let open = try Snippet(schemas: "A: {anyOf: [{enum: [a, b]}, {type: string}]}", settings: settings)
    #expect(try open.enumeration("Schemas.A").unknownCase == "unknown")
  }

  @Test("Many values are looked up in a table, and nobody who uses the type sees a difference")
  func table() throws {
    let values = (1...41).map { "v\($0)" }.joined(separator: ", ")
    let snippet = try Snippet(schemas: "Many: {enum: [\(values)]}")
    #expect(try snippet.enumeration("Schemas.Many").usesTable)
    let swift = try snippet.swift(#require(try snippet.roleDeclaring("enum Many")), "nonisolated enum Many")
    #expect(swift.contains("init(rawValue: String) {\n    self = Self.casesByRawValue[rawValue] ?? .unknown(rawValue)"))
    #expect(try !Snippet(schemas: "A: {enum: [\(values.dropLast(5))]}").enumeration("Schemas.A").usesTable)
  }

  @Test("An enumeration has the JSON that templates of users rely on")
  func jsonForm() throws {
    let snippet = try Snippet(schemas: "A: {enum: [eu, us]}")
    #expect(
      try json(snippet.type("Schemas.A").shape)
        == #"{"enumeration":{"cases":[{"name":"eu","value":{"string":"eu"}},{"name":"us","value":{"string":"us"}}],"#
        + #""rawType":"String","unknownCase":"unknown","usesTable":false}}"#)
  }

  @Test("An enumeration keeps what it does not know")
  func swift() throws {
    let snippet = try Snippet(schemas: "Region: {enum: [eu, us-east]}")
    #expect(
      try snippet.swift(#require(try snippet.roleDeclaring("enum Region")), "nonisolated enum Region") == """
        nonisolated enum Region: Codable, Hashable, Sendable, RawRepresentable, CaseIterable {
          case eu
          case usEast
          /// A value that the document does not know.
          case unknown(String)

          /// The values that the document knows.
          static var allCases: [Self] { [.eu, .usEast] }

          init(rawValue: String) {
            switch rawValue {
            case "eu": self = .eu
            case "us-east": self = .usEast
            default: self = .unknown(rawValue)
            }
          }

          var rawValue: String {
            switch self {
            case .eu: "eu"
            case .usEast: "us-east"
            case .unknown(let value): value
            }
          }
        }
        """)
  }
}

import IntermediateRepresentation
import Testing

@Suite struct RecursionTests {
  private func ref(_ name: String) -> String { "{$ref: '#/components/schemas/\(name)'}" }

  private func boxes(_ snippet: Snippet) -> [String] {
    snippet.document.types.flatMap { type -> [String] in
      guard case .structure(let structure) = type.shape else { return [] }
      return structure.properties.compactMap { property in
        property.boxName.map { "\(type.name).\(property.name) in \($0)" }
      }
    }
  }

  @Test("Only the property that closes a circle is boxed, whatever the order of the document")
  func boxing() throws {
    let a = "A: {properties: {b: \(ref("B"))}}"
    let b = "B: {properties: {c: \(ref("C")), list: {type: array, items: \(ref("A"))}}}"
    let c = "C: {properties: {a: \(ref("A")), map: {type: object, additionalProperties: \(ref("C"))}}}"
    for order in [[a, b, c], [c, b, a], [b, a, c]] {
      let snippet = try Snippet("components:\n  schemas:\n" + order.map { "    \($0)\n" }.joined())
      #expect(boxes(snippet) == ["Schemas.C.a in boxedA"])
    }
  }

  @Test("The storage of a box has a name that no property has")
  func boxNames() throws {
    let snippet = try Snippet(
      schemas: "A: {properties: {next: \(ref("A")), boxedNext: {type: string}, boxed-next-storage: {type: string}}}")
    #expect(boxes(snippet) == ["Schemas.A.next in boxedNextStorageStorage"])
  }

  @Test("A union that holds itself over a member is boxed there, and one in a list needs nothing")
  func unions() throws {
    let snippet = try Snippet(
      schemas: "A: {oneOf: [{type: string}, {title: Not, required: [not], properties: {not: \(ref("A"))}}]}",
      "B: {oneOf: [{type: string}, {type: array, items: \(ref("B"))}]}")
    // The circle closes at the member, which is boxed; the union itself stays as it is.
    #expect(try !snippet.union("Schemas.A").isIndirect)
    #expect(boxes(snippet) == ["Schemas.A.Not.not in boxedNot"])
    #expect(try !snippet.union("Schemas.B").isIndirect)
  }

  @Test("A value that would be too large to hold in place is kept behind a reference, without a circle too")
  func large() throws {
    func object(_ depth: Int) -> String {
      let properties = (0..<6).map { "p\($0): \(depth == 0 ? "{type: string}" : object(depth - 1))" }
      return "{type: object, properties: {\(properties.joined(separator: ", "))}}"
    }
    // 6 x 6 strings are more than 16, and those of one property are not.
    let snippet = try Snippet(
      schemas: "A: {properties: {x: \(object(0))}}", "B: {properties: {x: \(object(1))}}",
      "C: {oneOf: [\(object(1)), {type: string}]}")
    #expect(boxes(snippet) == ["Schemas.B.x in boxedX"])
    #expect(try snippet.union("Schemas.C").isIndirect)
  }

  @Test("A long chain of values in values is cut into pieces")
  func longChain() throws {
    let count = 1000
    let schemas = (0..<count).map {
      "    S\($0): {properties: {a: {type: string}, next: \(ref("S\(($0 + 1) % count)"))}}\n"
    }
    let snippet = try Snippet("components:\n  schemas:\n" + schemas.joined())
    #expect((100...125).contains(boxes(snippet).count))
  }

  @Test("Aliases that lead to themselves end in any JSON value, at one place")
  func aliases() throws {
    let snippet = try Snippet(
      schemas: "B: {type: array, items: \(ref("C"))}", "C: {type: object, additionalProperties: \(ref("A"))}",
      "A: {type: array, items: \(ref("B"))}", "D: {type: array, items: \(ref("A"))}",
      "Own: {type: array, items: \(ref("Own"))}")
    #expect(try snippet.alias("Schemas.A") == "[JSONValue]")
    #expect(try snippet.alias("Schemas.B") == "[Schemas.C]")
    #expect(try snippet.alias("Schemas.C") == "[String: Schemas.A]")
    #expect(try snippet.alias("Schemas.D") == "[Schemas.A]")
    #expect(try snippet.alias("Schemas.Own") == "[JSONValue]")
  }

  @Test("Long chains of references are followed without recursion")
  func chains() throws {
    let count = 3000
    var schemas = (0..<count).map { "S\($0): {type: array, items: \(ref("S\($0 + 1)"))}" }
    schemas.append("S\(count): {type: object, properties: {first: \(ref("S0"))}}")
    let snippet = try Snippet("components:\n  schemas:\n" + schemas.map { "    \($0)\n" }.joined())
    #expect(snippet.document.types.count == count + 1)
  }

  @Test("Types that lie deep in each other keep short paths")
  func depth() throws {
    var schema = "{type: string}"
    for level in (0..<40).reversed() { schema = "{properties: {level\(level): \(schema)}}" }
    let snippet = try Snippet(schemas: "A: \(schema)")
    #expect(snippet.document.types.count == 40)
    #expect(snippet.document.types.allSatisfy { $0.name.components.count <= 4 })
    #expect(snippet.document.types.allSatisfy { $0.name.simpleName.count <= 210 })
    #expect(Set(snippet.typeNames).count == 40)
  }
}

import AsyncAPIRuntime
import Testing

/// What fails here: a type that holds itself cannot be used as other types can.
struct RecursionTests {
  @Test("A list of nodes, which are values")
  func list() throws {
    try expectRoundTrip(Payloads.Schemas.Node.self, #"{"value":1,"next":{"value":2,"next":{"value":3}}}"#)
    var list = Payloads.Schemas.Node(value: 1, next: .init(value: 2))
    let copy = list
    list.next?.value = 7
    #expect(copy.next?.value == 2)
    #expect(list.next?.value == 7)
    list.next = nil
    #expect(try json(list) == ["value": 1])
  }

  @Test("Trees, and types that hold each other")
  func treesAndPairs() throws {
    try expectRoundTrip(Payloads.Schemas.Tree.self, #"{"label":"a","children":[{"children":[]},{"label":"b"}]}"#)
    try expectRoundTrip(
      Payloads.Schemas.Husband.self, #"{"name":"a","wife":{"name":"b","husband":{"name":"c","wife":{}}}}"#)
  }

  @Test("A union that holds itself through a struct")
  func union() throws {
    let sum = Payloads.Schemas.Sum(left: .double(1), right: .sum(.init(left: .double(2), right: .double(3))))
    #expect(try json(sum) == ["left": 1, "right": ["left": 2, "right": 3]])
    #expect(try value(#"{"left":1,"right":{"left":2,"right":3}}"#) == sum)
  }

  @Test("Unions that hold each other, and unions of arrays and maps of themselves")
  func unionsOfUnions() throws {
    for text in [#""a""#, #"{"bold":"a"}"#, #"{"bold":{"bold":"a"}}"#, "1", "null"] {
      try expectRoundTrip(Payloads.Schemas.Text.self, text)
      try expectRoundTrip(Payloads.Schemas.Marked.self, text)
    }
    for text in [#""a""#, #"["a",["b"],{"c":["d"]}]"#, #"{"a":{"b":[]}}"#, "1", "[1]"] {
      try expectRoundTrip(Payloads.Schemas.Document.self, text)
    }
  }

  @Test("A message that nests without end is refused and does not overflow the stack")
  func depth() {
    let depth = 100_000
    let text = String(repeating: #"{"value":1,"next":"#, count: depth) + "null" + String(repeating: "}", count: depth)
    #expect(throws: DecodingError.self) { try value(Payloads.Schemas.Node.self, text) }
  }
}

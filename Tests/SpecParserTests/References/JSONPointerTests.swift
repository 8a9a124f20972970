import SpecParser
import Testing

@Suite struct JSONPointerTests {
  static let names = [
    ("a", "a"), ("a/b", "a~1b"), ("~", "~0"), ("~1", "~01"), ("/~/", "~1~0~1"), ("", ""), ("ü/", "ü~1"),
  ]

  @Test(arguments: names) func escapesNames(_ name: String, _ token: String) {
    #expect(JSONPointer.escaped(name) == token)
    #expect(JSONPointer.unescaped(token[...]) == name)
  }

  @Test(arguments: ["~", "a~", "~2", "~~0"]) func refusesBrokenEscapes(token: String) {
    #expect(JSONPointer.unescaped(token[...]) == nil)
  }

  @Test func splitsPointers() {
    #expect(JSONPointer.tokens("") == [])
    #expect(JSONPointer.tokens("/") == [""])
    #expect(JSONPointer.tokens("/a//b~1c/") == ["a", "", "b~1c", ""])
    // To a collection of characters the accent belongs to the slash.
    #expect(JSONPointer.tokens("/a/\u{301}b").count == 2)
  }
}

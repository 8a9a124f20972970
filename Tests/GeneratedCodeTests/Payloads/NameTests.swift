import AsyncAPIRuntime
import Foundation
import Testing

/// What fails here: a name of the document is not the key that travels, or hides something of Swift.
struct NameTests {
  @Test("Keywords and the names that generated code itself uses")
  func keywords() throws {
    let keys = [
      "self", "init", "Type", "Protocol", "description", "hashValue", "encode", "decoder", "encoder", "container",
      "class", "in", "default", "nil", "where", "Any", "Self", "async", "await", "actor", "some", "Key", "String",
      "try", "consume", "copy", "each", "unsafe", "yield", "then", "discard", "borrowing", "sending", "macro",
      "package", "open", "final", "lazy", "weak", "mutating", "set", "get", "willSet", "prefix", "optional", "required",
      "indirect", "throw", "nonisolated", "isolated", "print",
    ]
    let text = "{" + keys.map { #""\#($0)":"value of \#($0)""# }.joined(separator: ",") + "}"
    try expectRoundTrip(Payloads.Schemas.Keywords.self, text)
    let received: Payloads.Schemas.Keywords = try value(text)
    #expect(received.selfValue == "value of self")
    #expect(received.initValue == "value of init")
    #expect(received.type == "value of Type")
    #expect(received.protocol == "value of Protocol")
    #expect(received.class == "value of class")
    #expect(received.in == "value of in")
    #expect(received.hashValueValue == "value of hashValue")
    #expect(received.encoder == "value of encoder")
    #expect(Set([received, received]).count == 1)
  }

  @Test("So do the cases of an enum")
  func words() throws {
    let words = [
      "self", "init", "Type", "Protocol", "rawValue", "allCases", "none", "some", "class", "in", "default", "nil",
      "await",
      "any", "Self", "unsafe",
    ]
    #expect(Payloads.Schemas.Words.allCases.map(\.rawValue) == words)
    for word in words { #expect(try json(value(Payloads.Schemas.Words.self, "\"\(word)\"")) == .string(word)) }
    #expect(Optional(Payloads.Schemas.Words(rawValue: "none")) != nil)
  }

  @Test("Keys that differ in signs only are properties of their own")
  func oddNames() throws {
    let keys = [
      "a-b", "a_b", "aB", "A-B", "$ref-like", "@type", "+1", "-1", "1st", "", " ", #"with \"quotes\" and \\(code)"#,
      #"line\nbreak"#, "größe", "🎉", "名前",
    ]
    let text = "{" + keys.enumerated().map { #""\#($1)":\#($0)"# }.joined(separator: ",") + "}"
    try expectRoundTrip(Payloads.Schemas.OddNames.self, text)
    let received: Payloads.Schemas.OddNames = try value(text)
    #expect(received.a_b == 1)
    #expect(received.aB == 2)
    #expect(received.plus1 == 6)
    #expect(received.minus1 == 7)
    #expect(received._1st == 8)
    #expect(received.größe == 13)
    #expect(received.partyPopper == 14)
  }

  @Test("Properties whose nested types would be called as they are")
  func twoCases() throws {
    let text = #"{"id":"a","ID":{"value":"b"},"名前":"名","1st":{"2nd":"3rd"}}"#
    try expectRoundTrip(Payloads.Schemas.TwoCases.self, text)
    let received: Payloads.Schemas.TwoCases = try value(text)
    #expect(received.id == .a)
    #expect(received.名前 == .名)
  }

  @Test("Types that are called as types of Swift, Foundation and the runtime")
  func borrowedNames() throws {
    let text = #"""
      {"string":{"value":"a"},"date":{"on":"2024-02-29T12:00:00Z"},"key":{"value":"b"},"error":{"message":"c"},
       "data":{"value":"d"}}
      """#
    try expectRoundTrip(Payloads.Schemas.Borrowed.self, text)
    #expect(try value(Payloads.Schemas.Borrowed.self, text).date?.on == Date(timeIntervalSince1970: 1_709_208_000))
  }
}

@_spi(Generated) import AsyncAPIRuntime
import Testing

@Suite struct PayloadProbeTests {
  private func probe(_ json: String) throws -> PayloadProbe {
    try JSONCodec().decode(PayloadProbe.self, from: Array(json.utf8))
  }

  @Test(
    "The kind of any JSON is told",
    arguments: [
      ("{}", PayloadProbe.Kind.object), ("[]", .array), (#""x""#, .string), ("1", .number), ("-1.5e300", .number),
      ("18446744073709551616", .number), ("true", .bool), ("null", .null),
    ])
  func kinds(json: String, kind: PayloadProbe.Kind) throws {
    #expect(try probe(json).kind == kind)
  }

  @Test("Members that tell messages apart are read, whatever their scalar type")
  func members() throws {
    let probe = try probe(#"{"s":"x","i":1,"d":1.5,"b":true,"n":null,"o":{},"u":18446744073709551615}"#)
    #expect(probe.text(at: "s") == "x")
    #expect(probe.text(at: "i") == "1")
    #expect(probe.text(at: "d") == "1.5")
    #expect(probe.text(at: "b") == "true")
    #expect(probe.text(at: "u") == "18446744073709551615")
    for key in ["n", "o", "missing"] { #expect(probe.text(at: key) == nil) }
    #expect(probe.has("s", "n"))
    #expect(!probe.has("s", "missing"))
    let array = try self.probe("[]")
    #expect(!array.has("s"))
  }

  @Test("What is no JSON is an error", arguments: ["", "x", "{", "[1,", "{\"a\"}"])
  func malformed(json: String) {
    #expect(throws: (any Error).self) { try probe(json) }
  }
}

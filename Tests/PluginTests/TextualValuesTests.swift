import Foundation
import Testing

/// What fails here: an edit of a file that a document refers to is not seen by the next build.
struct TextualValuesTests {
  private func references(in text: String) -> [String] {
    TextualValues.values(of: "$ref", in: Data(text.utf8))
  }

  @Test(
    "A reference is found however it is written",
    arguments: [
      "$ref: ./a.yaml#/x", "$ref:   './a.yaml#/x'", "$ref: \"./a.yaml#/x\"", "\"$ref\": \"./a.yaml#/x\"",
      "'$ref' : './a.yaml#/x'", "{\"$ref\":\"./a.yaml#/x\"}", "{\"$ref\" : \".\\/a.yaml#\\/x\"}",
      "{ $ref: './a.yaml#/x' }", "$ref:\n  './a.yaml#/x'", "$ref: ./a.yaml#/x\r\nnext: 1",
      "$ref: ./a.yaml#/x  # a remark, with a comma", "$ref: \"./\\u0061.yaml#/x\"",
    ])
  func form(text: String) {
    #expect(references(in: text) == ["./a.yaml#/x"])
  }

  @Test("In a flow mapping a plain value ends at the comma or bracket")
  func flow() {
    #expect(references(in: "{ $ref: a.yaml, b: 1 }").contains("a.yaml"))
    #expect(references(in: "[{ $ref: a.yaml }]").contains("a.yaml"))
    #expect(references(in: "$ref: a,b.yaml").contains("a,b.yaml"))
  }

  @Test("Each value is given once, in the order of the text")
  func order() {
    #expect(references(in: "a: {$ref: 'z'}\nb: {$ref: 'a'}\nc: {$ref: 'z'}") == ["z", "a"])
  }

  @Test("A quoted value may hold quotes")
  func quotes() {
    #expect(references(in: "$ref: 'it''s.yaml'") == ["it's.yaml"])
    #expect(references(in: #""$ref": "a\"b.yaml""#) == ["a\"b.yaml"])
  }

  @Test(
    "Text that ends early is no trap",
    arguments: ["$ref", "$ref:", "$ref: ", "$ref: '", "$ref: \"", "$ref: \"a\\", "$ref\"", "$", "$ref: 'a'''"])
  func truncated(text: String) {
    #expect(references(in: text).allSatisfy { $0 != "a.yaml" })
  }

  @Test("A value longer than a path can be is left out")
  func longValues() {
    let long = String(repeating: "a", count: TextualValues.maximumValueLength + 1)
    #expect(references(in: "$ref: '\(long)'\n$ref: \"\(long)\"\n$ref: 'b.yaml'") == ["b.yaml"])
  }
}

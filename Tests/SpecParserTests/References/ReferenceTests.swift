import SpecParser
import Testing

/// Where references lead, through schemas whose titles say which was reached.
@Suite struct ReferenceTests {
  static let other = """
    title: whole
    schemas:
      a: {title: a of other}
      b: {$ref: '#/schemas/a'}
      back: {$ref: 'api.yaml#/components/schemas/here'}
      up: {$ref: '../up.yaml'}
    """

  static let references: [(reference: String, title: String)] = [
    ("#/components/schemas/here", "here"),
    ("#/components/schemas/chain", "here"),
    ("api.yaml#/components/schemas/here", "here"),
    ("./api.yaml#/components/schemas/here", "here"),
    ("#/components/schemas/a~1b", "slash"),
    ("#/components/schemas/a~0b", "tilde"),
    ("#/components/schemas/a%20b", "blank"),
    ("#/components/schemas/%C3%BC", "umlaut"),
    ("#/components/schemas/a%7E1b", "slash"),
    ("#/components/schemas/list/oneOf/1", "second"),
    ("#/components/schemas/", "nameless"),
    ("#/components/schemas/through/properties/p", "inner"),
    ("#/components/schemas/twice/properties/p", "inner"),
    ("#/x-own/thing", "extension"),
    ("other.yaml", "whole"),
    ("other.yaml#", "whole"),
    ("other.yaml#/schemas/a", "a of other"),
    ("other.yaml#/schemas/b", "a of other"),
    ("other.yaml#/schemas/back", "here"),
    ("folder/inner.yaml#/up", "up"),
    ("a%20b.json#/x", "JSON"),
  ]

  @Test(arguments: references) func leadsTo(_ reference: String, _ title: String) throws {
    let parsing = Parsing.version3(
      """
      x-own: {thing: {title: extension}}
      components:
        messages: {m: {payload: {$ref: '\(reference)'}}}
        schemas:
          here: {title: here}
          chain: {$ref: '#/components/schemas/link'}
          link: {$ref: 'api.yaml#/components/schemas/here'}
          a/b: {title: slash}
          a~b: {title: tilde}
          a b: {title: blank}
          ü: {title: umlaut}
          '': {title: nameless}
          list: {oneOf: [{title: first}, {title: second}]}
          through: {$ref: '#/components/schemas/object'}
          twice: {$ref: '#/components/schemas/through'}
          object: {properties: {p: {title: inner}}}
      """,
      with: [
        "other.yaml": Self.other, "folder/inner.yaml": "up: {$ref: ../up.yaml}", "up.yaml": "title: up",
        "a b.json": #"{"x": {"title": "JSON"}}"#,
      ])
    // The keys themselves may not be so, which is another matter.
    #expect(Set(parsing.codes).subtracting(["invalid-key", "unknown-keyword"]) == [])
    let document = try #require(parsing.document)
    let payload = try #require(document.message("m")?.payload?.reference)
    #expect(document.schema(payload)?.title == title)
    #expect(payload.isReference)
  }

  @Test func readsEachFileOnce() throws {
    let parsing = Parsing.version3(
      """
      components:
        schemas:
          a: {$ref: 'other.yaml#/schemas/a'}
          b: {$ref: './other.yaml#/schemas/a'}
          c: {$ref: 'x/../other.yaml#/schemas/b'}
      """, with: ["other.yaml": Self.other, "unused.yaml": "a: 1"])
    #expect(parsing.places == [])
    let document = try #require(parsing.document)
    #expect(document.files == ["api.yaml", "other.yaml"])
    #expect(Set(document.components.schemas.map(\.schema.place)).count == 1)
  }

  @Test func followsSchemasInCirclesAcrossFiles() throws {
    let parsing = Parsing.version3(
      "components: {schemas: {node: {properties: {next: {$ref: 'other.yaml#/node'}, self: {$ref: '#/components/schemas/node'}}}}}",
      with: [
        "other.yaml": "node: {properties: {back: {$ref: 'api.yaml#/components/schemas/node'}, all: {$ref: '#/node'}}}"
      ])
    #expect(parsing.places == [])
    let document = try #require(parsing.document)
    let node = try #require(document.schema("node"))
    let other = try #require(document.schema(node.property("next")))
    #expect(other.property("back")?.place == node.node)
    #expect(node.property("self")?.place == node.node)
    #expect(other.property("all")?.place == other.node)
  }

  /// `¶` stands before the reference that is at fault.
  static let faults: [(schemas: String, code: String, says: String)] = [
    ("a: {$ref: ¶'#/components/schemas/a'}", "circular-reference", "leads back to itself"),
    ("a: {$ref: ¶'#/components/schemas/a/x'}", "circular-reference", "leads back to itself"),
    ("a: {$ref: ¶'#/components/schemas/order'}\n    Order: {}", "unresolved-reference", "did you mean 'Order'?"),
    (
      "a: {$ref: ¶'#/component/schemas/a'}", "unresolved-reference",
      "at the top of 'api.yaml'; did you mean 'components'?"
    ),
    (
      "a: {$ref: ¶'#/components/schemas/elsewhere'}", "unresolved-reference",
      "define it there, or correct the reference"
    ),
    (
      "a: {oneOf: [{$ref: ¶'#/components/schemas/b/oneOf/2'}]}\n    b: {oneOf: [{}, {}]}", "unresolved-reference",
      "no '2'"
    ),
    ("a: {$ref: ¶'#/components/schemas/b/x'}\n    b: {title: t}", "unresolved-reference", "in '/components/schemas/b'"),
    ("a: {$ref: ¶Order}", "unreadable-file", "there is no file 'Order'"),
    ("a: {$ref: ¶'#Order'}", "unresolved-reference", "a JSON Pointer is expected"),
    ("a: {$ref: ¶'#/a~2'}", "unresolved-reference", "'~0'"),
    ("a: {$ref: ¶'#/a%2'}", "unresolved-reference", "two hexadecimal digits"),
    ("a: {$ref: ¶'#/a%FF'}", "unresolved-reference", "UTF-8"),
    ("a: {$ref: ¶'a%00.yaml'}", "unresolved-reference", "UTF-8"),
    ("a: {$ref: ¶''}", "unresolved-reference", "expected such as"),
    ("a: {$ref: ¶5}", "wrong-type", "'$ref' must be a string"),
    ("a: {$ref: ¶'https://example.com/a.yaml#/b'}", "remote-reference", "download it to 'DIR/example.com/a.yaml'"),
    ("a: {$ref: ¶'//example.com/a.yaml'}", "remote-reference", "add --remote-refs DIR"),
    ("a: {$ref: ¶'https://../a.yaml'}", "unresolved-reference", "is no address on the network"),
    ("a: {$ref: ¶'https://example.com/%zz'}", "unresolved-reference", "two hexadecimal digits"),
    ("a: {$ref: ¶'urn:example:a'}", "remote-reference", "begins with 'urn:'"),
    ("a: {$ref: ¶'file:///etc/hosts'}", "remote-reference", "begins with 'file:'"),
    ("a: {$ref: ¶gone.yaml}", "unreadable-file", "there is no file 'gone.yaml'; a path is relative to"),
    (
      "a: {$ref: '#/components/schemas/b', ¶nullable: true, description: kept}\n    b: {}", "reference-siblings",
      "'nullable'"
    ),
  ]

  @Test(arguments: faults) func saysWhatIsWrong(_ schemas: String, _ code: String, _ says: String) throws {
    let marked = MarkedText(Parsing.header3 + "components:\n  schemas:\n    " + schemas)
    let parsing = Parsing(["api.yaml": marked.text])
    #expect(parsing.places == marked.marks.map { "api.yaml:\($0) \(code)" })
    #expect(parsing.diagnostics.first?.message.contains(says) == true, "\(parsing.diagnostics)")
    #expect(parsing.document != nil)
  }

  @Test func reportsACircleOnce() {
    let parsing = Parsing.version3(
      """
      components:
        schemas:
          a: {$ref: '#/components/schemas/b'}
          b: {$ref: '#/components/schemas/c'}
          c: {$ref: '#/components/schemas/a'}
      """)
    #expect(parsing.codes == ["circular-reference"])
  }

  @Test func reportsCirclesOnTheWay() {
    let parsing = Parsing.version3(
      """
      components:
        schemas:
          a: {$ref: '#/components/schemas/b/x'}
          b: {$ref: '#/components/schemas/a/y'}
      """)
    #expect(Set(parsing.codes) == ["circular-reference"])
  }

  @Test func saysWhatIsWrongInTheOtherFile() {
    let parsing = Parsing.version3(
      "components: {schemas: {a: {$ref: other.yaml}, b: {$ref: 'broken.yaml#/x'}, c: {$ref: 'broken.yaml#/y'}}}",
      with: ["other.yaml": "properties:\n  x: {type: file}", "broken.yaml": "a: [1"])
    #expect(parsing.places == ["broken.yaml:1:4 yaml-syntax", "other.yaml:2:13 unknown-schema-type"])
  }

  /// Folders with a border.
  struct GuardedSources: SourceReader {
    func path(of reference: String, from path: String) -> String { RelativePath.resolve(reference, from: path) }

    func bytes(at path: String, limit: Int) throws(SourceUnavailable) -> [UInt8] {
      switch path {
      case "api.yaml":
        Array(
          (Parsing.header3
            + "components: {schemas: {a: {$ref: ../secret.yaml}, b: {$ref: big.yaml}, c: {$ref: folder}}}").utf8)
      case "big.yaml": throw .tooLarge(limit: 10)
      case "folder": throw .unreadable(reason: "it is a folder")
      default: throw .outsideRoots(allowed: ["here", "there"])
      }
    }
  }

  @Test func staysWithinItsRoots() {
    let parsing = Parsing(from: GuardedSources(), path: "api.yaml")
    #expect(
      parsing.places == [
        "api.yaml:3:34 reference-outside-roots", "api.yaml:3:61 unreadable-file", "api.yaml:3:82 unreadable-file",
      ])
    #expect(
      parsing.diagnostics.contains { $0.message.contains("'here', 'there'") && $0.message.contains("--allow-root") })
    #expect(parsing.diagnostics.contains { $0.message.contains("10 bytes") })
    #expect(parsing.diagnostics.contains { $0.message.contains("it is a folder") })
  }
}

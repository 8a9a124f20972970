import SpecParser
import Testing

/// What fails here: somebody refers to the wrong object, and is sent to mend the one that is right.
/// `¶` stands before what is at fault.
@Suite struct ReferenceKindTests {
  static let version3: [(body: String, says: String)] = [
    (
      "channels: {c: {messages: {m: {$ref: ¶'#/channels/d'}}}, d: {address: d}}",
      "leads to a Channel Object, where a Message Object is expected; refer to one such as '#/components/messages/…'"
    ),
    (
      """
      channels: {c: {messages: {m: {payload: true}}}}
      operations: {o: {action: send, channel: {$ref: '#/channels/c'}, messages: [{$ref: ¶'#/channels/c'}]}}
      """, "did you mean '#/channels/c/messages/m', which stands in it?"
    ),
    (
      "operations: {o: {action: send, channel: {$ref: ¶'#/components/messages/m'}}}\ncomponents: {messages: {m: {name: m}}}",
      "leads to a Message Object, where a Channel Object is expected; refer to one such as '#/channels/…'"
    ),
    (
      "components: {messages: {a: {$ref: ¶'#/components/schemas/b'}, b: {}}, schemas: {b: {type: object}}}",
      "leads to a Schema Object, where a Message Object is expected; did you mean '#/components/messages/b'?"
    ),
    // What is empty says nothing of itself, but it stands where another kind does.
    ("channels: {c: {messages: {m: {$ref: ¶'#/channels/d'}}}, d: {}}", "leads to a Channel Object"),
    ("components: {messages: {a: {$ref: ¶'#/info/title'}}}", "leads to a string, where a Message Object is expected"),
    ("components: {schemas: {a: {$ref: ¶'#/info/title'}}}", "leads to a string, where a Schema Object is expected"),
    (
      "components: {parameters: {a: {$ref: ¶'#/components/schemas/b'}}, schemas: {b: {type: string}}}",
      "where a Parameter Object is expected"
    ),
    (
      "components: {servers: {s: {host: a, protocol: b, security: [{$ref: ¶'#/components/servers/s'}]}}}",
      "leads to a Server Object, where a Security Scheme Object is expected"
    ),
    (
      "components: {operationTraits: {t: {bindings: {$ref: ¶'#/components/schemas/b'}}}, schemas: {b: {type: object}}}",
      "where an Operation Bindings Object is expected"
    ),
    (
      """
      channels: {c: {bindings: {$ref: ¶'#/components/messageBindings/b'}}}
      components: {messageBindings: {b: {kafka: {key: {type: string}}}}}
      """, "leads to a Message Bindings Object, where a Channel Bindings Object is expected"
    ),
    // It cannot mean itself.
    (
      "components: {messages: {m: {correlationId: {$ref: ¶'#/components/messages/m'}}}}",
      "where a Correlation ID Object is expected; refer to one such as '#/components/correlationIds/…'"
    ),
    // A chain is broken at the link that leaves the messages.
    (
      """
      components:
        messages: {a: {$ref: '#/components/messages/b'}, b: {$ref: ¶'#/components/channels/c'}}
        channels: {c: {$ref: '#/components/channels/d'}, d: {address: d}}
      """, "leads to a Channel Object"
    ),
    ("components: {messages: {a: {$ref: ¶'#/x-own'}}}\nx-own: {address: a, title: b}", "leads to a Channel Object"),
  ]

  @Test(arguments: version3) func blamesTheReference(_ body: String, _ says: String) {
    let marked = MarkedText(Parsing.header3 + body)
    let parsing = Parsing(["api.yaml": marked.text])
    #expect(parsing.diagnostics.count == 1, "\(parsing.diagnostics)")
    #expect(parsing.diagnostics.first?.location.map { "\($0.line):\($0.column)" } == marked.marks.first)
    #expect(parsing.diagnostics.first?.message.contains(says) == true, "\(parsing.diagnostics)")
    #expect(parsing.diagnostics.first?.notes.count == 1)
    #expect(parsing.errors.count == 1)
  }

  @Test func tellsObjectsOfOtherFilesByTheirFields() {
    let parsing = Parsing.version3(
      "components: {messages: {a: {$ref: other.yaml}}}",
      with: ["other.yaml": "address: a\nmessages: {m: {payload: true}}"])
    #expect(parsing.places == ["api.yaml:3:35 reference-to-other-kind"])
    #expect(parsing.diagnostics.first?.message.contains("'other.yaml#/messages/m'") == true)
    #expect(parsing.diagnostics.first?.notes.first?.location.path == "other.yaml")
  }

  @Test func tellsObjectsOfVersion2() {
    let parsing = Parsing.version2(
      "channels: {c: {publish: {message: {$ref: '#/components/schemas/s'}}}}\ncomponents: {schemas: {s: {type: object}}}"
    )
    #expect(parsing.places == ["api.yaml:3:42 reference-to-other-kind"])
  }

  @Test func warnsOfASchemaThatIsAMessage() {
    let parsing = Parsing.version3(
      "components: {schemas: {s: {oneOf: [{$ref: '#/components/messages/m'}]}}, messages: {m: {payload: true}}}")
    #expect(parsing.places == ["api.yaml:3:43 doubtful-reference"])
    #expect(parsing.errors.isEmpty)
  }

  static let fitting: [String] = [
    // A misspelt field is no sign of another kind.
    "components: {messages: {m: {$ref: '#/x-own'}}}\nx-own: {payloads: {}}",
    // What could be both is what is wanted.
    "components: {messages: {m: {$ref: '#/components/messageTraits/t'}}, messageTraits: {t: {name: a}}}",
    "components: {schemas: {s: {$ref: '#/components/messages/m/payload'}}, messages: {m: {payload: {}}}}",
    "components: {schemas: {s: {$ref: '#/x-own'}}}\nx-own: {title: t}",
  ]

  @Test(arguments: fitting) func takesWhatMayBeMeant(_ body: String) {
    let parsing = Parsing.version3(body)
    #expect(!parsing.codes.contains { $0.hasSuffix("kind") || $0 == "doubtful-reference" }, "\(parsing.diagnostics)")
  }

  @Test func saysWhoRefersToABrokenFile() {
    let parsing = Parsing.version3(
      "components: {schemas: {a: {$ref: broken.yaml}, b: {$ref: empty.yaml}}}",
      with: ["broken.yaml": "a: [1", "empty.yaml": ""])
    #expect(parsing.places == ["broken.yaml:1:4 yaml-syntax", "empty.yaml:1:1 empty-file"])
    let notes = parsing.diagnostics.sorted { $0.code > $1.code }.flatMap(\.notes)
    #expect(
      notes.map { "\($0.location) \($0.message)" }.sorted() == [
        "api.yaml:3:34 the file is referred to here", "api.yaml:3:58 the file is referred to here",
      ])
  }

  @Test func reportsAMissingFileWhereverItIsReferredTo() {
    let parsing = Parsing.version3("components: {schemas: {a: {$ref: gone.yaml}, b: {$ref: 'gone.yaml#/b'}}}")
    #expect(parsing.places == ["api.yaml:3:34 unreadable-file", "api.yaml:3:56 unreadable-file"])
  }

  @Test func boundsWhatIsSaidOfOneMissingFile() {
    let schemas = (0..<1000).map { "a\($0): {$ref: 'gone.yaml#/\($0)'}" }.joined(separator: ", ")
    #expect(Parsing.version3("components: {schemas: {\(schemas)}}").diagnostics.count == 50)
  }
}

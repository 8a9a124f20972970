import SpecParser
import Testing

/// What nothing refers to is looked through all the same: somebody will refer to it.
@Suite struct UnusedComponentTests {
  static let version3: [(component: String, codes: [String])] = [
    ("schemas: {a: {type: ¶file}}", ["unknown-schema-type"]),
    ("servers: {a: ¶{host: a}}", ["missing-field"]),
    ("channels: {a: {¶adress: a}}", ["unknown-field"]),
    ("channels: {a: {messages: {m: {¶pay: 1}}}}", ["unknown-field"]),
    ("operations: {a: ¶{action: send}}", ["missing-field"]),
    ("messages: {a: {¶pay: 1}}", ["unknown-field"]),
    ("securitySchemes: {a: {type: ¶magic}}", ["wrong-value"]),
    ("serverVariables: {a: {enum: ¶b}}", ["wrong-type"]),
    ("parameters: {a: {location: ¶b}}", ["invalid-runtime-expression"]),
    ("correlationIds: {a: ¶{}}", ["missing-information"]),
    ("replies: {a: {address: ¶{}}}", ["missing-information"]),
    ("replyAddresses: {a: {location: ¶b}}", ["invalid-runtime-expression"]),
    ("operationTraits: {a: {¶action: send}}", ["unknown-field"]),
    ("operationTraits: {a: {security: [{type: ¶magic}]}}", ["wrong-value"]),
    ("messageTraits: {a: {¶payload: {}}}", ["unknown-field"]),
    ("messageTraits: {a: {headers: {type: ¶file}}}", ["unknown-schema-type"]),
    ("messageTraits: {a: {title: ¶1}}", ["wrong-value"]),
    ("serverBindings: {a: ¶[]}", ["wrong-value"]),
    ("channelBindings: {a: {ws: ¶1}}", ["wrong-value"]),
    ("operationBindings: {a: {$ref: ¶gone.yaml}}", ["unreadable-file"]),
    ("messageBindings: ¶[]", ["wrong-value"]),
    ("externalDocs: ¶[]", ["wrong-value"]),
    ("tags: ¶[]", ["wrong-value"]),
    ("¶examples: {}", ["unknown-field"]),
  ]

  @Test(arguments: version3) func looksThroughComponentsOfVersion3(_ component: String, _ codes: [String]) {
    expect(codes, in: Parsing.header3 + "components: {\(component)}")
  }

  static let version2: [(component: String, codes: [String])] = [
    ("schemas: {a: {type: ¶file}}", ["unknown-schema-type"]),
    ("servers: {a: ¶{url: a}}", ["missing-field"]),
    ("channels: {a: {¶adress: a}}", ["unknown-field"]),
    ("channels: {a: {publish: {message: {¶pay: 1}}}}", ["unknown-field"]),
    ("messages: {a: {¶pay: 1}}", ["unknown-field"]),
    ("messages: {a: {oneOf: [{¶pay: 1}]}}", ["unknown-field"]),
    ("securitySchemes: {a: {type: ¶magic}}", ["wrong-value"]),
    ("serverVariables: {a: {enum: ¶b}}", ["wrong-type"]),
    ("parameters: {a: {location: ¶b}}", ["invalid-runtime-expression"]),
    ("correlationIds: {a: ¶{}}", ["missing-information"]),
    ("operationTraits: {a: {¶message: {}}}", ["unknown-field"]),
    ("messageTraits: {a: {¶payload: {}}}", ["unknown-field"]),
    ("serverBindings: ¶[]", ["wrong-value"]),
    ("¶replies: {}", ["field-of-later-version"]),
  ]

  @Test(arguments: version2) func looksThroughComponentsOfVersion2(_ component: String, _ codes: [String]) {
    expect(codes, in: Parsing.header2 + "channels: {}\ncomponents: {\(component)}")
  }

  private func expect(_ codes: [String], in text: String) {
    let marked = MarkedText(text)
    let parsing = Parsing(["api.yaml": marked.text])
    #expect(parsing.places == zip(marked.marks, codes).map { "api.yaml:\($0) \($1)" }, "\(parsing.diagnostics)")
  }

  @Test func hasNoEffect() throws {
    let parsing = Parsing.version3(
      """
      components:
        servers: {s: {host: a, protocol: b}}
        channels: {c: {address: c, servers: [{$ref: '#/components/servers/s'}]}}
        operations:
          o: {action: send, channel: {$ref: '#/components/channels/c'}, reply: {channel: {$ref: '#/components/channels/c'}}}
        replies: {r: {channel: {$ref: '#/components/channels/c'}}}
      """)
    #expect(parsing.places == [])
    let document = try #require(parsing.document)
    #expect(document.servers.isEmpty && document.channels.isEmpty && document.operations.isEmpty)
    let version2 = Parsing.version2(
      """
      channels: {a: {publish: {operationId: x}}}
      components: {channels: {c: {publish: {operationId: x}}, d: {$ref: '#/channels/a'}}}
      """)
    #expect(version2.places == [])
    #expect(version2.document?.operations.count == 1)
  }
}

import SpecParser
import Testing

/// What fails here: somebody writes in the form of another version of AsyncAPI, and is not told how this one says it.
/// `¶` marks what is reported.
@Suite struct OtherVersionTests {
  static let formerForms: [(body: String, code: String, says: String)] = [
    ("servers: {s: {¶url: a, protocol: b}}", "missing-field", "needs the field 'host'; 'url' is how AsyncAPI 2"),
    ("servers: {s: {¶url: a, host: a, protocol: b}}", "unknown-field", "write it as 'host'"),
    ("servers: {s: {host: a, protocol: b, security: [{¶u: []}]}}", "wrong-value", "securitySchemes/u\"'"),
    ("servers: {s: {host: a, protocol: b, security: [¶u]}}", "wrong-value", "lists security schemes, not the names"),
    (
      "components: {securitySchemes: {s: {type: oauth2, flows: {password: {tokenUrl: 'https://a.b', ¶scopes: {}}}}}}",
      "unknown-field", "write it as 'availableScopes'"
    ),
    ("components: {parameters: {p: {¶schema: {type: string}}}}", "unknown-field", "a parameter is a string"),
    ("components: {channels: {c: {¶publish: {}}}}", "unknown-field", "'action: receive'"),
    ("components: {channels: {c: {¶subscribe: {}}}}", "unknown-field", "'action: send'"),
    ("components: {messages: {m: {¶messageId: a}}}", "unknown-field", "key of the message"),
    ("components: {messages: {m: {¶schemaFormat: a}}}", "unknown-field", "under 'schema' beside it"),
    ("components: {operationTraits: {t: {¶operationId: a}}}", "unknown-field", "key of the operation"),
    ("¶tags: []", "unknown-field", "write them into 'info'"),
  ]

  @Test(arguments: formerForms) func saysHowVersion3WritesIt(_ body: String, _ code: String, _ says: String) {
    expect([code], says, in: Parsing.header3 + body)
  }

  static let laterForms: [(body: String, says: String)] = [
    ("channels: {}\nservers: {s: {¶host: a, url: a, protocol: b}}", "came with AsyncAPI 3.0"),
    ("channels: {}\nservers: {s: {¶pathname: a, url: a, protocol: b}}", "write it into 'url'"),
    ("channels: {}\n¶operations: {}", "'publish' and 'subscribe'"),
    ("channels: {}\ncomponents: {¶operations: {}}", "'publish' and 'subscribe'"),
    ("channels: {}\ncomponents: {¶replies: {}}", "AsyncAPI's converter"),
    ("channels: {c: {¶address: a}}", "key of the channel"),
    ("channels: {c: {¶messages: {}}}", "'publish' or 'subscribe'"),
    ("channels: {c: {publish: {¶action: send}}}", "'publish' and 'subscribe' of the channel say it"),
    ("channels: {'{p}': {parameters: {p: {¶enum: []}}}}", "write it into 'schema'"),
    (
      "channels: {}\ncomponents: {securitySchemes: {s: {type: oauth2, flows: {password: {tokenUrl: 'https://a.b', ¶availableScopes: {}}}}}}",
      "write it as 'scopes'"
    ),
  ]

  @Test(arguments: laterForms) func saysThatAFieldCameWithVersion3(_ body: String, _ says: String) {
    expect(["field-of-later-version"], says, in: Parsing.header2 + body)
  }

  @Test func doesNotStopGenerationForFormerSecurity() {
    let parsing = Parsing.version3("servers: {s: {host: a, protocol: b, security: [{u: []}]}}", purpose: generation)
    #expect(parsing.errors.isEmpty, "\(parsing.errors)")
  }

  private let generation = Purpose.generation(strict: false)

  @Test(arguments: ["plain", "scramSha256", "scramSha512", "gssapi"])
  func saysThatASecurityTypeCameLater(_ type: String) {
    let body = "channels: {}\ncomponents: {securitySchemes: {s: {type: ¶\(type)}}}"
    expect(
      ["field-of-later-version"], "'\(type)' of a Security Scheme Object came with AsyncAPI 2.1", in: header(0) + body)
    expect([], "", in: header(1) + body.filter { $0 != "¶" })
  }

  @Test func offersNoSecurityTypesOfLaterVersions() {
    let parsing = Parsing([
      "api.yaml": header(0) + "channels: {}\ncomponents: {securitySchemes: {s: {type: other}}}"
    ])
    #expect(parsing.diagnostics.first?.message.contains("gssapi") == false, "\(parsing.diagnostics)")
  }

  @Test func takesVariablesByReferenceInVersion24() {
    let body = """
      channels: {}
      servers: {s: {url: '{v}', protocol: a, variables: {v: {$ref: '#/components/serverVariables/v'}}}}
      components: {serverVariables: {v: {}}}
      """
    expect([], "", in: header(4) + body)
    let former = Parsing(["api.yaml": header(3) + body])
    #expect(Set(former.codes) == ["reference-not-allowed", "field-of-later-version"])
  }

  // MARK: Bindings

  static let bindings: [(name: String, place: String, minor: Int)] = [
    ("mercure", "serverBindings", 1), ("ibmmq", "messageBindings", 1), ("ibmmq", "operationBindings", 5),
    ("anypointmq", "channelBindings", 2), ("solace", "serverBindings", 3), ("googlepubsub", "messageBindings", 5),
    ("pulsar", "serverBindings", 6),
  ]

  @Test(arguments: bindings) func warnsOfBindingsOfLaterVersions(_ name: String, _ place: String, _ minor: Int) {
    let body = "channels: {}\ncomponents: {\(place): {b: {¶\(name): {}}}}"
    expect(["doubtful-binding"], "came with AsyncAPI 2.\(minor)", in: header(minor - 1) + body)
    expect([], "", in: header(minor) + body.filter { $0 != "¶" })
  }

  @Test func refusesBindingsOfROS2BeforeVersion31() {
    let body = "components: {serverBindings: {b: {¶ros2: {}}}}"
    expect(
      ["field-of-later-version"], "came with AsyncAPI 3.1",
      in: "asyncapi: 3.0.0\ninfo: {title: t, version: '1'}\n" + body)
    expect([], "", in: Parsing.header3 + body.filter { $0 != "¶" })
    expect(["doubtful-binding"], "came with AsyncAPI 3.1", in: Parsing.header2 + "channels: {}\n" + body)
  }

  @Test func warnsOfBindingsByReferenceInVersion20() {
    let body = """
      channels: {c: {bindings: {$ref: ¶'#/components/channelBindings/b'}}}
      components: {channelBindings: {b: {ws: {}}}}
      """
    expect(["doubtful-binding"], "came with AsyncAPI 2.1", in: header(0) + body)
    expect([], "", in: header(1) + body.filter { $0 != "¶" })
  }

  private func header(_ minor: Int) -> String { "asyncapi: 2.\(minor).0\ninfo: {title: t, version: '1'}\n" }

  private func expect(_ codes: [String], _ says: String, in text: String) {
    let marked = MarkedText(text)
    let parsing = Parsing(["api.yaml": marked.text])
    #expect(parsing.places == zip(marked.marks, codes).map { "api.yaml:\($0) \($1)" }, "\(parsing.diagnostics)")
    #expect(codes.isEmpty || parsing.diagnostics.contains { $0.message.contains(says) }, "\(parsing.diagnostics)")
  }
}

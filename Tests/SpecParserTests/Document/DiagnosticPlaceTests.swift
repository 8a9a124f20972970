import SpecParser
import Testing

/// What is wrong is reported at the very place, which `¶` marks.
@Suite struct DiagnosticPlaceTests {
  static let version3: [(body: String, codes: [String])] = [
    ("¶channel: {}", ["unknown-field"]),
    ("id: ¶5", ["wrong-value"]),
    ("id: ¶[a]", ["wrong-value"]),
    ("id: ¶null", ["wrong-value"]),
    ("defaultContentType: ¶{}", ["wrong-value"]),
    ("channels: ¶[]", ["wrong-type"]),
    ("channels: {a: ¶[]}", ["wrong-type"]),
    ("channels: {a: {¶adress: x}}", ["unknown-field"]),
    ("channels: {$ref: ¶'#/x-all'}\nx-all: {a: {address: a}}", ["reference-not-allowed"]),
    ("components: {$ref: ¶'#/x-all'}\nx-all: {schemas: {a: {}}}", ["reference-not-allowed"]),
    ("servers: {a: ¶{host: a}}", ["missing-field"]),
    ("servers: {a: ¶{host: null, protocol: a}}", ["missing-field"]),
    ("servers: {a: ¶{host: '{b}', protocol: a}}", ["undefined-variable"]),
    ("servers: {a: {host: 'a{b}', protocol: a, variables: {b: {enum: [c], default: ¶d}}}}", ["wrong-value"]),
    ("servers: {a: {host: a, protocol: a, security: [{type: ¶magic}]}}", ["wrong-value"]),
    ("servers: {a: {host: a, protocol: a, security: [¶{}]}}", ["missing-field"]),
    ("servers: {a: {host: a, protocol: a, bindings: ¶[]}}", ["wrong-value"]),
    ("servers: {a: {host: a, protocol: a, bindings: {mqtt: ¶5}}}", ["wrong-value"]),
    ("servers: {a: {¶url: a, host: a, protocol: a}}", ["unknown-field"]),
    ("channels: {a: ¶{address: 'a/{b}'}}", ["undefined-parameter"]),
    ("channels: {a: {address: a, parameters: {¶b: {}}}}", ["redundant-parameter"]),
    ("channels: {a: {address: '{b}', parameters: {b: {¶schema: {}}}}}", ["unknown-field"]),
    ("channels: {a: {address: '{b}', parameters: {b: {location: ¶body}}}}", ["invalid-runtime-expression"]),
    (
      "channels: {a: {address: '{b}', parameters: {b: {location: ¶'$message.body#/a'}}}}",
      ["invalid-runtime-expression"]
    ),
    (
      "channels: {a: {address: '{b}', parameters: {b: {location: ¶'$message.payload#a'}}}}",
      ["invalid-runtime-expression"]
    ),
    (
      "channels: {a: {address: '{b}', parameters: {b: {location: ¶'$message.payload#/~2'}}}}",
      ["invalid-runtime-expression"]
    ),
    ("channels: {a: {address: '{b}', parameters: {b: {location: ¶[]}}}}", ["invalid-runtime-expression"]),
    ("channels: {a: {address: '{b}', parameters: {b: {enum: [¶1, ¶{}]}}}}", ["wrong-value", "wrong-type"]),
    ("channels: {a: {servers: [¶a]}}", ["reference-expected"]),
    (
      "channels: {a: {servers: [{$ref: ¶'#/components/servers/s'}]}}\ncomponents: {servers: {s: {host: a, protocol: a}}}",
      ["unknown-server"]
    ),
    ("channels: {a: {messages: {b: ¶text}}}", ["wrong-type"]),
    ("operations: {a: ¶{action: send}}", ["missing-field"]),
    ("channels: {c: {}}\noperations: {a: ¶{channel: {$ref: '#/channels/c'}}}", ["missing-field"]),
    ("channels: {c: {}}\noperations: {a: {action: ¶publish, channel: {$ref: '#/channels/c'}}}", ["wrong-type"]),
    ("operations: {a: {action: send, channel: ¶{address: a}}}", ["reference-expected"]),
    (
      "operations: {a: {action: send, channel: {$ref: ¶'#/components/channels/c'}}}\ncomponents: {channels: {c: {}}}",
      ["operation-channel-not-in-channels"]
    ),
    (
      "channels: {c: {messages: {m: {}}}}\noperations: {a: {action: send, channel: {$ref: '#/channels/c'}, messages: [¶{}]}}",
      ["reference-expected"]
    ),
    (
      """
      channels: {c: {messages: {m: {$ref: '#/components/messages/m'}}}}
      operations:
        a:
          action: send
          channel: {$ref: '#/channels/c'}
          messages: [{$ref: ¶'#/components/messages/m'}, {$ref: ¶'#/components/messages/n'}]
      components: {messages: {m: {}, n: {}}}
      """, ["message-not-in-channel", "message-not-in-channel"]
    ),
    (
      """
      channels: {c: {address: here}}
      operations:
        a:
          action: send
          channel: {$ref: '#/channels/c'}
          reply: {address: ¶{location: $message.header#/to}, channel: {$ref: '#/channels/c'}}
      """, ["reply-address-and-channel-address"]
    ),
    (
      "channels: {c: {}}\noperations: {a: {action: send, channel: {$ref: '#/channels/c'}, reply: {address: ¶{}}}}",
      ["missing-information"]
    ),
    ("components: {messages: {m: {¶messageId: a}}}", ["unknown-field"]),
    ("components: {messages: {m: {¶schemaFormat: application/schema}}}", ["unknown-field"]),
    ("components: {messages: {m: {correlationId: ¶{}}}}", ["missing-information"]),
    ("components: {messages: {m: {traits: [{¶payload: {}}]}}}", ["unknown-field"]),
    ("components: {messages: {m: {traits: ¶{}}}}", ["wrong-type"]),
    ("components: {messages: {m: {payload: ¶{schema: {}}}}}", ["no-schema-format"]),
    ("components: {messages: {m: {payload: ¶{schemaFormat: application/x, schema: {}}}}}", ["foreign-schema-format"]),
    ("components: {messages: {m: {payload: ¶text}}}", ["wrong-type"]),
    ("components: {schemas: {s: ¶null}}", ["wrong-value"]),
    ("components: {schemas: {s: {type: ¶any}}}", ["unknown-schema-type"]),
    ("components: {schemas: {s: {type: [string, ¶{}]}}}", ["wrong-type"]),
    ("components: {schemas: {s: {properties: ¶[]}}}", ["wrong-type"]),
    ("components: {schemas: {s: {properties: {a: {required: ¶true}}}}}", ["wrong-value"]),
    ("components: {schemas: {s: {required: [a, ¶1]}}}", ["wrong-value"]),
    ("components: {schemas: {s: {enum: ¶a}}}", ["wrong-type"]),
    ("components: {schemas: {s: {examples: ¶{}}}}", ["wrong-value"]),
    ("components: {schemas: {s: {description: ¶{}}}}", ["wrong-value"]),
    ("components: {schemas: {s: {deprecated: ¶1}}}", ["wrong-value"]),
    (
      "components: {schemas: {s: {discriminator: ¶{propertyName: a}, properties: {a: {}}, required: [a]}}}",
      ["wrong-value"]
    ),
    ("components: {schemas: {s: {allOf: ¶{}}}}", ["wrong-type"]),
  ]

  @Test(arguments: version3) func reportsInVersion3(_ body: String, _ codes: [String]) {
    expect(codes, in: Parsing.header3 + body)
  }

  static let version2: [(body: String, codes: [String])] = [
    ("channels: {}\n¶operations: {}", ["field-of-later-version"]),
    ("channels: {a: {¶subscripe: {}}}", ["unknown-field"]),
    ("channels: {a: {servers: [¶b]}}", ["unknown-server"]),
    ("channels: {a: {parameters: {¶b: {}}}}", ["redundant-parameter"]),
    ("channels: {'a/{c}': {parameters: {¶b: {}, c: {}}}}", ["redundant-parameter"]),
    ("channels: {'a/{c}': ¶{}}", ["undefined-parameter"]),
    ("channels: {a: {publish: {operationId: x}, subscribe: {operationId: ¶x}}}", ["duplicate-operation-id"]),
    ("channels: {a: {publish: {message: {oneOf: ¶{}}}}}", ["wrong-type"]),
    ("channels: {a: {publish: {message: {traits: [{¶traits: []}]}}}}", ["unknown-field"]),
    ("channels: {a: {publish: {security: [{¶b: []}]}}}", ["unknown-security-scheme"]),
    ("channels: {a: {publish: {security: [¶b]}}}", ["wrong-type"]),
    (
      "channels: {a: {publish: {security: [{b: ¶x}]}}}\ncomponents: {securitySchemes: {b: {type: plain}}}",
      ["wrong-type"]
    ),
    ("channels: {}\nservers: {a: ¶{protocol: b}}", ["missing-field"]),
    ("channels: {}\nservers: {a: {¶host: b, url: b, protocol: b}}", ["field-of-later-version"]),
    ("channels: {'{p}': {parameters: {p: {schema: {type: ¶file}}}}}", ["unknown-schema-type"]),
  ]

  @Test(arguments: version2) func reportsInVersion2(_ body: String, _ codes: [String]) {
    expect(codes, in: Parsing.header2 + body)
  }

  static let whole: [(text: String, codes: [String])] = [
    ("¶asyncapi: 3.0.0", ["missing-field"]),
    ("asyncapi: 3.0.0\ninfo: ¶{}", ["missing-information", "missing-information"]),
    ("asyncapi: 3.0.0\ninfo: {title: t, version: ¶1.0}", ["wrong-value"]),
    ("asyncapi: 3.0.0\ninfo: ¶text", ["wrong-type"]),
    ("asyncapi: 3.0.0\ninfo: {title: t, version: '1', ¶titel: t}", ["unknown-field"]),
    ("asyncapi: 3.0.0\ninfo: {$ref: ¶'#/x-info'}\nx-info: {title: t, version: '1'}", ["reference-not-allowed"]),
    ("¶asyncapi: 2.6.0\ninfo: {title: t, version: '1'}", ["missing-information"]),
    ("asyncapi: 2.6.0\ninfo: {title: t, version: '1', ¶tags: []}\nchannels: {}", ["field-of-later-version"]),
    ("asyncapi: ¶9.0.0", ["unknown-version"]), ("asyncapi: ¶3.9.0\ninfo: {title: t, version: '1'}", ["newer-version"]),
    ("¶a: 1", ["not-asyncapi"]),
  ]

  @Test(arguments: whole) func reportsInDocuments(_ text: String, _ codes: [String]) {
    expect(codes, in: text)
  }

  private func expect(_ codes: [String], in text: String) {
    let marked = MarkedText(text)
    let parsing = Parsing(["api.yaml": marked.text])
    let marks = marked.marks + Array(repeating: marked.marks.last ?? "", count: codes.count - marked.marks.count)
    #expect(parsing.places == zip(marks, codes).map { "api.yaml:\($0) \($1)" }, "\(parsing.diagnostics)")
  }

  @Test func suggestsWhatWasMeant() {
    let parsing = Parsing.version3("channels: {a: {adress: a}}")
    #expect(
      parsing.diagnostics.map(\.message) == ["the Channel Object has no field 'adress'; did you mean 'address'?"])
  }

  @Test func saysEverythingInOneRun() {
    let parsing = Parsing.version3(
      """
      servers: {a: {host: a}}
      channels: {c: {adress: a, messages: {m: {payload: {type: file}}}}}
      operations: {o: {action: sent, channel: {$ref: '#/channels/c'}}}
      """)
    #expect(Set(parsing.codes) == ["missing-field", "unknown-field", "unknown-schema-type", "wrong-type"])
  }

  @Test func reportsASharedPlaceOnce() {
    let parsing = Parsing.version3(
      """
      channels:
        a: {$ref: '#/components/channels/c'}
        b: {$ref: '#/components/channels/c'}
      components: {channels: {c: {adress: a, parameters: {p: {schema: {}}}}}}
      """)
    #expect(parsing.places == ["api.yaml:6:29 unknown-field", "api.yaml:6:57 unknown-field"])
  }
}

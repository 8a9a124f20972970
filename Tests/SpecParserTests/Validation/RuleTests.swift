import SpecParser
import Testing

/// What fails here: somebody is not told what does not fit together in a document, or is told so without reason.
/// `¶` marks the places, each with its code.
@Suite struct RuleTests {
  typealias Case = (body: String, codes: [String])

  static let tags: [Case] = [
    ("channels: {}\ntags: [{name: a}, {name: b}, {name: ¶a}]", ["duplicate-tag"]),
    ("channels: {c: {publish: {tags: [{name: a}, {name: ¶a}]}}}", ["duplicate-tag"]),
    ("channels: {c: {publish: {message: {tags: [{name: a}, {name: ¶a}]}}}}", ["duplicate-tag"]),
    ("channels: {}\ncomponents: {messageTraits: {t: {tags: [{name: a}, {name: ¶a}]}}}", ["duplicate-tag"]),
    ("channels: {}\nservers: {s: {url: a, protocol: b, tags: [{name: a}, {name: ¶a}]}}", ["duplicate-tag"]),
  ]

  static let identifiers: [Case] = [
    (
      "channels: {a: {publish: {message: {messageId: m}}}, b: {publish: {message: {messageId: ¶m}}}}",
      ["duplicate-message-id"]
    ),
    // One message that is used twice is one message.
    (
      """
      channels:
        a: {publish: {message: {$ref: '#/components/messages/m'}}}
        b: {publish: {message: {$ref: '#/components/messages/m'}}}
      components: {messages: {m: {messageId: m}}}
      """, []
    ),
    ("channels: {a: {publish: {operationId: o}, subscribe: {operationId: ¶o}}}", ["duplicate-operation-id"]),
    ("channels: {a: {publish: {operationId: o}, subscribe: {operationId: O}}}", []),
    (
      """
      channels: {a: {publish: {operationId: o}}, b: {publish: {traits: [{$ref: '#/components/operationTraits/t'}]}}}
      components: {operationTraits: {t: {operationId: ¶o}}}
      """, ["duplicate-operation-id"]
    ),
  ]

  static let addresses: [Case] = [
    ("channels: {¶'a?b=1': {}}", ["query-in-address"]), ("channels: {¶'a#b': {}}", ["query-in-address"]),
    ("channels: {'a{?b}': {parameters: {¶'?b': {}}}}", ["invalid-key"]),
    // The wildcards of brokers.
    ("channels: {'a/#': {}, 'a.#.b': {}, 'a/?': {}}", []),
  ]

  static let security: [Case] = [
    (scheme("{type: http, scheme: basic}", requiring: "[¶read]"), ["scopes-not-allowed"]),
    (scheme("{type: X509}", requiring: "[]"), []),
    (scheme("{type: openIdConnect, openIdConnectUrl: 'https://a.b'}", requiring: "[any]"), []),
    (
      scheme("{type: oauth2, flows: {password: {tokenUrl: 'https://a.b', scopes: {read: r}}}}", requiring: "[read]"), []
    ),
    (
      scheme("{type: oauth2, flows: {password: {tokenUrl: 'https://a.b', scopes: {read: r}}}}", requiring: "[¶reed]"),
      ["unknown-scope"]
    ),
    ("channels: {}\nservers: {s: {url: a, protocol: b, security: [{¶gone: []}]}}", ["unknown-security-scheme"]),
    ("channels: {a: {publish: {security: [{¶gone: []}]}}}", ["unknown-security-scheme"]),
  ]

  private static func scheme(_ scheme: String, requiring scopes: String) -> String {
    """
    channels: {}
    servers: {s: {url: a, protocol: b, security: [{one: \(scopes)}]}}
    components: {securitySchemes: {one: \(scheme)}}
    """
  }

  static let values: [Case] = [
    ("channels: {a: {publish: {message: {payload: {type: string}, examples: [{payload: ¶1}]}}}}", ["invalid-example"]),
    (
      "channels: {a: {publish: {message: {headers: {required: [b]}, examples: [{headers: ¶{}}]}}}}",
      ["invalid-example"]
    ),
    ("channels: {a: {publish: {message: {payload: {type: string}, examples: [{payload: b}]}}}}", []),
    (
      "channels: {a: {publish: {message: {schemaFormat: application/json, payload: ¶1, examples: [{payload: 1}]}}}}",
      ["foreign-schema-format"]
    ),
    ("channels: {}\ncomponents: {schemas: {s: {type: boolean, default: ¶'false'}}}", ["default-of-wrong-type"]),
    ("channels: {}\ncomponents: {schemas: {s: {maximum: 1, default: ¶2}}}", ["invalid-default"]),
    ("channels: {}\ncomponents: {schemas: {s: {items: {type: string}, examples: [[a, ¶1]]}}}", ["invalid-example"]),
  ]

  static let messages: [Case] = [
    ("channels: {a: {publish: {message: {headers: {type: ¶string}}}}}", ["headers-not-object"]),
    ("channels: {a: {publish: {message: {headers: ¶true}}}}", ["headers-not-object"]),
    ("channels: {a: {publish: {message: {headers: {properties: {a: {}}}}}}}", []),
    ("channels: {}\ncomponents: {messageTraits: {t: {headers: {type: object}}}}", []),
  ]

  static let version2: [Case] = [tags, identifiers, addresses, security, values, messages].flatMap { $0 }

  @Test(arguments: version2)
  func inVersion2(_ body: String, _ codes: [String]) {
    expect(codes, in: Parsing.header2 + body)
  }

  static let discriminators: [Case] = [
    ("{type: object, discriminator: k, properties: {k: {type: string}}, required: [k]}", []),
    ("{type: object, discriminator: ¶k, properties: {k: {type: string}}}", ["discriminator-not-required"]),
    ("{type: object, discriminator: ¶k, properties: {a: {}}}", ["discriminator-not-defined"]),
    ("{discriminator: k, allOf: [{properties: {k: {}}, required: [k]}]}", []),
    ("{discriminator: k, oneOf: [{properties: {k: {}}, required: [k]}]}", []),
    ("{discriminator: ¶k, oneOf: [{properties: {a: {}}}]}", ["discriminator-not-defined"]),
  ]

  static let keywords: [Case] = [
    ("{¶proprties: {}}", ["unknown-keyword"]), ("{x-proprties: {}, prefixItems: [], something: 1}", []),
    ("{minLength: ¶-1}", ["wrong-value"]), ("{minLength: ¶'1'}", ["wrong-value"]),
    ("{maxItems: ¶1.5}", ["wrong-value"]),
    ("{maxItems: 1.0}", []), ("{minimum: ¶a}", ["wrong-value"]), ("{multipleOf: ¶0}", ["wrong-value"]),
    ("{pattern: ¶'['}", ["invalid-format"]), ("{pattern: '^a[b-d]+$'}", []),
    ("{patternProperties: {¶'(': {}}}", ["invalid-format"]), ("{exclusiveMinimum: ¶true}", ["wrong-value"]),
    ("{uniqueItems: ¶1}", ["wrong-value"]),
    ("{required: [a, ¶a]}", ["wrong-value"]), ("{dependencies: {a: [b, ¶b]}}", ["wrong-value"]),
    ("{dependencies: {a: {type: ¶file}}}", ["unknown-schema-type"]), ("{$comment: ¶[]}", ["wrong-value"]),
  ]

  @Test(arguments: discriminators + keywords) func inSchemas(_ schema: String, _ codes: [String]) {
    expect(codes, in: Parsing.header3 + "components: {schemas: {s: \(schema)}}")
  }

  static let expressions: [Case] = [
    (correlation("header#/id", "headers: {properties: {id: {}}}"), []),
    (correlation("header#/¶id", "headers: {properties: {other: {}}}"), ["expression-leads-nowhere"]),
    (correlation("header#/id", ""), []),
    (correlation("header#/id", "headers: {type: object}"), []),
    (correlation("payload#/¶a/b", "payload: {properties: {a: {properties: {c: {}}}}}"), ["expression-leads-nowhere"]),
    (correlation("payload#/a/b", "payload: {properties: {a: {additionalProperties: true}}}"), []),
    (correlation("payload#/a/b", "payload: {properties: {a: {oneOf: [{type: string}, {properties: {b: {}}}]}}}"), []),
    (correlation("payload#/a/b", "payload: {allOf: [{properties: {c: {}}}, {properties: {a: {}}}]}"), []),
    (correlation("payload#/¶a", "payload: {type: string}"), ["expression-leads-nowhere"]),
    (correlation("payload#/0/a", "payload: {type: array, items: {properties: {a: {}}}}"), []),
    (correlation("payload", "payload: {type: string}"), []),
    (
      """
      channels:
        c:
          address: 'a/{p}'
          parameters: {p: {location: ¶$message.payload#/p}}
          messages: {m: {payload: {properties: {q: {}}}}}
      """, ["expression-leads-nowhere"]
    ),
    (
      """
      channels:
        c: {address: a, messages: {m: {headers: {properties: {q: {}}}}}}
        r: {address: null, messages: {n: {}}}
      operations:
        o:
          action: receive
          channel: {$ref: '#/channels/c'}
          reply: {address: {location: ¶$message.header#/replyTo}, channel: {$ref: '#/channels/r'}}
      """, ["expression-leads-nowhere"]
    ),
  ]

  /// The mark in the pointer stands for one at the beginning of the expression.
  private static func correlation(_ expression: String, _ fields: String) -> String {
    let mark = expression.contains("¶") ? "¶" : ""
    let text = expression.filter { $0 != "¶" }
    return "components: {messages: {m: {correlationId: {location: \(mark)$message.\(text)}, \(fields)}}}"
  }

  @Test func onlyWarnsOfValuesInVersion3() {
    let parsing = Parsing.version3(
      "components: {schemas: {s: {type: boolean, default: 'false', examples: [1]}, t: {maximum: 1, default: 2}}}")
    #expect(Set(parsing.codes) == ["default-of-wrong-type", "invalid-example", "invalid-default"])
    #expect(parsing.diagnostics.allSatisfy { $0.severity == .warning })
    #expect(parsing.diagnostics.allSatisfy { $0.notes.map(\.message) == ["the schema says so here"] })
  }

  static let references: [Case] = [
    ("channels: {c: {address: ¶'a?b=1'}}", ["query-in-address"]),
    ("channels: {c: ¶{address: 'a/{b}'}}", ["undefined-parameter"]),
    ("channels: {c: {address: a, parameters: {¶b: {}}}}", ["redundant-parameter"]),
    ("servers: {s: {host: a, protocol: b, variables: {¶c: {}}}}", ["redundant-variable"]),
    ("servers: {s: ¶{host: 'a{c}', protocol: b}}", ["undefined-variable"]),
    (
      "servers: {s: {host: 'a{c}', protocol: b, variables: {c: {enum: [d], examples: [¶e]}}}}",
      ["example-outside-enum"]
    ),
    ("channels: {c: {address: 'a{p}', parameters: {p: {enum: [d], examples: [¶e]}}}}", ["example-outside-enum"]),
  ]

  @Test(arguments: expressions + references) func inVersion3(_ body: String, _ codes: [String]) {
    expect(codes, in: Parsing.header3 + body)
  }

  private func expect(_ codes: [String], in text: String) {
    let marked = MarkedText(text)
    let parsing = Parsing(["api.yaml": marked.text])
    #expect(
      parsing.places == zip(marked.marks, codes).map { "api.yaml:\($0) \($1)" },
      "\(parsing.diagnostics.map(\.description).joined(separator: "\n"))")
  }
}

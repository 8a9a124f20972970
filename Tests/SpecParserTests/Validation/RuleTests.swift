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
    ("channels: {a: {publish: {message: {oneOf: ¶[]}}}}", ["operation-without-messages"]),
    (
      "channels: {a: {publish: {message: {payload: {¶schemaFormat: application/schema, schema: {}}}}}}",
      ["unknown-keyword"]
    ),
    ("channels: {}\nservers: {s: {url: ¶'a/{b', protocol: c}}", ["invalid-format"]),
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

  static let endless: [Case] = [
    ("s: ¶{allOf: [{$ref: '#/components/schemas/s'}]}", ["no-finite-value"]),
    ("s: ¶{oneOf: [{$ref: '#/components/schemas/s'}]}", ["no-finite-value"]),
    ("s: ¶{anyOf: [{$ref: '#/components/schemas/s'}]}", ["no-finite-value"]),
    (
      "s: ¶{type: object, properties: {a: {$ref: '#/components/schemas/s'}}, required: [a]}", ["no-finite-value"]
    ),
    ("s: ¶{type: array, minItems: 1, items: {$ref: '#/components/schemas/s'}}", ["no-finite-value"]),
    // A circle is said once, and not again of what leads into it.
    (
      """
      s: ¶{type: object, properties: {a: {$ref: '#/components/schemas/t'}}, required: [a]}
          t: {type: object, properties: {b: {$ref: '#/components/schemas/s'}}, required: [b]}
          u: {type: object, properties: {c: {$ref: '#/components/schemas/t'}}, required: [c]}
      """, ["no-finite-value"]
    ),
    ("s: {type: object, properties: {a: {$ref: '#/components/schemas/s'}}}", []),
    ("s: {type: array, items: {$ref: '#/components/schemas/s'}}", []),
    (
      "s: {type: object, required: [a], properties: {a: {oneOf: [{$ref: '#/components/schemas/s'}, {type: 'null'}]}}}",
      []
    ),
    ("s: {type: [object, 'null'], properties: {a: {$ref: '#/components/schemas/s'}}, required: [a]}", []),
    ("s: {type: object, properties: {a: {$ref: '#/components/schemas/s'}}, required: [a], enum: [{}]}", []),
    // Inheritance as many tools write it.
    (
      """
      s: {discriminator: k, properties: {k: {}}, required: [k], oneOf: [{$ref: '#/components/schemas/t'}]}
          t: {allOf: [{$ref: '#/components/schemas/s'}]}
      """, []
    ),
  ]

  static let keywords: [Case] = [
    ("{¶proprties: {}}", ["unknown-keyword"]), ("{x-proprties: {}, prefixItems: [], something: 1}", []),
    ("{minLength: ¶-1}", ["wrong-value"]), ("{minLength: ¶'1'}", ["wrong-value"]),
    ("{maxItems: ¶1.5}", ["wrong-value"]),
    ("{maxItems: 1.0}", []), ("{minimum: ¶a}", ["wrong-value"]), ("{multipleOf: ¶0}", ["wrong-value"]),
    ("{pattern: ¶'['}", ["invalid-pattern"]), ("{pattern: '^a[b-d]+$'}", []),
    ("{patternProperties: {¶'(': {}}}", ["invalid-pattern"]), ("{exclusiveMinimum: ¶true}", ["wrong-value"]),
    ("{uniqueItems: ¶1}", ["wrong-value"]),
    ("{allOf: ¶[]}", ["wrong-value"]), ("{oneOf: ¶[]}", ["wrong-value"]), ("{anyOf: ¶[]}", ["wrong-value"]),
    ("{type: ¶[]}", ["wrong-value"]), ("{type: [string, ¶string]}", ["wrong-value"]),
    ("{type: array, items: ¶[]}", ["wrong-value"]), ("{type: [string, 'null']}", []),
    ("{title: ¶3}", ["wrong-value"]), ("{description: ¶[a]}", ["wrong-value"]), ("{format: ¶true}", ["wrong-value"]),
    ("{externalDocs: {url: ¶there}}", ["invalid-format"]),
    ("{externalDocs: {url: 'https://a.example', ¶link: a}}", ["unknown-field"]),
    ("{externalDocs: ¶{}}", ["missing-information"]), ("{externalDocs: ¶text}", ["wrong-value"]),
    ("{¶schemaFormat: application/schema}", ["unknown-keyword"]),
    ("{discriminator: ¶{propertyName: a}}", ["wrong-value"]),
    ("{minimum: 5, maximum: ¶3}", ["empty-range"]), ("{minimum: 5, maximum: 5}", []),
    ("{exclusiveMinimum: 5, maximum: ¶5}", ["empty-range"]), ("{maxLength: ¶1, minLength: 2}", ["empty-range"]),
    ("{exclusiveMinimum: 1, exclusiveMaximum: ¶1}", ["empty-range"]), ("{minItems: 2, maxItems: ¶1}", ["empty-range"]),
    ("{required: [a, ¶a]}", ["wrong-value"]), ("{dependencies: {a: [b, ¶b]}}", ["wrong-value"]),
    ("{dependencies: {a: {type: ¶file}}}", ["unknown-schema-type"]), ("{$comment: ¶[]}", ["wrong-value"]),
  ]

  @Test(arguments: discriminators + keywords) func inSchemas(_ schema: String, _ codes: [String]) {
    expect(codes, in: Parsing.header3 + "components: {schemas: {s: \(schema)}}")
  }

  @Test(arguments: endless) func findsSchemasWithoutAFiniteValue(_ schemas: String, _ codes: [String]) {
    expect(codes, in: Parsing.header3 + "components:\n  schemas:\n    \(schemas)")
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
    ("channels: {c: {address: ¶'a/{b'}}", ["invalid-format"]),
    ("channels: {c: {address: ¶'a/b}'}}", ["invalid-format"]),
    ("servers: {s: {host: ¶'a:{b', protocol: c}}", ["invalid-format"]),
    ("servers: {s: {host: ¶'ws://a/x', protocol: ws}}", ["more-than-a-host"]),
    ("servers: {s: {host: ¶'a:1/x', protocol: ws}}", ["more-than-a-host"]),
    ("servers: {s: {host: 'a.example:1', protocol: ws}}", []),
    ("defaultContentType: ¶json", ["invalid-format"]), ("defaultContentType: ¶''", ["invalid-format"]),
    ("components: {messages: {m: {contentType: ¶a/}}}", ["invalid-format"]),
    ("components: {messageTraits: {t: {contentType: ¶text}}}", ["invalid-format"]),
    ("components: {messages: {m: {contentType: 'application/vnd.a+json; version=1'}}}", []),
    ("components: {messages: {m: {payload: {schema: {type: string}, schemaFormat: application/schema}}}}", []),
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

  @Test func doesNotStopGenerationForExamples() {
    let marked = MarkedText(
      Parsing.header3 + "components: {messages: {m: {headers: {type: object}, examples: [{headers: ¶3}]}}}")
    for purpose in [Purpose.validation, .generation(strict: false)] {
      let parsing = Parsing(["api.yaml": marked.text], purpose: purpose)
      #expect(parsing.places == marked.marks.map { "api.yaml:\($0) wrong-value" })
      #expect(parsing.report.hasErrors == (purpose == .validation))
    }
  }

  @Test func onlyWarnsOfWhatHasADefaultOrShould() {
    let parsing = Parsing.version3(
      "components: {messages: {m: {payload: {schema: {type: string, pattern: '('}}}}}")
    #expect(Set(parsing.codes) == ["no-schema-format", "invalid-pattern"])
    #expect(parsing.errors.isEmpty)
  }

  private func expect(_ codes: [String], in text: String) {
    let marked = MarkedText(text)
    let parsing = Parsing(["api.yaml": marked.text])
    #expect(
      parsing.places == zip(marked.marks, codes).map { "api.yaml:\($0) \($1)" },
      "\(parsing.diagnostics.map(\.description).joined(separator: "\n"))")
  }
}

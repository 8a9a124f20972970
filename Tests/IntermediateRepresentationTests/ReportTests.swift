import IntermediateRepresentation
import SpecParser
import Testing

/// What fails here: somebody relies on a line of the report that is wrong, or misses one.
@Suite struct ReportTests {
  @Test("Everything has one line, in the order of the document, with its place")
  func order() throws {
    let reported = try Reported(
      """
      operations: {send: {action: send, channel: {$ref: '#/channels/c'}, tags: [{name: t}]}}
      channels: {c: {address: a, messages: {m: {payload: {$ref: '#/components/schemas/S'}}}}}
      components: {schemas: {S: {type: string, maxLength: 3}}}

      """)
    #expect(
      reported.places == [
        "1:1 enforced-by-code", "2:8 represented-as-documentation", "2:21 represented-as-documentation",
        "3:14 represented-as-name", "3:21 enforced-by-code", "3:45 represented-by-reference",
        "3:68 ignored-information", "4:12 represented-as-name", "4:16 enforced-by-code", "4:39 represented-as-name",
        "4:43 enforced-by-type", "4:53 represented-by-reference", "5:24 represented-as-name", "5:28 enforced-by-type",
        "5:42 ignored-constraint",
      ])
    #expect(reported.report.count(.ignored) == 2 && reported.report.count(.enforced) == 5)
  }

  @Test("Examples are represented where they are generated, and information where not", arguments: [true, false])
  func examples(areGenerated: Bool) throws {
    var settings = GenerationSettings()
    settings.generatesExamples = areGenerated
    let reported = try Reported(
      """
      components:
        schemas: {S: {type: string, examples: [a]}, Other: {type: string, examples: [b]}}
        messages:
          own: {payload: {type: string}, examples: [{name: n, summary: s, payload: a}, {headers: {h: x}}]}
          schemas: {payload: {$ref: '#/components/schemas/S'}}
      """, settings: settings)
    let generated = [
      "/components/schemas/S/examples", "/components/messages/own/examples",
      "/components/messages/own/examples/0/payload", "/components/messages/own/examples/0/name",
    ]
    let left = [
      "/components/schemas/Other/examples", "/components/messages/own/examples/0/summary",
      "/components/messages/own/examples/1/headers",
    ]
    if areGenerated {
      #expect(generated.allSatisfy { reported[$0] == "represented-as-value" })
      #expect(left.allSatisfy { reported[$0] == "ignored-information" })
    } else {
      // What a list of no use holds is not told one by one.
      #expect(
        [generated[0], generated[1], left[0]].allSatisfy { reported[$0] == "ignored-information" })
    }
  }

  @Test("A line says what was made of it")
  func names() throws {
    let reported = try Reported(
      """
      servers: {main: {host: h, protocol: mqtt}}
      channels: {orders: {address: o, messages: {m: {payload: {type: string}}}}}
      operations: {send: {action: send, channel: {$ref: '#/channels/orders'}}}
      components: {schemas: {order-line: {type: object, properties: {a: {}}}, text: {type: string}}}
      """)
    let names = reported.report.constructs.compactMap(\.swiftName)
    #expect(
      names == [
        "Servers.main", "Channels.Orders", "Messages.M", "Application.send, Client.send", "Schemas.OrderLine",
        "Schemas.Text",
      ])
    let entry = try #require(reported.report.constructs.first { $0.name == "order-line" })
    #expect(entry.words == "'order-line' of 'schemas'")
    #expect(entry.destination == "a type of 'Schemas': Schemas.OrderLine")
  }

  @Test(
    "What becomes of a keyword depends on its schema",
    arguments: [
      ("{type: string, minLength: 2}", "minLength", "ignored-constraint"),
      ("{type: string, minLength: 0}", "minLength", "represented-anyway"),
      ("{type: string, format: uuid}", "format", "enforced-by-type"),
      ("{type: string, format: email}", "format", "ignored-constraint"),
      ("{type: integer, format: int64}", "format", "enforced-by-type"),
      ("{enum: [a, b]}", "enum", "represented-as-type"), ("{enum: [1, a]}", "enum", "represented-as-type"),
      ("{enum: [[1], a]}", "enum", "ignored-constraint"),
      ("{enum: [a, b], x-enum-closed: true}", "enum", "enforced-by-type"),
      ("{enum: [a, b], x-enum-closed: true}", "x-enum-closed", "enforced-by-type"),
      ("{enum: [a, b], x-enum-closed: false}", "x-enum-closed", "ignored-extension"),
      ("{const: a}", "const", "represented-as-value"), ("{const: {a: 1}}", "const", "ignored-constraint"),
      ("{type: object, properties: {a: {}}}", "properties/a", "represented-as-name"),
      ("{type: string, properties: {a: {}}}", "properties", "ignored-keyword"),
      (
        "{type: object, properties: {a: {}}, additionalProperties: false}", "additionalProperties", "ignored-constraint"
      ),
      ("{type: object, additionalProperties: false}", "additionalProperties", "represented-as-type"),
      (
        "{type: object, properties: {a: {}}, additionalProperties: {type: string}}", "additionalProperties",
        "represented-as-value"
      ), ("{additionalProperties: {type: string}}", "additionalProperties", "enforced-by-type"),
      ("{patternProperties: {a: {type: string}}}", "patternProperties", "represented-as-type"),
      ("{patternProperties: {a: {type: string}, b: {type: array}}}", "patternProperties/a/type", ""),
      ("{type: array, items: {type: string}}", "items", "enforced-by-type"),
      ("{type: array, items: [{type: string}]}", "items", "enforced-by-type"),
      ("{type: array, items: [{title: A}], additionalItems: false}", "items/0/title", "represented-as-documentation"),
      ("{type: array, items: [{title: A}], additionalItems: false}", "additionalItems", "represented-as-type"),
      ("{type: array, items: {}, additionalItems: false}", "additionalItems", "ignored-constraint"),
      ("{type: object, properties: {a: {type: string, default: x}}}", "properties/a/default", "represented-as-value"),
      ("{type: object, properties: {a: {type: string, default: 1}}}", "properties/a/default", "ignored-keyword"),
      ("{type: string, default: x}", "default", "ignored-keyword"),
      ("{type: object, properties: {a: {deprecated: true}}}", "properties/a/deprecated", "represented-as-attribute"),
      ("{type: array, items: {deprecated: true, type: string}}", "items/deprecated", "ignored-information"),
      ("{type: object, properties: {a: {readOnly: true}}}", "properties/a/readOnly", "represented-as-documentation"),
      ("{type: string, contentEncoding: base64}", "contentEncoding", "enforced-by-type"),
      ("{type: string, contentEncoding: base32}", "contentEncoding", "ignored-keyword"),
      (
        "{type: object, properties: {a: {nullable: true, x-presence: true}}}", "properties/a/x-presence",
        "enforced-by-type"
      ),
      ("{type: object, x-swift-name: Thing, properties: {a: {}}}", "x-swift-name", "represented-as-name"),
      ("{type: object, x-swift-name: a-b, properties: {a: {}}}", "x-swift-name", "ignored-extension"),
      ("{allOf: [{type: string}, {type: array}]}", "allOf", "ignored-constraint"),
      ("{oneOf: [{type: string}, {type: number}]}", "oneOf", "enforced-by-type"),
      ("{oneOf: [{title: A, properties: {a: {}}}, {title: B, properties: {b: {}}}]}", "oneOf", "represented-as-type"),
      (
        "{oneOf: [{title: A, properties: {a: {}}}, {title: B, properties: {b: {}}}]}", "oneOf/1/title",
        "represented-as-documentation"
      ),
      (
        "{type: string, oneOf: [{type: string}], anyOf: [{type: string}, {type: integer}]}", "anyOf",
        "ignored-constraint"
      ),
      (
        "{oneOf: [{required: [k], properties: {k: {const: a}}}, {required: [k], properties: {k: {const: b}}}]}",
        "oneOf",
        "enforced-by-type"
      ),
      ("{oneOf: [{required: [a]}, {required: [b]}], type: object, properties: {a: {}}}", "oneOf", "ignored-constraint"),
      ("{oneOf: [{type: string}, {type: 'null'}]}", "oneOf/1/type", "enforced-by-type"),
      ("{discriminator: k, type: object, required: [k], properties: {k: {}}}", "discriminator", "ignored-keyword"),
      ("{type: object, properties: {a: {title: A}}}", "properties/a/title", "represented-as-documentation"),
      ("{type: object, properties: {a: {title: A, description: B}}}", "properties/a/title", "ignored-information"),
      ("{type: array, items: {type: string, description: A}}", "items/description", "ignored-information"),
      ("{prefixItems: [{}]}", "prefixItems", "ignored-keyword"),
      ("{nullable: false}", "nullable", "represented-anyway"),
      ("{type: 'null'}", "type", "ignored-constraint"), ("{x-mine: 1}", "x-mine", "ignored-extension"),
      ("{bogus: 1}", "bogus", "ignored-keyword"),
      ("{additionalProperties: false, not: {type: string}}", "not", "ignored-constraint"),
      ("{type: object, properties: {a: false}}", "properties/a", "represented-as-name"),
    ])
  func keyword(schema: String, pointer: String, code: String) throws {
    #expect(try Reported(schema: schema)["/components/schemas/S/\(pointer)"] ?? "" == code)
  }

  @Test("Constraints are enforced where they are validated")
  func validation() throws {
    var settings = GenerationSettings()
    settings.validatesConstraints = true
    let reported = try Reported(schema: "{type: string, pattern: a, not: {const: b}}", settings: settings)
    #expect(reported["/components/schemas/S/pattern"] == "enforced-by-validation")
    #expect(reported["/components/schemas/S/not"] == "enforced-by-validation" && reported.ignored.isEmpty)
  }

  @Test("What a keyword does depends on the settings")
  func settings() throws {
    func code(_ schema: String, _ pointer: String, _ change: (inout GenerationSettings) -> Void) throws -> String? {
      var settings = GenerationSettings()
      change(&settings)
      return try Reported(schema: schema, settings: settings)["/components/schemas/S/\(pointer)"]
    }
    let closed = "{type: object, properties: {a: {type: string, default: x}}, additionalProperties: false}"
    #expect(try code(closed, "additionalProperties") { $0.unknownProperties = .reject } == "enforced-by-type")
    #expect(try code(closed, "additionalProperties") { $0.unknownProperties = .capture } == "represented-as-type")
    #expect(try code(closed, "properties/a/default") { $0.defaults = .ignore } == "ignored-keyword")
    #expect(try code("{enum: [a]}", "enum") { $0.enums = .closed } == "enforced-by-type")
    let mine = TypeOverride(
      key: "/components/schemas/S", type: "Mine", location: SourceLocation(path: "c.yaml", line: 1, column: 1))
    #expect(try code(closed, "properties") { $0.typeOverrides = [mine] } == "represented-as-type")
    #expect(try code("{type: string, format: f}", "format") { $0.typeOverrides = [mine] } == "represented-as-type")
    var format = mine
    format.key = "f"
    #expect(try code("{type: string, format: f}", "format") { $0.typeOverrides = [format] } == "represented-as-type")
    #expect(try code("{type: string, format: f}", "type") { $0.typeOverrides = [format] } == "represented-as-type")
  }

  @Test("Where one thing says what another says too, the one that counts is represented")
  func overrides() throws {
    let traits = """
      channels: {c: {address: a, title: T, messages: {m: {description: D, traits: [{description: E, summary: F, x-a: 1}]}}}}
      """
    let version3 = try Reported(traits)
    #expect(version3["/channels/c/title"] == "represented-as-documentation")
    #expect(version3["/channels/c/messages/m/description"] == "represented-as-documentation")
    #expect(version3["/channels/c/messages/m/traits/0/description"] == "ignored-override")
    #expect(version3["/channels/c/messages/m/traits/0/summary"] == "represented-as-documentation")
    let version2 = try Reported(
      "channels: {c: {publish: {message: {name: m, description: D, traits: [{description: E}]}}}}", version: "2.6.0")
    #expect(version2["/channels/c/publish/message/description"] == "ignored-override")
    #expect(version2["/channels/c/publish/message/traits/0/description"] == "represented-as-documentation")
  }

  @Test("Beside a reference only a property's description counts, and each reference is followed to its end")
  func references() throws {
    let reported = try Reported(
      """
      components:
        schemas:
          A: {type: object, properties: {b: {$ref: '#/components/schemas/B', description: D, title: T}}}
          B: {$ref: 'b.yaml#/first'}
          C: {type: array, items: {$ref: 'b.yaml#/second', description: D}}

      """, files: ["b.yaml": "first: {$ref: '#/second'}\nsecond: {type: string, format: email}\nunread: 1\n"])
    let b = "/components/schemas/A/properties/b"
    #expect(reported["\(b)/description"] == "represented-as-documentation")
    #expect(reported["\(b)/title"] == "ignored-sibling")
    #expect(reported["/components/schemas/C/items/description"] == "ignored-sibling")
    let inFile = reported.report.constructs.filter { $0.key.location.path == "b.yaml" }
    #expect(inFile.map(\.key.pointer) == ["/first/$ref", "/second/type", "/second/format"])
  }

  @Test("Components and definitions count as far as something refers to them")
  func components() throws {
    let reported = try Reported(
      """
      channels: {c: {address: '{p}', parameters: {p: {$ref: '#/components/parameters/used'}}, messages: {
        m: {payload: {$ref: '#/components/schemas/S/definitions/used'}, correlationId: {
          $ref: '#/components/messageTraits/partly/correlationId'}}}}}
      components:
        parameters: {used: {description: D}, unused: {description: D}}
        messageTraits: {partly: {summary: S, correlationId: {location: $message.payload#/a}}}
        schemas: {S: {definitions: {used: {type: integer}, unused: {type: string}}}}

      """)
    #expect(reported["/components/parameters/used"] == "represented-by-reference")
    #expect(reported["/components/parameters/unused"] == "ignored-component")
    #expect(reported["/components/parameters/unused/description"] == nil)
    #expect(reported["/components/schemas/S/definitions/used/type"] == "enforced-by-type")
    #expect(reported["/components/schemas/S/definitions/unused"] == "ignored-component")
    #expect(reported["/components/messageTraits/partly"] == "represented-by-reference")
    #expect(reported["/components/messageTraits/partly/summary"] == "ignored-component")
    #expect(reported["/components/messageTraits/partly/correlationId/location"] == "ignored-field")
  }

  @Test("What is ignored as a whole counts as far as something refers to it")
  func referredParts() throws {
    let reported = try Reported(
      """
      x-schemas: {A: {type: string, minLength: 1}, B: {type: string}}
      components:
        parts: {unread: 1, C: {type: integer}}
        schemas:
          S: {type: object, properties: {
            a: {$ref: '#/x-schemas/A'}, c: {$ref: '#/components/parts/C'}, d: {$ref: '#/components/schemas/S/not/not'}},
            not: {not: {type: number}, type: string}}

      """)
    #expect(reported["/x-schemas"] == "represented-by-reference" && reported["/x-schemas/B"] == "ignored-extension")
    #expect(reported["/x-schemas/A/type"] == "enforced-by-type")
    #expect(reported["/x-schemas/A/minLength"] == "ignored-constraint")
    #expect(reported["/components/parts/unread"] == "ignored-field" && reported["/components/parts/C"] == nil)
    #expect(reported["/components/schemas/S/not"] == "represented-by-reference")
    #expect(reported["/components/schemas/S/not/type"] == "ignored-constraint")
    #expect(reported["/components/schemas/S/not/not/type"] == "enforced-by-type")
  }

  @Test("What is neither an operation nor a reply for want of messages is ignored with all that it says")
  func nothingGenerated() throws {
    let reported = try Reported(
      "channels: {c: {address: a}}\noperations: {o: {action: send, channel: {$ref: '#/channels/c'}, summary: S}}\n")
    #expect(reported["/operations/o"] == "ignored-field" && reported["/operations/o/summary"] == nil)
  }

  @Test("Schemas of other formats are ignored where they stand")
  func foreign() throws {
    let reported = try Reported(
      """
      channels: {c: {address: a, messages: {m: {
        payload: {schemaFormat: application/vnd.apache.avro, schema: {type: int}}, headers: {type: string}}}}}
      """)
    let message = "/channels/c/messages/m"
    #expect(reported["\(message)/payload"] == "represented-as-type")
    #expect(reported["\(message)/payload/schemaFormat"] == "enforced-by-code")
    #expect(reported["\(message)/payload/schema"] == "ignored-schema")
    #expect(reported["\(message)/headers"] == "ignored-schema")
  }

  @Test("What aliases and merge keys repeat has one line, and what counts somewhere is not ignored")
  func aliases() throws {
    let reported = try Reported(
      """
      channels: {a: &c {address: a, parameters: &p {p: {description: D}}}, b: {<<: *c, address: 'b/{p}', title: &t T}}
      components: {schemas: {S: &s {type: string, minLength: 1}, R: *s}}

      """)
    let places = reported.report.constructs.map(\.key.pointer)
    #expect(Set(places).count == places.count)
    #expect(reported["/channels/a/parameters/p"] == "represented-as-name")
  }

  @Test("A strict run says of each ignored thing what to do, and a level says so without it")
  func warnings() throws {
    let text = "channels: {c: {address: a, tags: [{name: t}], x-a: 1}}\n"
    let strict = try Reported(text, strict: true)
    strict.report.warn(strict.diagnostics)
    #expect(
      strict.diagnostics.diagnostics.map(\.description) == [
        "a.yaml:3:28: error: 'tags' of the Channel Object is ignored: information that is not generated; remove it, or let it pass with '--severity ignored-information=ignore' [ignored-information]",
        "a.yaml:3:47: error: 'x-a' of the Channel Object is ignored: nothing reads this extension; remove it, or let it pass with '--severity ignored-extension=ignore' [ignored-extension]",
      ])
    let plain = try Reported(text)
    plain.report.warn(plain.diagnostics)
    #expect(plain.diagnostics.diagnostics.isEmpty && !GenerationReport.isAskedFor(by: plain.diagnostics))
    plain.diagnostics.levels = ["ignored-extension": .warning]
    plain.report.warn(plain.diagnostics)
    #expect(plain.diagnostics.diagnostics.map(\.severity) == [.warning])
    #expect(GenerationReport.isAskedFor(by: plain.diagnostics))
  }

  // MARK: Hostile documents

  @Test("Long chains and circles of schemas come to as many lines as they have")
  func chains() throws {
    let count = 3000
    let chain = (0..<count).map { "    c\($0): {$ref: '#/components/schemas/c\($0 + 1)'}\n" }.joined()
    let circle = (0..<count).map {
      "    o\($0): {properties: {p: {$ref: '#/components/schemas/o\(($0 + 1) % count)'}}}\n"
    }.joined()
    let reported = try Reported("components:\n  schemas:\n\(chain)    c\(count): {type: string}\n\(circle)")
    #expect(reported.report.constructs.count == 3 + count * 2 + 2 + count * 3)
  }

  @Test("A thing that aliases repeat a thousand thousand times has one line")
  func bomb() throws {
    var text = "x-a0: &a0 {type: object, properties: {p: {type: string}}}\n"
    for level in 1...5 {
      let parts = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "x-a\(level): &a\(level) {allOf: [\(parts)]}\n"
    }
    let reported = try Reported(text + "components: {schemas: {S: *a5}}\n")
    #expect(reported.report.constructs.count < 30)
  }

  @Test("Schemas as deep as a file may be need no deep stack")
  func depth() throws {
    var schema = "{type: string}"
    for _ in 0..<60 { schema = "{allOf: [{type: object, properties: {p: \(schema)}}]}" }
    #expect(try Reported(schema: schema).report.constructs.count == 188)
  }
}

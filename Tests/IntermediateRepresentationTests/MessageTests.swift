import IntermediateRepresentation
import TemplateRenderer
import Testing

@Suite struct MessageTests {
  private func messages(_ text: String) throws -> [String: MessageDeclaration] {
    let snippet = try Snippet("components:\n  messages:\n" + text.split(separator: "\n").map { "    \($0)\n" }.joined())
    return Dictionary(snippet.document.messages.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  @Test("A message has the JSON that templates of users rely on")
  func jsonForm() throws {
    let message = try #require(
      messages(
        "placed: {contentType: text/plain, payload: {type: string}, correlationId: {location: '$message.header#/id'}}")[
          "placed"])
    #expect(message.origin.pointer == "/components/messages/placed")
    #expect(
      try json(message)
        == #"{"contentType":"text/plain","correlationID":{"pointer":"/id","source":"header"},"headersHaveDefault":true,"#
        + #""key":"placed","name":"Messages.Placed","origin":{"column":13,"line":5,"path":"a.yaml","pointer":"/components/messages/placed"},"#
        + #""payload":"String"}"#)
  }

  @Test("Payloads are what they are: objects, lists, nothing described, null, other formats")
  func payloads() throws {
    let all = try messages(
      """
      object: {payload: {type: object, properties: {a: {}}}}
      list: {payload: {type: array, items: {type: object, properties: {a: {}}}}}
      none: {}
      nullable: {payload: {type: [object, 'null'], properties: {a: {}}}}
      avro: {payload: {schemaFormat: application/vnd.apache.avro;version=1.9.0, schema: {type: record}}}
      """)
    #expect(all["object"]?.payload.text == "Messages.Object.Payload")
    #expect(all["list"]?.payload.text == "[Messages.List.PayloadItem]")
    #expect(all["none"]?.payload.text == "JSONValue")
    // A nested type called Payload would be taken for the message's own, which is optional.
    #expect(all["nullable"]?.payload.text == "Messages.Nullable.PayloadValue?")
    #expect(all["avro"]?.payload.text == "Bytes")
    #expect(all["avro"]?.foreignSchemaFormat == "application/vnd.apache.avro;version=1.9.0")
  }

  @Test(
    "Headers that are no object with properties are not read, and that is said",
    arguments: ["type: array", "oneOf: [{properties: {a: {}}}, {required: [b], properties: {b: {}}}]"])
  func headersOfOtherKinds(schema: String) throws {
    let snippet = try Snippet("components:\n  messages:\n    m: {headers: {\(schema)}}\n")
    #expect(snippet.document.messages.first?.headers == nil)
    #expect(snippet.findings.contains("5:18 headers-not-fields"))
  }

  @Test("Headers are left out of the call only if a value can be made of nothing")
  func headers() throws {
    let all = try messages(
      """
      optional: {headers: {type: object, properties: {a: {type: string}}}}
      required: {headers: {type: object, required: [a], properties: {a: {type: string}}}}
      constant: {headers: {type: object, required: [a], properties: {a: {const: x}}}}
      constantList: {headers: {type: object, required: [a], properties: {a: {const: [1]}}}}
      map: {headers: {type: object}}
      list: {headers: {type: array, items: {type: object, properties: {a: {}}}}}
      """)
    #expect(all["optional"]?.headersHaveDefault == true)
    #expect(all["required"]?.headersHaveDefault == false)
    #expect(all["constant"]?.headersHaveDefault == true)
    #expect(all["constantList"]?.headersHaveDefault == false)
    #expect(all["map"]?.headers?.text == "[String: JSONValue]")
    // What is no object cannot travel as headers, and no type is declared for it.
    #expect(all["list"]?.headers == nil)
    #expect(all["optional"]?.headers?.text == "Messages.OptionalMessage.Headers")
  }

  @Test(
    "Messages of channels with one key are told apart by their channels, and may be called as parts of the code are")
  func names() throws {
    let snippet = try Snippet(
      """
      channels:
        a: {address: a, messages: {message: {payload: {type: string}}, Channel: {}}}
        b: {address: b, messages: {message: {payload: {type: string}}, Shop: {}}}
      """)
    #expect(snippet.document.messages.map(\.name.simpleName) == ["AMessage", "Channel", "BMessage", "ShopMessage"])
  }

  @Test("The Swift of a message with headers")
  func swift() throws {
    let snippet = try Snippet(
      """
      components:
        messages:
          placed:
            summary: An order was placed.
            payload: {type: string}
            headers: {type: object, properties: {trace: {type: string}}}
      """)
    #expect(
      try snippet.swift(.messages, "nonisolated struct Placed") == """
        nonisolated struct Placed: AsyncAPIRuntime.Message, Hashable {
          static let name = "placed"
          static let contentType = "application/json"

          var payload: String
          var headers: Headers

          init(payload: String, headers: Headers = Headers()) {
            self.payload = payload
            self.headers = headers
          }
        }
        """)
  }

  @Test("Examples are those of the message, or else of its payload's schema, as JSON, where they are asked for")
  func examples() throws {
    let text = """
      components:
        schemas: {S: {type: object, properties: {a: {type: integer}}, examples: [{a: 3}]}}
        messages:
          own:
            payload: {$ref: '#/components/schemas/S'}
            headers: {type: object, properties: {h: {type: string}}}
            examples: [{name: one, payload: {a: 1}, headers: {h: "\\"é"}}, {headers: {h: x}}, {payload: {a: 2}}]
          schemas: {payload: {$ref: '#/components/schemas/S'}}
          none: {payload: {type: string}}
          avro: {payload: {schemaFormat: application/vnd.apache.avro;version=1.9.0, schema: {}}, examples: [{payload: a}]}

      """
    var settings = GenerationSettings()
    #expect(try Snippet(text, settings: settings).document.messages.allSatisfy { $0.examples == nil })
    settings.generatesExamples = true
    let all = Dictionary(
      uniqueKeysWithValues: try Snippet(text, settings: settings).document.messages.map { ($0.key, $0.examples) })
    #expect(
      all["own"] == [
        MessageExampleDeclaration(name: "one", payload: #"{"a":1}"#, headers: #"{"h":"\"é"}"#),
        MessageExampleDeclaration(name: nil, payload: #"{"a":2}"#, headers: nil),
      ])
    #expect(all["schemas"] == [MessageExampleDeclaration(name: nil, payload: #"{"a":3}"#, headers: nil)])
    #expect(all["none"] == .some(nil))
    #expect(all["avro"] == .some(nil))
  }
}

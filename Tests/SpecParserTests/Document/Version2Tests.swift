import SpecParser
import Testing

/// Documents of AsyncAPI 2, read into the shape of 3.
@Suite struct Version2Tests {
  static let perspectives: [(Perspective, [SpecParser.Operation.Action])] = [
    (.application, [.receive, .send]), (.client, [.send, .receive]),
  ]

  /// Taken the wrong way round, each side of the generated code would do what the other should.
  @Test(arguments: perspectives)
  func takesTheGivenPerspective(_ perspective: Perspective, _ actions: [SpecParser.Operation.Action]) throws {
    let parsing = Parsing.version2(
      """
      channels:
        orders/{id}:
          description: All.
          parameters: {id: {$ref: '#/components/parameters/id'}}
          publish: {operationId: pub, summary: s, description: d, message: {name: A}}
          subscribe: {message: {name: B}}
          bindings: {ws: {method: GET}}
      components:
        parameters:
          id:
            description: Which.
            schema: {type: string, enum: [a, 1], default: a}
            location: $message.payload#/id
      """, perspective: perspective)
    #expect(parsing.places == [])
    let document = try #require(parsing.document)
    #expect(document.operations.map(\.action) == actions)
    #expect(document.operations.map(\.key) == ["pub", "\(actions[1].rawValue)/orders/{id}"])
    #expect(document.operations.map { $0.messages.map(\.key) } == [["A"], ["B"]])
    #expect(document.operations.first?.wording.summary == "s")
    #expect(document.operations.first?.wording.description == "d")
    let channel = try #require(document.channels.first)
    #expect(channel.key == "orders/{id}")
    #expect(channel.address == "orders/{id}")
    #expect(channel.wording.description == "All.")
    #expect(channel.messages.map(\.key) == ["A", "B"])
    #expect(document.operations.allSatisfy { $0.channel == channel.node })
    #expect(channel.parameters.map(\.name) == ["id"])
    #expect(channel.parameters.first?.enumeration == ["a", "1"])
    #expect(channel.parameters.first?.defaultValue == "a")
    #expect(channel.parameters.first?.description == "Which.")
    #expect(channel.parameters.first?.location?.pointer == "/id")
    #expect(channel.bindings.map(\.protocolName) == ["ws"])
  }

  @Test func readsAllFormsOfMessages() throws {
    let parsing = Parsing.version2(
      """
      channels:
        one: {subscribe: {operationId: one, message: {$ref: '#/components/messages/a'}}}
        several:
          subscribe:
            operationId: several
            message: {oneOf: [{$ref: '#/components/messages/a'}, {name: N}, {messageId: i, name: N}, {payload: {type: string}}]}
        same: {subscribe: {operationId: same, message: {oneOf: [{name: N, title: x}, {name: N, title: y}]}}}
        none: {subscribe: {operationId: none}}
        through: {subscribe: {operationId: through, message: {$ref: '#/components/messages/choice'}}}
      components:
        messages:
          a: {}
          choice: {oneOf: [{$ref: '#/components/messages/a'}, {name: M}]}
      """)
    #expect(parsing.places == [])
    let document = try #require(parsing.document)
    #expect(document.operation("one")?.messages.map(\.key) == ["a"])
    #expect(document.operation("several")?.messages.map(\.key) == ["a", "N", "i", "several message 4"])
    // Two cases of one name would not compile.
    #expect(document.operation("same")?.messages.map(\.key) == ["N", "N 2"])
    #expect(document.operation("none")?.messages.isEmpty == true)
    #expect(document.operation("through")?.messages.map(\.key) == ["a", "M"])
  }

  @Test func readsMessageFields() throws {
    let parsing = Parsing.version2(
      """
      channels: {}
      components:
        messages:
          placed:
            messageId: orderPlaced
            name: OrderPlaced
            title: Placed
            contentType: application/json
            schemaFormat: application/vnd.aai.asyncapi;version=2.0.0
            payload: {type: object}
            headers: {type: object}
            correlationId: {location: '$message.header#/id'}
            examples: [{payload: {}}]
          avro: {schemaFormat: application/vnd.apache.avro;version=1.9.0, payload: {type: record}}
          schema: {payload: {schema: {type: string}, schemaFormat: avro}}
      """)
    #expect(parsing.places == ["api.yaml:16:78 foreign-schema-format", "api.yaml:17:48 unknown-keyword"])
    let document = try #require(parsing.document)
    let message = try #require(document.message("placed"))
    #expect(message.key == "orderPlaced")
    #expect(message.name == "OrderPlaced")
    #expect(document.schema(message.payload?.reference)?.kinds == [.object])
    #expect(message.headers.count == 1)
    #expect(message.correlationID?.location.pointer == "/id")
    #expect(message.examples.count == 1)
    #expect(document.message("avro")?.payload?.foreignFormat == "application/vnd.apache.avro;version=1.9.0")
    // Multi Format Schema Objects came with 3.0.
    #expect(document.message("schema")?.payload?.foreignFormat == nil)
  }

  static let urls: [(url: String, host: String, pathname: String?)] = [
    ("example.com", "example.com", nil), ("example.com:9092", "example.com:9092", nil),
    ("mqtt://example.com/a/b", "example.com", "/a/b"), ("wss://{host}:{port}/{path}", "{host}:{port}", "/{path}"),
    ("{scheme}://example.com/", "example.com", "/"), ("/relative", "", "/relative"),
  ]

  @Test(arguments: urls) func takesURLsApart(_ url: String, _ host: String, _ pathname: String?) throws {
    let parsing = Parsing.version2(
      """
      channels: {}
      servers:
        a:
          url: '\(url)'
          protocol: mqtt
          variables: {scheme: {}, host: {}, port: {}, path: {}}
      """)
    #expect(Set(parsing.codes).subtracting(["redundant-variable"]) == [])
    #expect(parsing.document?.servers.first?.host == host)
    #expect(parsing.document?.servers.first?.pathname == pathname)
  }

  @Test func readsSecurityRequirements() throws {
    let parsing = Parsing.version2(
      """
      channels: {a: {servers: [s], publish: {security: [{key: []}]}}}
      servers:
        s:
          url: example.com
          protocol: kafka
          security: [{user: [], oauth: ['read', 'write']}, {key: []}, {}]
      components:
        securitySchemes:
          user: {type: userPassword}
          oauth: {type: oauth2, flows: {password: {tokenUrl: https://example.com, scopes: {read: r, write: w}}}}
          key: {$ref: '#/components/securitySchemes/original'}
          original: {type: apiKey, in: user}
      """)
    #expect(parsing.places == [])
    let document = try #require(parsing.document)
    let security = try #require(document.server("s")?.security)
    #expect(security.map { $0.map(\.key) } == [["user", "oauth"], ["key"], []])
    #expect(security.map { $0.map(\.type) } == [["userPassword", "oauth2"], ["apiKey"], []])
    #expect(security.first?.last?.scopes == ["read", "write"])
    #expect(document.operations.first?.security.map { $0.map(\.location) } == [["user"]])
    #expect(document.channels.first?.servers == ["s"])
  }

  @Test func neverTakesAnUnknownSchemeForNone() {
    let parsing = Parsing.version2(
      """
      channels: {}
      servers: {s: {url: a, protocol: b, security: [{gone: []}]}}
      """, purpose: .generation(strict: false))
    #expect(parsing.codes == ["unknown-security-scheme"])
    #expect(parsing.document?.servers.first?.security.isEmpty == true)
  }

  @Test func givesEveryAddressItsOwnChannel() throws {
    let parsing = Parsing.version2(
      """
      channels:
        a: {$ref: '#/components/channels/c'}
        b: {$ref: '#/components/channels/c'}
      components: {channels: {c: {publish: {message: {name: M}}}}}
      """)
    #expect(parsing.places == [])
    let document = try #require(parsing.document)
    #expect(document.channels.map(\.address) == ["a", "b"])
    #expect(Set(document.channels.map(\.node)).count == 2)
    #expect(document.operations.map(\.key) == ["receive/a", "receive/b"])
    #expect(document.operations.map(\.channel) == document.channels.map(\.node))
  }

  @Test func tellsOperationsOfOneIDApart() throws {
    let parsing = Parsing.version2(
      """
      channels:
        a: {publish: {operationId: same}}
        b: {publish: {operationId: same}}
      """, purpose: .generation(strict: false))
    #expect(!parsing.report.hasErrors)
    #expect(parsing.document?.operations.map(\.key) == ["same", "receive/b"])
  }
}

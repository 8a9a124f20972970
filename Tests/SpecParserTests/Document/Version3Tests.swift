import SpecParser
import Testing

/// Documents of AsyncAPI 3: what the model holds of each object.
@Suite struct Version3Tests {
  @Test func readsTheDocumentItself() throws {
    let parsing = Parsing([
      "api.yaml": """
      asyncapi: 3.0.0
      id: urn:example:orders
      info:
        title: Orders
        version: 1.2.3
        description: All of them.
        termsOfService: https://example.com/terms
        contact: {name: Us, url: https://example.com, email: us@example.com}
        license: {name: MIT}
        tags: [{name: a}]
        externalDocs: {url: https://example.com}
        x-own: {any: [thing]}
      defaultContentType: application/json
      x-own: 1
      """
    ])
    #expect(parsing.places == [])
    let document = try #require(parsing.document)
    #expect(document.version == "3.0.0")
    #expect(document.id == "urn:example:orders")
    #expect(document.info.title == "Orders")
    #expect(document.info.version == "1.2.3")
    #expect(document.info.wording.description == "All of them.")
    #expect(document.defaultContentType == "application/json")
    #expect(document.files == ["api.yaml"])
    #expect(document.channels.isEmpty && document.operations.isEmpty && document.servers.isEmpty)
  }

  @Test func readsServers() throws {
    let parsing = Parsing.version3(
      """
      servers:
        production:
          host: '{region}.example.com:{port}'
          pathname: /{tenant}
          protocol: kafka-secure
          protocolVersion: '3.5'
          title: Production
          summary: Where it counts.
          description: Long.
          variables:
            region: {enum: [eu, us], default: eu, description: Where., examples: [eu]}
            port: {$ref: '#/components/serverVariables/port'}
            tenant: {}
          security:
            - {$ref: '#/components/securitySchemes/sasl'}
            - {type: httpApiKey, name: X-Key, in: header, description: A key.}
            - {type: http, scheme: bearer, bearerFormat: JWT}
            - type: oauth2
              flows: {clientCredentials: {tokenUrl: https://example.com, availableScopes: {a: for a, b: for b}}}
              scopes: [a, b]
          tags: [{name: a}]
          externalDocs: {url: https://example.com}
          bindings: {kafka: {schemaRegistryUrl: https://example.com}}
        other: {$ref: '#/components/servers/other'}
      components:
        serverVariables: {port: {default: '9092'}}
        securitySchemes: {sasl: {type: scramSha256}}
        servers: {other: {host: example.com, protocol: ws}}
      """)
    #expect(parsing.places == [])
    let document = try #require(parsing.document)
    #expect(document.servers.map(\.key) == ["production", "other"])
    let server = try #require(document.server("production"))
    #expect(server.host == "{region}.example.com:{port}")
    #expect(server.pathname == "/{tenant}")
    #expect(server.protocolName == "kafka-secure")
    #expect(server.protocolVersion == "3.5")
    #expect(server.wording.title == "Production")
    #expect(server.wording.summary == "Where it counts.")
    #expect(server.wording.description == "Long.")
    #expect(server.variables.map(\.name) == ["region", "port", "tenant"])
    #expect(server.variables.map(\.enumeration) == [["eu", "us"], [], []])
    #expect(server.variables.map(\.defaultValue) == ["eu", "9092", nil])
    #expect(server.variables.first?.description == "Where.")
    #expect(server.security.map { $0.map(\.key) } == [["sasl"], ["httpApiKey"], ["http"], ["oauth2"]])
    #expect(server.security.map { $0.map(\.type) } == [["scramSha256"], ["httpApiKey"], ["http"], ["oauth2"]])
    #expect(server.security[1].first?.name == "X-Key")
    #expect(server.security[1].first?.location == "header")
    #expect(server.security[1].first?.description == "A key.")
    #expect(server.security[2].first?.scheme == "bearer")
    #expect(server.security[3].first?.scopes == ["a", "b"])
    #expect(server.bindings.map(\.protocolName) == ["kafka"])
    #expect(server.bindings.first?["schemaRegistryUrl"]?.text == "https://example.com")
    #expect(document.server("other")?.protocolName == "ws")
  }

  @Test func readsChannels() throws {
    let parsing = Parsing.version3(
      """
      servers: {a: {host: a, protocol: nats}, b_c: {host: b, protocol: nats}}
      channels:
        orders:
          address: orders/{region}/{id}
          title: Orders
          summary: Short.
          description: Long.
          servers: [{$ref: '#/servers/a'}, {$ref: '#/servers/b_c'}]
          parameters:
            id: {description: Which., location: $message.payload#/order/id}
            region: {enum: [eu, us], default: eu, examples: [eu]}
          messages:
            placed: {payload: {type: string}}
            paid: {$ref: '#/components/messages/paid'}
          tags: [{name: a}]
          externalDocs: {url: https://example.com}
          bindings: {amqp: {is: queue}}
        later: {address: null, parameters: {}}
        absent: {}
        shared: {$ref: '#/components/channels/shared'}
      components:
        messages: {paid: {}}
        channels: {shared: {address: shared, messages: {paid: {$ref: '#/components/messages/paid'}}}}
      """)
    #expect(parsing.places == [])
    let document = try #require(parsing.document)
    #expect(document.channels.map(\.key) == ["orders", "later", "absent", "shared"])
    #expect(document.channels.map(\.address) == ["orders/{region}/{id}", nil, nil, "shared"])
    let channel = try #require(document.channel("orders"))
    #expect(channel.wording.title == "Orders")
    #expect(channel.wording.summary == "Short.")
    #expect(channel.wording.description == "Long.")
    #expect(channel.servers == ["a", "b_c"])
    #expect(channel.messages.map(\.key) == ["placed", "paid"])
    #expect(channel.messages.last?.message == document.channel("shared")?.messages.first?.message)
    // In the order of the address, in which callers give them.
    #expect(channel.parameters.map(\.name) == ["region", "id"])
    #expect(channel.parameters.map(\.enumeration) == [["eu", "us"], []])
    #expect(channel.parameters.map(\.defaultValue) == ["eu", nil])
    #expect(channel.parameters.last?.description == "Which.")
    #expect(channel.parameters.last?.location?.source == .payload)
    #expect(channel.parameters.last?.location?.pointer == "/order/id")
    #expect(channel.bindings.first?["is"]?.text == "queue")
  }

  @Test func readsOperations() throws {
    let parsing = Parsing.version3(
      """
      channels:
        orders:
          address: orders
          messages: {placed: {}, paid: {}}
        answers:
          address: null
          messages: {yes: {}, no: {}}
      operations:
        placeOrder:
          action: send
          channel: {$ref: '#/channels/orders'}
          title: Place
          summary: Short.
          description: Long.
          security: [{type: plain}]
          tags: [{name: a}]
          externalDocs: {url: https://example.com}
          bindings: {kafka: {groupId: {type: string}}}
          messages: [{$ref: '#/channels/orders/messages/placed'}]
          reply:
            address: {location: $message.header#/replyTo, description: Where to.}
            channel: {$ref: '#/channels/answers'}
            messages: [{$ref: '#/channels/answers/messages/no'}]
        onOrder: {action: receive, channel: {$ref: '#/channels/orders'}, reply: {$ref: '#/components/replies/any'}}
        nothing: {action: receive, channel: {$ref: '#/channels/orders'}, messages: []}
        shared: {$ref: '#/components/operations/shared'}
      components:
        replies: {any: {channel: {$ref: '#/channels/answers'}, address: {$ref: '#/components/replyAddresses/to'}}}
        replyAddresses: {to: {location: $message.payload#/to}}
        operations: {shared: {action: send, channel: {$ref: '#/channels/answers'}}}
      """)
    #expect(parsing.places == [])
    let document = try #require(parsing.document)
    #expect(document.operations.map(\.key) == ["placeOrder", "onOrder", "nothing", "shared"])
    #expect(document.operations.map(\.action) == [.send, .receive, .receive, .send])
    #expect(
      document.operations.map { $0.messages.map(\.key) } == [["placed"], ["placed", "paid"], [], ["yes", "no"]])
    let operation = try #require(document.operation("placeOrder"))
    #expect(operation.channel == document.channel("orders")?.node)
    #expect(operation.wording.title == "Place")
    #expect(operation.wording.summary == "Short.")
    #expect(operation.wording.description == "Long.")
    #expect(operation.security.map { $0.map(\.type) } == [["plain"]])
    #expect(operation.bindings.map(\.protocolName) == ["kafka"])
    #expect(operation.reply?.address?.location.source == .header)
    #expect(operation.reply?.address?.location.pointer == "/replyTo")
    #expect(operation.reply?.channel == document.channel("answers")?.node)
    #expect(operation.reply?.messages.map(\.key) == ["no"])
    let reply = try #require(document.operation("onOrder")?.reply)
    #expect(reply.address?.location.pointer == "/to")
    #expect(reply.messages.map(\.key) == ["yes", "no"])
  }

  @Test func readsMessages() throws {
    let parsing = Parsing.version3(
      """
      components:
        messages:
          placed:
            name: OrderPlaced
            title: Placed
            summary: Short.
            description: Long.
            contentType: application/json
            payload: {$ref: '#/components/schemas/order'}
            headers: {type: object, properties: {trace/id: {type: string}}}
            correlationId: {location: '$message.header#/trace~1id', description: Which.}
            tags: [{name: a}]
            externalDocs: {url: https://example.com}
            bindings: {mqtt: {bindingVersion: 0.2.0}, x-own: {}}
            examples: [{name: one, summary: s, payload: {}, headers: {}}, {payload: {a: 1}}]
          empty: {correlationId: {$ref: '#/components/correlationIds/id'}}
        schemas: {order: {type: object}}
        correlationIds: {id: {location: $message.payload}}
      """)
    #expect(parsing.places == [])
    let document = try #require(parsing.document)
    #expect(document.components.messages.map(\.key) == ["placed", "empty"])
    let message = try #require(document.message("placed"))
    #expect(message.key == "placed")
    #expect(message.name == "OrderPlaced")
    #expect(message.wording.title == "Placed")
    #expect(message.wording.summary == "Short.")
    #expect(message.wording.description == "Long.")
    #expect(message.contentType == "application/json")
    #expect(message.payload?.reference?.isReference == true)
    #expect(message.payload?.reference?.place == document.components.schemas.first?.schema.place)
    #expect(message.headers.map { document.schema($0)?.properties.map(\.name) } == [["trace/id"]])
    #expect(message.correlationID?.location.source == .header)
    #expect(message.correlationID?.location.pointer == "/trace~1id")
    #expect(message.bindings.map(\.protocolName) == ["mqtt"])
    #expect(message.examples.count == 2)
    let empty = try #require(document.message("empty"))
    #expect(empty.payload == nil)
    #expect(empty.correlationID?.location.source == .payload)
    #expect(empty.correlationID?.location.pointer == "")
  }

  @Test func findsChannelsAndMessagesHoweverTheReferenceIsWritten() throws {
    let parsing = Parsing.version3(
      """
      channels:
        a/b {c}: {messages: {'d~e/f': {}, g: {}}}
      operations:
        one:
          action: send
          channel: {$ref: '#/channels/a~1b%20%7Bc%7D'}
          messages: [{$ref: '#/channels/a~1b {c}/messages/d~0e~1f'}]
        two:
          action: send
          channel: {$ref: 'api.yaml#/channels/a~1b {c}'}
          messages: [{$ref: './x/../api.yaml#/channels/a~1b {c}/messages/g'}]
      """)
    #expect(parsing.places == [])
    #expect(parsing.document?.channels.count == 1)
    #expect(parsing.document?.operations.map { $0.messages.map(\.key) } == [["d~e/f"], ["g"]])
  }

  @Test func takesTheChannelOfAnotherFileForItsOwn() throws {
    // Both files have a channel 'orders'. The operation means that of its own file.
    let parsing = Parsing.version3(
      """
      channels: {orders: {address: here, messages: {a: {}}}}
      operations: {place: {$ref: 'other.yaml#/place'}}
      """,
      with: [
        "other.yaml": """
        channels: {orders: {address: there, messages: {b: {}}}}
        place: {action: send, channel: {$ref: '#/channels/orders'}, messages: [{$ref: '#/channels/orders/messages/b'}]}
        """
      ])
    let document = try #require(parsing.document)
    #expect(parsing.errors == [])
    let channel = try #require(document.channels.first { $0.node == document.operations.first?.channel })
    #expect(channel.address == "there")
    #expect(channel.key != "orders", "two channels of one key cannot be told apart")
    #expect(document.operations.first?.messages.map(\.key) == ["b"])
  }

  @Test func givesAChannelsMessageOneKey() throws {
    let parsing = Parsing.version3(
      """
      channels:
        a: {messages: {first: {$ref: '#/components/messages/m'}, second: {$ref: '#/components/messages/m'}}}
      operations:
        o: {action: send, channel: {$ref: '#/channels/a'}, messages: [{$ref: '#/channels/a/messages/second'}]}
      components: {messages: {m: {}}}
      """)
    #expect(parsing.places == [])
    #expect(parsing.document?.operations.first?.messages.map(\.key) == ["first"])
  }

  @Test func survivesWhatOnlyValidationRefuses() throws {
    // Common in documents of the wild: messages of the components, and schemas in place of references.
    let body = """
      channels: {orders: {address: orders, messages: {placed: {$ref: '#/components/messages/placed'}}}}
      operations:
        place:
          action: send
          channel: {$ref: '#/channels/orders'}
          messages: [{$ref: '#/components/messages/placed'}, {name: inline}, {name: another}]
        pay:
          action: send
          channel: {$ref: '#/components/channels/payments'}
      components:
        messages: {placed: {}}
        channels: {payments: {address: payments, messages: {paid: {}}}}
      """
    #expect(Parsing.version3(body).report.hasErrors)
    let parsing = Parsing.version3(body, purpose: .generation(strict: false))
    #expect(!parsing.report.hasErrors, "\(parsing.errors)")
    let document = try #require(parsing.document)
    #expect(document.channels.map(\.key) == ["orders", "payments"])
    #expect(
      document.operations.map { $0.messages.map(\.key) } == [
        ["placed", "place message 2", "place message 3"], ["paid"],
      ])
    #expect(document.operation("place")?.messages.first?.message == document.channel("orders")?.messages.first?.message)
    #expect(Parsing.version3(body, purpose: .generation(strict: true)).report.hasErrors)
  }
}

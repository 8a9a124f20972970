import SpecParser
import Testing

/// What fails here: something that the document says is not in the model.
@Suite struct ModelTests {
  @Test func holdsWhatTheDocumentSaysOfItself() throws {
    let parsing = Parsing([
      "api.yaml": """
      asyncapi: 3.0.0
      info:
        title: Orders
        version: 1.0.0
        termsOfService: https://example.com/terms
        contact: {name: Us, url: https://example.com, email: us@example.com, x-room: 5}
        license: {name: MIT, url: https://example.com/license}
        tags: [{name: shop, description: All of it., externalDocs: {url: https://example.com/shop, description: More.}}]
        externalDocs: {$ref: '#/components/externalDocs/manual'}
      components:
        externalDocs: {manual: {url: https://example.com/manual}}
        tags: {shop: {name: shop}}
      x-own: {a: 1}
      """
    ])
    #expect(parsing.places == [])
    let document = try #require(parsing.document)
    let info = document.info
    #expect(info.termsOfService == "https://example.com/terms")
    #expect(info.contact?.name == "Us")
    #expect(info.contact?.url == "https://example.com")
    #expect(info.contact?.email == "us@example.com")
    #expect(info.contact?.node.extensions.map(\.name) == ["x-room"])
    #expect(info.license?.name == "MIT")
    #expect(info.license?.url == "https://example.com/license")
    #expect(info.wording.tags.map(\.name) == ["shop"])
    #expect(info.wording.tags.first?.description == "All of it.")
    #expect(info.wording.tags.first?.externalDocumentation?.description == "More.")
    #expect(info.wording.externalDocumentation?.url == "https://example.com/manual")
    #expect(document.components.tags.map(\.key) == ["shop"])
    #expect(document.components.externalDocumentation.map(\.key) == ["manual"])
    #expect(document.node.extensions.map(\.name) == ["x-own"])
  }

  @Test func findsTagsOfVersion2InInfo() throws {
    let document = try #require(
      Parsing.version2("channels: {}\ntags: [{name: a}]\nexternalDocs: {url: https://example.com}").document)
    #expect(document.info.wording.tags.map(\.name) == ["a"])
    #expect(document.info.wording.externalDocumentation?.url == "https://example.com")
  }

  @Test func holdsSecuritySchemes() throws {
    let parsing = Parsing.version3(
      """
      components:
        securitySchemes:
          oauth:
            type: oauth2
            flows:
              implicit: {authorizationUrl: https://a.example, availableScopes: {read: To read.}}
              authorizationCode:
                authorizationUrl: https://a.example
                tokenUrl: https://t.example
                refreshUrl: https://r.example
                availableScopes: {}
          openID: {type: openIdConnect, openIdConnectUrl: https://o.example, scopes: [any]}
          bearer: {type: http, scheme: bearer, bearerFormat: JWT}
      """)
    #expect(parsing.places == [])
    let schemes = try #require(parsing.document?.components.securitySchemes)
    #expect(schemes.map(\.key) == ["oauth", "openID", "bearer"])
    #expect(schemes[0].flows.map(\.kind) == [.implicit, .authorizationCode])
    #expect(schemes[0].flows[0].authorizationURL == "https://a.example")
    #expect(schemes[0].flows[0].scopes.map(\.name) == ["read"])
    #expect(schemes[0].flows[0].scopes.map(\.description) == ["To read."])
    #expect(schemes[0].flows[1].tokenURL == "https://t.example")
    #expect(schemes[0].flows[1].refreshURL == "https://r.example")
    #expect(schemes[1].openIDConnectURL == "https://o.example")
    #expect(schemes[1].scopes == ["any"])
    #expect(schemes[2].bearerFormat == "JWT")
  }

  @Test func holdsComponentsThatNothingRefersTo() throws {
    let parsing = Parsing.version3(
      """
      components:
        servers: {s: {host: a, protocol: b}}
        serverVariables: {v: {enum: [a], examples: [a]}}
        channels: {c: {address: 'a/{p}', parameters: {p: {$ref: '#/components/parameters/p'}}, messages: {m: {}}}}
        operations: {o: {action: send, channel: {$ref: '#/components/channels/c'}}}
        messages: {m: {deprecated: true, examples: [{name: one, summary: First., headers: {a: 1}}], x-own: 1}}
        schemas: {s: {readOnly: true, externalDocs: {url: https://example.com}}, t: {writeOnly: true}}
        parameters: {p: {examples: [a], location: $message.header}}
        correlationIds: {i: {location: $message.header#/id, description: Which.}}
        replies: {r: {address: {$ref: '#/components/replyAddresses/a'}}}
        replyAddresses: {a: {location: $message.header#/to, description: Where.}}
        operationTraits: {t: {title: t}}
        messageTraits: {t: {title: t}}
        serverBindings: {b: {x-own: {}}}
        channelBindings: {b: {}}
        operationBindings: {b: {}}
        messageBindings: {b: {}}
      """)
    #expect(parsing.places == [])
    let document = try #require(parsing.document)
    let components = document.components
    #expect(components.servers.map(\.key) == ["s"])
    #expect(components.serverVariables.map(\.examples) == [["a"]])
    #expect(components.channels.map(\.key) == ["c"])
    #expect(components.channels.first?.parameters.map(\.examples) == [["a"]])
    #expect(components.operations.map(\.key) == ["o"])
    #expect(components.operations.first?.messages.map(\.key) == ["m"])
    #expect(components.parameters.map(\.name) == ["p"])
    #expect(components.correlationIDs.map(\.value.description) == ["Which."])
    #expect(components.replies.map(\.value.address?.description) == ["Where."])
    #expect(components.replyAddresses.map(\.value.location.pointer) == ["/to"])
    #expect(components.operationTraits.map(\.key) == ["t"])
    #expect(components.messageTraits.map(\.key) == ["t"])
    #expect(
      [components.serverBindings, components.channelBindings, components.operationBindings, components.messageBindings]
        .map { $0.map(\.key) } == [["b"], ["b"], ["b"], ["b"]])
    let message = try #require(document.message("m"))
    #expect(message.isDeprecated)
    #expect(message.extensions.map(\.name) == ["x-own"])
    #expect(message.examples.map(\.name) == ["one"])
    #expect(message.examples.map(\.summary) == ["First."])
    #expect(message.examples.first?.headers?["a"]?.integer == 1)
    #expect(message.examples.first?.payload == nil)
    #expect(document.schema("s")?.isReadOnly == true)
    #expect(document.schema("s")?.externalDocumentation?.url == "https://example.com")
    #expect(document.schema("t")?.isWriteOnly == true)
    #expect(document.channels.isEmpty && document.operations.isEmpty && document.servers.isEmpty)
  }

  @Test func holdsComponentsOfVersion2() throws {
    let parsing = Parsing.version2(
      """
      channels: {}
      components:
        servers: {s: {url: a, protocol: b, tags: [{name: t}]}}
        channels: {c: {deprecated: true, publish: {operationId: o, message: {messageId: m}}}}
        parameters: {p: {schema: {type: string, enum: [a], examples: [a]}}}
        messageBindings: {b: {x-own: {}}}
      """)
    #expect(parsing.places == [])
    let components = try #require(parsing.document?.components)
    #expect(components.servers.first?.wording.tags.map(\.name) == ["t"])
    #expect(components.channels.map(\.key) == ["c"])
    #expect(components.channels.first?.isDeprecated == true)
    #expect(components.channels.first?.messages.map(\.key) == ["m"])
    #expect(components.parameters.first?.examples == ["a"])
    #expect(components.parameters.first?.schema != nil)
    #expect(components.messageBindings.map(\.key) == ["b"])
    #expect(parsing.document?.messageTable.values.map(\.id?.text) == ["m"])
  }

  @Test func takesExtensionsOfTraits() throws {
    let document = try #require(
      Parsing.version3(
        """
        channels: {c: {address: a, messages: {m: {traits: [{x-a: 1, x-b: 1}], x-b: 2}}}}
        operations: {o: {action: send, channel: {$ref: '#/channels/c'}, traits: [{x-c: 3}], x-d: 4}}
        """
      ).document)
    let message = try #require(document.messageTable.values.first)
    #expect(message.extensions.map { "\($0.name) \($0.value.text)" } == ["x-b 2", "x-a 1"])
    #expect(document.operation("o")?.extensions.map(\.name) == ["x-d", "x-c"])
  }
}

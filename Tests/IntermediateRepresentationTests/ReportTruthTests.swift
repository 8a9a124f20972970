import IntermediateRepresentation
import SpecParser
import Testing

/// What fails here: the report says that something is ignored, and the code depends on it, or the other way round.
/// Whoever makes something more, or less, of a construct changes its line in the `RuleTable`.
@Suite struct ReportTruthTests {
  @Test("What is ignored can be taken away without a change of the code", arguments: [Self.version3, Self.version2])
  func ignored(text: String) throws {
    let ablation = try Ablation(text)
    let ignored = ablation.constructs.filter { $0.treatment.kind == .ignored }
    #expect(ignored.count > 15)
    for construct in ignored {
      #expect(
        try ablation.isSame(without: construct) == true, "\(construct.key.pointer): \(construct.treatment.words)")
    }
  }

  @Test(
    "With validation, what is ignored is so, and what is checked is not", arguments: [Self.version3, Self.version2])
  func validated(text: String) throws {
    let ablation = try Ablation(text, validates: true)
    #expect(ablation.constructs.contains { $0.treatment.code == "enforced-by-validation" })
    for construct in ablation.constructs
    where construct.treatment.kind == .ignored || construct.treatment.code == "enforced-by-validation" {
      let isIgnored = construct.treatment.kind == .ignored
      guard let isSame = try ablation.isSame(without: construct) else { continue }
      #expect(isSame == isIgnored, "\(construct.key.pointer): \(construct.treatment.words)")
    }
  }

  @Test(
    "What is not ignored changes the code, but for what is said twice",
    arguments: [
      (
        Self.version3,
        ["/channels/orders/bindings/kafka/bindingVersion"]
      ), (Self.version2, []),
    ])
  func notIgnored(text: String, without: [String]) throws {
    let ablation = try Ablation(text)
    var found: [String] = []
    for construct in ablation.constructs where construct.treatment.goesIntoCode {
      if try ablation.isSame(without: construct) == true { found.append(construct.key.pointer) }
    }
    #expect(found == without)
  }

  static let version3 = """
    asyncapi: 3.1.0
    id: urn:shop
    info:
      title: Shop
      version: '1'
      description: A shop.
      termsOfService: https://a.example/terms
      contact: {name: Someone, email: a@a.example}
      license: {name: Apache 2.0}
      tags: [{name: shop}]
      externalDocs: {url: 'https://a.example'}
      x-owner: us
    defaultContentType: text/json
    servers:
      broker:
        host: '{region}.a.example'
        pathname: /v1
        protocol: kafka
        protocolVersion: '3'
        title: The broker.
        description: It is there.
        variables: {region: {enum: [eu, us], default: eu, description: Where., examples: [us]}}
        security:
          - {type: httpApiKey, name: token, in: query, description: A token.}
          - {type: http, scheme: basic, bearerFormat: JWT}
          - {type: apiKey, in: user}
          - type: oauth2
            scopes: [read]
            flows: {implicit: {authorizationUrl: 'https://a.example', availableScopes: {read: Reads.}}}
          - {type: openIdConnect, openIdConnectUrl: 'https://a.example'}
        tags: [{name: prod}]
        externalDocs: {url: 'https://a.example'}
        bindings: {kafka: {schemaRegistryUrl: 'https://a.example'}}
    channels:
      orders:
        address: orders/{shop}
        title: Unseen.
        summary: Orders.
        description: All orders.
        servers: [{$ref: '#/servers/broker'}]
        parameters:
          shop: {enum: [a, b], default: a, description: Which., examples: [b], location: $message.payload#/shop}
        tags: [{name: orders}]
        externalDocs: {url: 'https://a.example'}
        bindings: {kafka: {topic: orders, bindingVersion: 0.5.0}, x-mine: {a: 1}}
        messages:
          placed: {$ref: '#/components/messages/placed'}
          old:
            payload: {schemaFormat: application/vnd.apache.avro;version=1.9.0, schema: {type: record, name: A, fields: []}}
      replies: {address: null, messages: {accepted: {payload: {type: string, maxLength: 3}}}}
    operations:
      placeOrder:
        action: receive
        channel: {$ref: '#/channels/orders'}
        messages: [{$ref: '#/channels/orders/messages/placed'}]
        title: Unseen.
        summary: Places an order.
        description: Or so.
        security: [{type: plain}]
        tags: [{name: orders}]
        externalDocs: {url: 'https://a.example'}
        bindings: {kafka: {groupId: {type: string}, clientId: {type: string}}}
        traits: [{$ref: '#/components/operationTraits/usual'}]
        reply:
          address: {location: $message.header#/replyTo, description: There.}
          channel: {$ref: '#/channels/replies'}
          messages: [{$ref: '#/channels/replies/messages/accepted'}]
      nothing: {action: send, channel: {$ref: '#/channels/orders'}, messages: []}
    components:
      operationTraits: {usual: {title: Unseen., description: Unseen., x-more: 1}}
      messageTraits:
        usual: {contentType: application/unseen, headers: {type: object, properties: {trace: {type: string}}}}
        unused: {summary: Unseen.}
      correlationIds: {unused: {location: $message.header#/id}}
      schemas:
        order:
          type: object
          title: Unseen.
          description: An order.
          required: [id, kind, nothing, count]
          additionalProperties: {type: string, minLength: 1}
          minProperties: 1
          externalDocs: {url: 'https://a.example'}
          properties:
            id: {type: string, format: uuid, description: An id., examples: [x], pattern: ^a, readOnly: true}
            mail: {type: string, format: email, title: An address., minLength: 3}
            kind: {const: order}
            state:
              type: string
              enum: [open, closed]
              default: open
              x-enum-varnames: [isOpen, isClosed]
              x-enum-descriptions: [It is open., It is closed.]
            answer: {enum: ['yes', 'no'], x-enum-closed: true, x-swift-name: reply, deprecated: true}
            maybe: {type: string, nullable: true, x-presence: true, writeOnly: true}
            mixed: {enum: [1, a]}
            count: {type: integer, format: int32, minimum: 1, maximum: 9, nullable: true, uniqueItems: false}
            lines: {type: array, items: {type: number, description: Unseen., multipleOf: 0.1}, uniqueItems: true}
            labels: {type: object, additionalProperties: {type: integer}, propertyNames: {pattern: a}}
            closed: {properties: {a: {type: boolean}}, additionalProperties: false}
            payment: {$ref: '#/components/schemas/payment', description: How it is paid.}
            part: {$ref: '#/components/schemas/base/definitions/part'}
            text: {type: string, contentEncoding: base64, contentMediaType: image/png, default: aGk=, $comment: Unseen., x-unknown: 1, deprecated: false}
            not: {not: {type: string}, example: 1, if: {type: string}, then: {minLength: 1}}
        payment:
          discriminator: by
          oneOf: [{$ref: '#/components/schemas/card'}, {$ref: '#/components/schemas/cash'}]
        card: {type: object, required: [by], properties: {by: {type: string}, number: {type: string}}}
        cash: {type: object, required: [by], properties: {by: {type: string}}}
        shapes: {oneOf: [{title: Two numbers, type: array, items: {type: number}}, {type: string}, {type: 'null'}]}
        base:
          allOf: [{$ref: '#/components/schemas/card'}, {type: object, properties: {more: {type: string}}}]
          definitions: {part: {type: object, properties: {p: {type: string}}}, unused: {type: string}}
          $defs: {unused: {type: object}}
        pair: {type: array, items: [{type: string, title: A name}, {type: number, default: 1}], additionalItems: false, minItems: 1}
        animal: {type: object, discriminator: kind, required: [kind], properties: {kind: {type: string}}}
        cat: {allOf: [{$ref: '#/components/schemas/animal'}, {type: object, properties: {lives: {type: integer}}}]}
        both: {allOf: [{type: string}, {type: array, items: {type: string}}]}
        named: {type: object, x-swift-name: Renamed, deprecated: true, properties: {a: {}}, patternProperties: {^x: {type: string}}}
        text: {type: string, prefixItems: [], anyOf: [{minLength: 1}], patternProperties: {a: {}}, $id: 'https://a.example'}
        listed: {anyOf: [{type: string, enum: [a]}, {type: string}]}
      messages:
        placed:
          name: order.placed
          title: Unseen.
          summary: An order was placed.
          description: Long ago.
          contentType: application/json
          tags: [{name: orders}]
          externalDocs: {url: 'https://a.example'}
          correlationId: {location: $message.header#/id, description: The id.}
          bindings: {kafka: {key: {type: string}}, nats: {}}
          examples: [{payload: {}}]
          deprecated: true
          headers: {type: object, properties: {id: {type: string}, replyTo: {type: string}}}
          payload: {$ref: '#/components/schemas/order'}
          traits: [{$ref: '#/components/messageTraits/usual'}]
      securitySchemes: {unused: {type: plain}}

    """

  static let version2 = """
    asyncapi: 2.6.0
    info: {title: Shop, version: '1'}
    tags: [{name: shop}]
    externalDocs: {url: 'https://a.example'}
    servers:
      broker:
        url: mqtt://{region}.a.example/v1
        protocol: mqtt
        description: It is there.
        variables: {region: {default: eu}}
        security: [{user: []}, {token: [read]}]
        tags: [{name: prod}]
        bindings: {mqtt: {clientId: me}}
    channels:
      orders/{shop}/{day}:
        description: All orders.
        servers: [broker]
        deprecated: true
        bindings: {amqp: {is: queue}}
        parameters:
          shop:
            description: Which.
            location: $message.payload#/shop
            schema: {type: string, enum: [a, b], default: a, description: Unseen., minLength: 1, title: Unseen.}
          day: {schema: {$ref: '#/components/schemas/day'}}
          gone: {description: No address has it.}
        publish:
          operationId: placeOrder
          summary: Places an order.
          security: [{user: []}]
          bindings: {mqtt: {qos: 1}}
          traits: [{$ref: '#/components/operationTraits/usual'}]
          message:
            oneOf: [{$ref: '#/components/messages/placed'}, {name: old, payload: {type: integer}, headers: {type: string}}]
        subscribe: {operationId: nothing}
    components:
      operationTraits: {usual: {summary: Does it anyway., description: Told by the trait.}}
      schemas:
        day: {type: string, format: date, description: A day.}
        unread: {type: object, properties: {a: {type: array, items: {type: boolean}}}}
      messages:
        placed:
          messageId: orderPlaced
          contentType: text/json
          schemaFormat: application/vnd.apache.avro;version=1.9.0
          payload: {type: record, name: A, fields: []}
          correlationId: {location: $message.header#/id}
          examples: [{payload: 1}]
      securitySchemes:
        user: {type: userPassword, description: A name.}
        token: {type: oauth2, flows: {implicit: {authorizationUrl: 'https://a.example', scopes: {read: Reads.}}}}
        unused: {type: plain}

    """
}

extension Treatment {
  fileprivate var goesIntoCode: Bool {
    // A type is often told by something else too.
    (kind == .enforced || kind == .represented) && code != "represented-anyway" && code != "represented-by-reference"
      && words != "the Swift type"
  }
}

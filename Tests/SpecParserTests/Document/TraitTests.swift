import SpecParser
import Testing

/// What traits change: in 2.x they override their target, in 3.x the target stands.
@Suite struct TraitTests {
  @Test func targetWinsInVersion3() throws {
    let parsing = Parsing.version3(
      """
      channels: {c: {address: c}}
      operations:
        o:
          action: send
          channel: {$ref: '#/channels/c'}
          title: own
          bindings: {kafka: {groupId: own, bindingVersion: 0.1.0}}
          traits:
            - title: first
              summary: first
              description: first
              bindings: {kafka: {groupId: first, clientId: first, bindingVersion: 0.1.0}}
            - $ref: '#/components/operationTraits/second'
      components:
        operationTraits:
          second:
            title: second
            summary: second
            security: [{type: plain}]
            bindings: {kafka: {clientId: second, bindingVersion: 0.1.0}, nats: {}}
        messages:
          m:
            contentType: own/own
            name: null-ish
            headers: {type: object, properties: {a: {}, id: {}}}
            examples: [{payload: 1}]
            traits:
              - {contentType: a/a, title: first, headers: {type: object, properties: {b: {}}}, examples: [{payload: 2}]}
              - {title: second, correlationId: {location: $message.header#/id}}
      """)
    #expect(parsing.places == [])
    let document = try #require(parsing.document)
    let operation = try #require(document.operation("o"))
    #expect(operation.wording.title == "own")
    #expect(operation.wording.summary == "second")
    #expect(operation.wording.description == "first")
    #expect(operation.security.map { $0.map(\.type) } == [["plain"]])
    let kafka = try #require(operation.bindings.first { $0.protocolName == "kafka" })
    #expect(kafka["groupId"]?.text == "own")
    #expect(kafka["clientId"]?.text == "second")
    #expect(operation.bindings.map(\.protocolName) == ["kafka", "nats"])
    let message = try #require(document.message("m"))
    #expect(message.contentType == "own/own")
    #expect(message.wording.title == "second")
    #expect(message.correlationID?.location.pointer == "/id")
    #expect(message.headers.map { document.schema($0)?.properties.first?.name } == ["a", "b"])
    #expect(message.examples.map { $0.payload?.text } == ["1"])
  }

  @Test func traitWinsInVersion2() throws {
    let parsing = Parsing.version2(
      """
      channels:
        c:
          publish:
            operationId: own
            summary: own
            description: own
            traits: [{summary: first, operationId: first}, {$ref: '#/components/operationTraits/second'}]
            message:
              name: own
              title: own
              payload: {type: string}
              traits: [{name: first, schemaFormat: application/x}, {contentType: a/b}]
      components:
        operationTraits: {second: {operationId: second, bindings: {mqtt: {qos: 1}}}}
      """)
    #expect(parsing.codes == ["foreign-schema-format"])
    let document = try #require(parsing.document)
    let operation = try #require(document.operations.first)
    #expect(operation.key == "second")
    #expect(operation.wording.summary == "first")
    #expect(operation.wording.description == "own")
    #expect(operation.bindings.first?["qos"]?.integer == 1)
    let message = try #require(document.message(operation.messages.first?.message))
    #expect(message.name == "first")
    #expect(message.wording.title == "own")
    #expect(message.contentType == "a/b")
    #expect(message.payload?.foreignFormat == "application/x")
  }
}

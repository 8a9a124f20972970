import IntermediateRepresentation
import SpecParser
import Testing

/// What fails here: a filter leaves out what is needed, keeps what is not, or renames what it keeps.
@Suite struct SelectionTests {
  private static let shop = """
    servers: {main: {host: h, protocol: mqtt}, other: {host: h, protocol: nats}}
    channels:
      orders:
        address: shop/orders/{id}
        parameters: {id: {enum: [a]}}
        servers: [{$ref: '#/servers/main'}]
        tags: [{name: sales}]
        messages: {placed: {$ref: '#/components/messages/placed'}, gone: {$ref: '#/components/messages/gone'}}
      answers: {address: answers, servers: [{$ref: '#/servers/other'}], messages: {
        answer: {payload: {$ref: '#/components/schemas/answer'}}}}
      order-s: {address: other, servers: [{$ref: '#/servers/other'}], messages: {unused: {payload: {type: string}}}}
    operations:
      orderPlaced: {action: send, channel: {$ref: '#/channels/orders'}, messages: [{
        $ref: '#/channels/orders/messages/placed'}]}
      orderGone: {action: send, channel: {$ref: '#/channels/orders'}, tags: [{name: sad}], messages: [{
        $ref: '#/channels/orders/messages/gone'}]}
      ask: {action: receive, channel: {$ref: '#/channels/orders'}, messages: [{
        $ref: '#/channels/orders/messages/placed'}], reply: {channel: {$ref: '#/channels/answers'}}}
    components:
      messages:
        placed: {payload: {$ref: '#/components/schemas/order'}}
        gone: {payload: {$ref: '#/components/schemas/order/properties/line'}, tags: [{name: sad}]}
      schemas:
        order: {type: object, properties: {line: {type: object, properties: {sku: {$ref: '#/components/schemas/sku'}}},
          next: {$ref: '#/components/schemas/order'}, part: {$ref: 'parts.yaml#/part'}}}
        Order: {type: object, properties: {clash: {}}}
        sku: {enum: [a, b]}
        answer: {type: object, properties: {a: {}}}
        unused: {type: object, properties: {a: {}}}

    """
  private static let files = ["parts.yaml": "part: {type: object, properties: {a: {}}}\n"]

  private func snippet(
    operations: [String] = [], channels: [String] = [], messages: [String] = [], tags: [String] = []
  ) throws -> Snippet {
    var settings = GenerationSettings()
    settings.only.operations = operations.map { NamePattern($0) }
    settings.only.channels = channels.map { NamePattern($0) }
    settings.only.messages = messages.map { NamePattern($0) }
    settings.only.tags = tags.map { NamePattern($0) }
    return try Snippet(Self.shop, settings: settings, files: Self.files)
  }

  private func names(_ document: IntermediateDocument) -> [String] {
    document.servers.map(\.key) + document.channels.map(\.key) + document.messages.map(\.name.simpleName)
      + (document.sides.first.map { ($0.publishes + $0.receives).map(\.key) } ?? [])
  }

  @Test("An operation comes with its channel, its messages, the servers of the channel, and the schemas of all that")
  func operation() throws {
    let document = try snippet(operations: ["orderPlaced"]).document
    #expect(names(document) == ["main", "orders", "Placed", "orderPlaced"])
    #expect(
      document.types.map(\.name.description) == [
        "Schemas.Order_", "Schemas.Order_.Line", "Schemas.Sku", "Schemas.Part",
      ])
  }

  @Test("A reply belongs to its operation")
  func reply() throws {
    #expect(names(try snippet(operations: ["ask"]).document) == ["main", "orders", "Placed", "Answer", "ask"])
  }

  @Test("A channel comes with its operations and messages")
  func channel() throws {
    let all = ["main", "orders", "Placed", "Gone", "Answer", "orderPlaced", "orderGone", "ask"]
    #expect(names(try snippet(channels: ["orders"]).document) == all)
    #expect(names(try snippet(channels: ["shop/*"]).document) == all)
    #expect(names(try snippet(tags: ["sales"]).document) == all)
  }

  @Test("A message comes alone, with its schemas, and what they stand in")
  func message() throws {
    let document = try snippet(messages: ["gone"]).document
    #expect(names(document) == ["Gone"])
    #expect(
      document.types.map(\.name.description).prefix(3) == ["Schemas.Order_", "Schemas.Order_.Line", "Schemas.Sku"])
  }

  @Test("Several patterns select what any of them does")
  func union() throws {
    #expect(
      names(try snippet(operations: ["order*"], messages: ["answ?r"]).document)
        == ["main", "orders", "Placed", "Gone", "Answer", "orderPlaced", "orderGone"])
    #expect(names(try snippet(tags: ["sad"]).document) == ["main", "orders", "Gone", "orderGone"])
  }

  @Test("What is kept is what it is without a filter, to the letter")
  func stability() throws {
    let all = try Snippet(Self.shop, files: Self.files).document
    for operation in ["orderPlaced", "orderGone", "ask"] {
      let part = try snippet(operations: [operation]).document
      #expect(Set(part.types).isSubset(of: all.types) && Set(part.messages).isSubset(of: all.messages))
      #expect(Set(part.channels).isSubset(of: all.channels) && Set(part.servers).isSubset(of: all.servers))
      for (side, whole) in zip(part.sides, all.sides) {
        #expect(Set(side.publishes + side.receives).isSubset(of: whole.publishes + whole.receives))
      }
    }
  }

  @Test("Nothing refers to what is left out")
  func closed() throws {
    for operation in ["orderPlaced", "orderGone", "ask"] {
      let snippet = try snippet(operations: [operation])
      let declared = Set(
        snippet.document.types.map(\.name) + snippet.document.messages.map(\.name)
          + snippet.document.channels.map(\.name))
      let text = try json(snippet.document)
      for match in text.matches(of: /"((?:Schemas|Messages|Channels)\.[^"]+)"/) {
        let name = TypeName(match.output.1.split(separator: ".").map(String.init))
        #expect(declared.contains(name) || declared.contains(name.parent), "\(name)")
      }
    }
  }

  @Test(
    "A pattern that selects nothing is an error that helps",
    arguments: [
      ("operations", "orderPlace", "no operation of the document is called 'orderPlace'; did you mean 'orderPlaced'?"),
      ("operations", "orber*", "no operation of the document is called 'orber*'; did you mean 'order*'?"),
      (
        "operations", "xyz", "no operation of the document is called 'xyz'; there are 'orderPlaced', 'orderGone', 'ask'"
      ),
      ("channels", "?", "no channel of the document is called '?'; there are 'orders', 'answers', 'order-s'"),
      ("messages", "Placed", "no message of the document is called 'Placed'; did you mean 'placed'?"),
      ("tags", "sal*s2", "no tag of the document is called 'sal*s2'; there are 'sad', 'sales'"),
    ])
  func nothing(kind: String, pattern: String, message: String) throws {
    let snippet = try snippet(
      operations: kind == "operations" ? [pattern] : [], channels: kind == "channels" ? [pattern] : [],
      messages: kind == "messages" ? [pattern] : [], tags: kind == "tags" ? [pattern] : [])
    let errors = snippet.report.diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.message) == [message] && errors.map(\.code) == ["nothing-selected"])
  }

  @Test(
    "A star is any characters, a question mark is one, and all else is itself",
    arguments: [
      ("a*", "a", true), ("a*", "abc", true), ("*c", "abc", true), ("a*c", "abcbc", true), ("a*c", "abcb", false),
      ("a?c", "abc", true), ("a?c", "ac", false), ("*", "", true), ("?", "", false), ("**a", "a", true),
      ("orders.*", "orders.*", true), ("[a]", "a", false), ("日?語", "日本語", true), ("A", "a", false), ("", "a", false),
      ("a*b*c*d", "a1b2c3", false), ("a*b*", "aab", true),
    ])
  func patterns(pattern: String, name: String, matches: Bool) {
    #expect(NamePattern(pattern).matches(name) == matches)
  }

  @Test("The report calls what is left out unselected, and a strict run has nothing against it")
  func report() throws {
    var settings = GenerationSettings()
    settings.only.operations = [NamePattern("orderPlaced")]
    let reported = try Reported(Self.shop, settings: settings, strict: true, files: Self.files)
    for pointer in [
      "/operations/ask", "/channels/answers", "/servers/other", "/channels/orders/messages/gone",
      "/components/schemas/unused", "/components/messages/gone",
    ] {
      #expect(reported[pointer] == "unselected", "\(pointer)")
    }
    #expect(reported["/channels/orders"] == "represented-as-name")
    #expect(reported["/components/schemas/sku"] == "represented-as-name")
    #expect(reported["/components/schemas/sku/enum"] == "represented-as-type")
    reported.report.warn(reported.diagnostics)
    let errors = reported.diagnostics.diagnostics.filter { $0.severity == .error }
    #expect(Set(errors.map(\.code)) == ["ignored-information", "ignored-field"])
  }
}

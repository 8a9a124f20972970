import IntermediateRepresentation
import TemplateRenderer
import Testing

@Suite struct OperationTests {
  private let channels = """
    channels:
      orders:
        address: orders
        messages:
          placed: {payload: {type: object, required: [type], properties: {type: {const: placed}}}}
          gone: {payload: {type: object, required: [type], properties: {type: {const: gone}}}}
      prices:
        address: prices
        messages: {price: {payload: {type: number}}}

    """

  private func snippet(_ operations: String) throws -> Snippet {
    try Snippet(channels + "operations:\n" + operations.split(separator: "\n").map { "  \($0)\n" }.joined())
  }

  @Test("Each side sends what the other receives, under the verb that says so")
  func sides() throws {
    let snippet = try snippet(
      """
      receivePrice: {action: receive, channel: {$ref: '#/channels/prices'}}
      publishOrder: {action: send, channel: {$ref: '#/channels/orders'}}
      sender: {action: send, channel: {$ref: '#/channels/prices'}}
      """)
    #expect(try snippet.side(.application).receives.map(\.name) == ["receivePrice"])
    #expect(try snippet.side(.application).publishes.map(\.name) == ["publishOrder", "sender"])
    #expect(try snippet.side(.client).publishes.map(\.name) == ["sendPrice"])
    #expect(try snippet.side(.client).receives.map(\.name) == ["subscribeOrder", "sender"])
  }

  @Test("An operation whose turned name is another's keeps its own")
  func turnedNamesThatCollide() throws {
    let snippet = try snippet(
      """
      receivePrice: {action: receive, channel: {$ref: '#/channels/prices'}}
      sendPrice: {action: receive, channel: {$ref: '#/channels/prices'}}
      """)
    #expect(try snippet.side(.client).publishes.map(\.name) == ["receivePrice", "sendPrice"])
  }

  @Test("Operations keep clear of the members of publishers and subscribers")
  func reservedNames() throws {
    let names = ["engine", "handler", "run", "ready", "unknown", "all", "none", "init", "self", "default", "await"]
    let snippet = try snippet(
      names.map { "\($0): {action: send, channel: {$ref: '#/channels/prices'}}" }.joined(separator: "\n"))
    #expect(
      try snippet.side(.application).publishes.map(\.name)
        == names.dropLast(2).map { "\($0)Operation" } + ["`default`", "`await`"])
  }

  @Test("Several messages are told apart by the property that has a constant in each")
  func severalMessages() throws {
    let snippet = try snippet("takeOrders: {action: receive, channel: {$ref: '#/channels/orders'}}")
    let operation = try #require(snippet.side(.application).receives.first)
    #expect(operation.selection == .payload(key: "type"))
    #expect(operation.messagesType == TypeName(["TakeOrders"]))
    #expect(operation.messages.map(\.name) == ["placed", "gone"])
    #expect(operation.messages.map(\.match.values) == [["placed"], ["gone"]])
  }

  @Test("One message of several under an address is still told from the others")
  func oneOfSeveral() throws {
    let snippet = try snippet(
      """
      takeOrders:
        action: receive
        channel: {$ref: '#/channels/orders'}
        messages: [{$ref: '#/channels/orders/messages/placed'}]
      """)
    let operation = try #require(snippet.side(.application).receives.first)
    #expect(operation.messagesType == nil)
    #expect(operation.selection == .payload(key: "type"))
    #expect(operation.messages.map(\.match.values) == [["placed"]])
  }

  @Test("A message that a channel has under two keys is handled once")
  func sameMessageTwice() throws {
    let snippet = try Snippet(
      """
      channels:
        c: {address: c, messages: {a: {$ref: '#/components/messages/m'}, b: {$ref: '#/components/messages/m'}}}
      operations:
        take: {action: receive, channel: {$ref: '#/channels/c'}}
      components: {messages: {m: {payload: {type: string}}}}
      """)
    #expect(try snippet.side(.application).receives.first?.messages.map(\.name) == ["a"])
  }

  @Test("A message called 'unknown' is not the case for messages that nobody knows")
  func unknownMessage() throws {
    let snippet = try Snippet(
      """
      channels:
        c: {address: c, messages: {unknown: {payload: {type: string}}, other: {payload: {type: integer}}}}
      operations:
        take: {action: receive, channel: {$ref: '#/channels/c'}}
      """)
    #expect(try snippet.side(.application).receives.first?.messages.map(\.name) == ["unknownValue", "other"])
  }

  @Test("Content types tell messages apart as the runtime compares them, without parameters")
  func contentTypes() throws {
    let snippet = try Snippet(
      """
      channels:
        c: {address: c, messages: {a: {contentType: 'Text/Plain; charset=utf-8'}, b: {contentType: application/octet-stream}}}
      operations:
        take: {action: receive, channel: {$ref: '#/channels/c'}}
      """)
    let operation = try #require(snippet.side(.application).receives.first)
    #expect(operation.selection == .contentType)
    #expect(operation.messages.map(\.match.values) == [["text/plain"], ["application/octet-stream"]])
  }

  @Test("An operation without messages is left out, and that is said")
  func noMessages() throws {
    let snippet = try Snippet(
      "channels: {c: {address: c}}\noperations: {take: {action: receive, channel: {$ref: '#/channels/c'}}}\n")
    #expect(try snippet.side(.application).receives.isEmpty)
    #expect(snippet.findings == ["4:20 operation-without-messages"])
  }

  @Test("The Swift that sends: the only message has no label, of several each has its own")
  func publishing() throws {
    let snippet = try snippet(
      """
      sendPrice: {action: send, channel: {$ref: '#/channels/prices'}}
      sendOrder: {action: send, channel: {$ref: '#/channels/orders'}}
      """)
    let publisher = try snippet.swift(.application, "nonisolated struct Publisher")
    #expect(publisher.contains("    _ payload: Double,\n"))
    #expect(publisher.contains("    placed payload: Shop.Messages.Placed.Payload,\n"))
    #expect(publisher.contains("    gone payload: Shop.Messages.Gone.Payload,\n"))
  }
}

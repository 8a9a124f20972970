@_spi(Generated) import AsyncAPIRuntime
import AsyncAPITesting
import Testing

private struct Note: Message {
  static let name = "note"
  static let contentType = "application/json"
  var payload: [String: String]
  init(payload: [String: String], headers: NoHeaders = NoHeaders()) { self.payload = payload }
}

private enum Notes: Channel {
  static let name = "notes"
  static func address(_ parameters: NoParameters) throws -> String { "notes" }
  static func parameters(of address: String) -> NoParameters? { NoParameters() }
}

/// WebSocket documents have all their operations on one address: a message is the business of one of them.
@Suite(.timeLimit(.minutes(2))) struct SharedAddressTests {
  let broker = RecordingBroker()

  @Test("Operations under one address each get their own messages, once, also within a queue group")
  func eachMessageReachesItsOperation() async throws {
    let handled = Mailbox<String>()
    let engine = SubscriberEngine(transport: broker, configuration: Configuration(group: "one"))
    try await withRunning({
      try await engine.run { consumptions in
        for kind in ["first", "second"] {
          consumptions.consume(
            kind, on: Notes.self, AddressPattern(address: "notes"),
            accepts: { incoming in try incoming.probe().text(at: "kind") == kind }
          ) { incoming in
            let note = try incoming.decode(Note.self)
            handled.put("\(kind) handles \(note.payload["kind"] ?? "")")
          }
        }
      }
    }) {
      try await engine.ready()
      let publisher = PublisherEngine(transport: broker, configuration: Configuration())
      for kind in ["second", "first", "second"] {
        _ = try await publisher.publish(
          Note(payload: ["kind": kind]), to: "notes", operation: "note", channel: "notes", options: PublishOptions())
      }
      try await broker.waitUntilIdle()
    }
    #expect(handled.items.sorted() == ["first handles first", "second handles second", "second handles second"])
    #expect(broker.deadLetters.isEmpty)
    #expect(broker.settlements.count == 3)
  }

  @Test("A request is never taken for its own reply where both travel on one channel")
  func requestDoesNotAnswerItself() async throws {
    let location = ValueLocation.payload(pointer: "/id")
    let publisher = PublisherEngine(requesting: broker, configuration: Configuration())
    let engine = SubscriberEngine(replying: broker, configuration: Configuration())
    let reply = try await withRunning({
      try await engine.run { consumptions in
        consumptions.consume("ask", on: Notes.self, AddressPattern(address: "notes")) { incoming in
          let note = try incoming.decode(Note.self)
          guard note.payload["kind"] == "question" else { return }
          try await engine.reply(
            Note(payload: ["kind": "answer", "id": note.payload["id"] ?? ""]), to: incoming, replyTo: nil,
            correlation: location, fallbackAddress: "notes", operation: "ask")
        }
      }
    }) {
      try await engine.ready()
      return try await publisher.request(
        Note(payload: ["kind": "question", "id": "7"]), to: "notes", operation: "ask", channel: "notes",
        expecting: Note.self, replyAddress: "notes", replyTo: nil, correlation: location, timeout: .seconds(30),
        options: PublishOptions())
    }
    #expect(reply.payload["kind"] == "answer")
  }
}

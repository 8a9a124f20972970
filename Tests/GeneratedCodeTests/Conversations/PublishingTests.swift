import AsyncAPIRuntime
import AsyncAPITesting
import Foundation
import Testing

/// What fails here: what is published is not what the document says, or goes elsewhere.
@Suite(.timeLimit(.minutes(2))) struct PublishingTests {
  let broker = RecordingBroker()
  var client: Conversations.Client.Publisher { .init(transport: broker) }
  var application: Conversations.Application.Publisher { .init(transport: broker) }

  @Test("Address, payload, content type, key and headers of a message")
  func message() async throws {
    try await client.sendMeasurement(
      .init(lumens: 5),
      headers: .init(xSensor: "s 1", xSequence: 7, xSentAt: Date(timeIntervalSince1970: 0)),
      zone: .north, lampId: "lamp 1",
      options: PublishOptions(key: [1, 2], headers: ["x-extra": "e"]))
    let sent = try #require(broker.published.first)
    #expect(sent.address == "lights/north/lamp 1/measured")
    #expect(String(decoding: sent.payload, as: UTF8.self) == #"{"lumens":5}"#)
    #expect(sent.contentType == "application/json")
    #expect(sent.key == [1, 2])
    #expect(sent.headers["x-sensor"] == "s 1")
    #expect(sent.headers["x-sequence"] == "7")
    #expect(sent.headers["x-sent-at"] == "1970-01-01T00:00:00Z")
    #expect(sent.headers["x-extra"] == "e")
  }

  @Test("A header without a value is not sent")
  func absentHeader() async throws {
    try await client.sendMeasurement(.init(lumens: 5), headers: .init(xSensor: "s"), zone: .south, lampId: "1")
    #expect(broker.published.first?.headers.map(\.name) == ["x-sensor"])
  }

  @Test("Each message of an operation is sent by its own name, and a constant header needs not be written")
  func severalMessages() async throws {
    try await client.sendCommand(dim: .init(percentage: 40), lampId: "1")
    try await client.sendCommand(off: .init(), lampId: "1")
    try await client.sendVersioned(second: .init(text: "t"))
    try await client.sendMedia(text: "plain")
    try await client.sendMedia(blob: Bytes([0, 255]))
    try await client.sendShape(list: [1, 2])
    let sent = broker.published
    let codec = JSONCodec()
    #expect(try codec.decode(JSONValue.self, from: sent[0].payload) == ["command": "dim", "percentage": 40])
    #expect(try codec.decode(JSONValue.self, from: sent[1].payload) == ["command": "off"])
    #expect(sent[2].headers["version"] == "2")
    #expect(sent[3].payload == Array("plain".utf8))
    #expect(sent[3].contentType == "text/plain; charset=utf-8")
    #expect(sent[4].payload == [0, 255])
    #expect(sent[5].payload == Array("[1,2]".utf8))
  }

  @Test("The default of a parameter stands in the address, and dots separate where the document has dots")
  func defaultParameter() async throws {
    try await application.sendStatus(.init(on: true), lamp: "1")
    try await application.sendStatus(.init(on: true), lamp: "1", part: "switch")
    #expect(broker.published.map(\.address) == ["status.1.bulb", "status.1.switch"])
    await #expect(throws: AsyncAPIError.self) { try await application.sendStatus(.init(on: true), lamp: "a.b") }
  }

  @Test(
    "A value that would make another address is refused, and nothing is sent",
    arguments: ["", "a/b", "+", "#", "a*", ">", "a\u{0}b", "a\nb"])
  func badParameter(value: String) async throws {
    let error = await #expect(throws: AsyncAPIError.self) { try await client.sendCommand(off: .init(), lampId: value) }
    #expect(error?.code == .invalidParameter)
    #expect(error?.description.contains("lampId") == true)
    await #expect(throws: AsyncAPIError.self) {
      try await client.sendMeasurement(
        .init(lumens: 1), headers: .init(xSensor: "s"), zone: .unknown(value), lampId: "1")
    }
    #expect(broker.published.isEmpty)
  }

  @Test("A channel without an address takes one when sending")
  func addressAtRunTime() async throws {
    try await client.sendNotice("fire", to: "anywhere/else")
    #expect(broker.published.map(\.address) == ["anywhere/else"])
  }
}

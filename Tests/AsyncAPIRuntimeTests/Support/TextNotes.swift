@_spi(Generated) import AsyncAPIRuntime
import AsyncAPITesting

/// The smallest message and channel that an engine can be driven with.
struct TextNote: Message {
  static let name = "note"
  static let contentType = "application/json"
  var payload: String
  init(payload: String, headers: NoHeaders = NoHeaders()) { self.payload = payload }
}

enum TextNotes: Channel {
  static let name = "notes"
  static func address(_ parameters: NoParameters) throws -> String { "notes" }
  static func parameters(of address: String) -> NoParameters? { NoParameters() }
}

extension RecordingBroker {
  func publish(note: String, key: String? = nil, _ configuration: Configuration = Configuration()) async throws {
    _ = try await PublisherEngine(transport: self, configuration: configuration).publish(
      TextNote(payload: note), to: "notes", operation: "send", channel: "notes",
      options: PublishOptions(key: key.map { Array($0.utf8) }))
  }

  /// Handles notes for the time of the body.
  func withNotes<R>(
    _ configuration: Configuration, handling: @escaping @Sendable (String) async throws -> Void,
    _ body: () async throws -> R
  ) async throws -> R {
    let engine = SubscriberEngine(transport: self, configuration: configuration)
    return try await withRunning({ try await engine.runNotes(handling) }) {
      try await engine.ready()
      return try await body()
    }
  }
}

extension SubscriberEngine {
  func runNotes(_ handling: @escaping @Sendable (String) async throws -> Void) async throws {
    try await run { consumptions in
      consumptions.consume("receive", on: TextNotes.self, AddressPattern(address: "notes")) { incoming in
        try await handling(try incoming.decode(TextNote.self).payload)
      }
    }
  }
}

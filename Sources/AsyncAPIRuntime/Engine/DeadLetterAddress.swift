/// Where dead letters are published.
struct DeadLetterAddress: Sendable {
  let address: String
  let publisher: any PublisherTransport

  /// The message as it came, with where it came from and why it is put aside in its headers.
  func publish(_ message: InboundMessage, reason: String, operation: String) async throws {
    var headers = message.headers
    headers["asyncapi-dead-letter-address"] = message.address
    headers["asyncapi-dead-letter-operation"] = operation
    headers["asyncapi-dead-letter-reason"] = Self.line(reason)
    _ = try await publisher.publish(
      OutboundMessage(
        address: address, payload: message.payload, contentType: message.contentType ?? "application/octet-stream",
        headers: headers, key: message.key, correlationID: message.correlationID))
  }

  /// Headers of some protocols end at a line break and are bounded.
  private static func line(_ reason: String) -> String {
    String(String.UnicodeScalarView(reason.unicodeScalars.prefix(500).map { $0.value < 0x20 ? " " : $0 }))
  }
}

/// What the messages have in common that are handled one after the other.
enum OrderKey: Hashable, Sendable {
  case key([UInt8])
  case address(String)

  init(_ message: InboundMessage) {
    self = message.key.map { .key($0) } ?? .address(message.address)
  }
}

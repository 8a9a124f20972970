/// Where a message carries a value: what the document writes as a runtime expression such as `$message.header#/replyTo`.
@_spi(Generated) public enum ValueLocation: Hashable, Sendable {
  /// In the headers. The first step of the JSON Pointer is the header's name.
  case header(pointer: String)
  /// In the payload, at a JSON Pointer; the empty one is the whole payload.
  case payload(pointer: String)
}

extension ValueLocation {
  /// What stands there; nil if nothing does, or no scalar.
  func value(headers: HeaderFields, payload: [UInt8], codecs: Codecs) -> String? {
    switch self {
    case .header(let pointer):
      let steps = JSONPointer(pointer).tokens
      guard let name = steps.first, let text = headers[name] else { return nil }
      guard steps.count > 1 else { return text }
      let document = try? codecs.json.decode(JSONValue.self, from: Array(text.utf8))
      return document?.value(at: steps.dropFirst())?.scalarText
    case .payload(let pointer):
      let document = try? codecs.json.decode(JSONValue.self, from: payload)
      return document?.value(at: JSONPointer(pointer).tokens)?.scalarText
    }
  }

  /// Writes the value if its place is in the headers. In a payload it is the sender's own.
  func write(_ value: String, into headers: inout HeaderFields) {
    guard case .header(let pointer) = self else { return }
    let steps = JSONPointer(pointer).tokens
    guard let name = steps.first else { return }
    guard steps.count > 1 else {
      headers[name] = value
      return
    }
    let codec = JSONCodec()
    let present = headers[name].flatMap { try? codec.decode(JSONValue.self, from: Array($0.utf8)) }
    let changed = (present ?? .null).setting(.string(value), at: steps.dropFirst())
    if let bytes = try? codec.encode(changed) { headers[name] = String(decoding: bytes, as: UTF8.self) }
  }

  /// As the document writes it.
  var expression: String {
    switch self {
    case .header(let pointer): "$message.header#\(pointer)"
    case .payload(let pointer): "$message.payload#\(pointer)"
    }
  }
}

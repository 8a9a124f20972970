/// Writes a struct as header fields: strings as they are, other scalars as JSON writes them, dates as RFC 3339, objects
/// and arrays as JSON text. What is null is left out. Fields are in the order of their names.
struct HeaderEncoder: Sendable {
  let json: any Codec

  func encode<T: Encodable>(_ headers: T) throws -> HeaderFields {
    var fields = HeaderFields()
    let values = try json.decode([String: HeaderValue].self, from: json.encode(headers))
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      if let text = try value.text(json) { fields.append(name: name, value: text) }
    }
    return fields
  }
}

/// A header's value on the way from JSON to text. Integers beyond `Int64` keep their digits.
private enum HeaderValue: Decodable {
  case text(String)
  case json(JSONValue)

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self = .text(text)
      return
    }
    if let number = try? container.decode(UInt64.self) {
      self = .text(String(number))
      return
    }
    let value = try JSONValue(from: decoder)
    self = value.scalarText.map { .text($0) } ?? .json(value)
  }

  func text(_ codec: any Codec) throws -> String? {
    switch self {
    case .text(let text): text
    case .json(.null): nil
    case .json(let value): String(decoding: try codec.encode(value), as: UTF8.self)
    }
  }
}

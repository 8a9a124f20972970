/// The text of a `$ref`, taken apart (AsyncAPI, Reference Object; RFC 6901).
struct Reference: Hashable {
  enum Target: Hashable {
    case sameFile
    case relativeFile(String)
    case network
    /// An absolute URI by which nothing can be fetched, such as a URN.
    case identifier(scheme: String)
  }

  enum Malformed: Error, Hashable {
    case empty
    case tooLong(limit: Int)
    case percentEncoding
    case noPointer
    case pointerEscape
  }

  let target: Target
  /// A JSON Pointer, percent-decoded; empty for a whole file.
  let pointer: String

  private static let longest = 4096

  init(_ text: String) throws(Malformed) {
    guard !text.isEmpty else { throw .empty }
    // One long text can stand at many places by way of aliases.
    guard text.utf8.count <= Self.longest else { throw .tooLong(limit: Self.longest) }
    var text = text
    // Memory and loops, not collections of characters: a document has as many references as types.
    self = try text.withUTF8 { bytes in
      Result { () throws(Malformed) in try Self(bytes) }
    }.get()
  }

  private init(_ text: UnsafeBufferPointer<UInt8>) throws(Malformed) {
    var hash = 0
    while hash < text.count, text[hash] != UInt8(ascii: "#") { hash += 1 }
    target = hash == 0 ? .sameFile : try Self.target(UnsafeBufferPointer(rebasing: text[..<hash]))
    let fragment = UnsafeBufferPointer(rebasing: text[min(hash + 1, text.count)...])
    guard let pointer = Self.percentDecoded(fragment) else { throw .percentEncoding }
    guard pointer.isEmpty || pointer.utf8.first == UInt8(ascii: "/") else { throw .noPointer }
    guard JSONPointer.unescaped(Substring(pointer)) != nil else { throw .pointerEscape }
    self.pointer = pointer
  }

  private static func target(_ text: UnsafeBufferPointer<UInt8>) throws(Malformed) -> Target {
    if text.count > 1, text[0] == UInt8(ascii: "/"), text[1] == UInt8(ascii: "/") { return .network }
    if let scheme = scheme(of: text) {
      return ["http", "https"].contains(scheme) ? .network : .identifier(scheme: scheme)
    }
    guard let path = percentDecoded(text), !path.utf8.contains(0) else { throw .percentEncoding }
    return .relativeFile(path)
  }

  /// What stands before the first colon, in lowercase, where it is a scheme (RFC 3986, 3.1).
  private static func scheme(of text: UnsafeBufferPointer<UInt8>) -> String? {
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = text[..<colon]
    let isScheme = scheme.enumerated().allSatisfy { position, byte in
      (byte | 0x20) &- 0x61 < 26 || position > 0 && (byte &- 0x30 < 10 || "+-.".utf8.contains(byte))
    }
    return isScheme && colon > 0 ? String(decoding: scheme, as: UTF8.self).lowercased() : nil
  }

  /// `nil` where a `%` begins no byte, or the bytes are not UTF-8.
  private static func percentDecoded(_ text: UnsafeBufferPointer<UInt8>) -> String? {
    var position = 0
    while position < text.count, text[position] != UInt8(ascii: "%") { position += 1 }
    if position == text.count { return String(decoding: text, as: UTF8.self) }
    var bytes = Array(text[..<position])
    while position < text.count {
      if text[position] == UInt8(ascii: "%") {
        guard position + 2 < text.count, let high = hexadecimal(text[position + 1]),
          let low = hexadecimal(text[position + 2])
        else { return nil }
        bytes.append(high << 4 | low)
        position += 3
      } else {
        bytes.append(text[position])
        position += 1
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}

extension Reference.Malformed: CustomStringConvertible {
  /// What is wrong with the reference, and what was expected; follows the reference's text in a sentence.
  var description: String {
    switch self {
    case .empty: "is no reference; expected such as '#/components/schemas/Order' or './order.yaml'"
    case .tooLong(let limit): "is no reference that can be followed: it is longer than \(limit) bytes"
    case .percentEncoding:
      "is no reference: after '%' the two hexadecimal digits of a byte of UTF-8 are expected; write a '%' itself as '%25'"
    case .noPointer:
      "is no reference: after '#' a JSON Pointer is expected, such as '#/components/schemas/Order'"
    case .pointerEscape: "is no reference: in a JSON Pointer a '~' is written as '~0' and a '/' in a name as '~1'"
    }
  }
}

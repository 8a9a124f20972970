/// The text of a `$ref`, taken apart (AsyncAPI, Reference Object; RFC 6901).
struct Reference: Hashable {
  enum Target: Hashable {
    case sameFile
    case relativeFile(String)
    case network(RemoteAddress)
    /// An absolute URI by which nothing can be fetched, such as a URN.
    case identifier(scheme: String)
  }

  enum Malformed: Error, Hashable {
    case empty
    case tooLong(limit: Int)
    case percentEncoding
    case networkAddress
    case noPointer
    case pointerEscape
  }

  let target: Target
  /// What stands before `#`, as it is written.
  let file: Substring
  /// A JSON Pointer, percent-decoded; empty for a whole file.
  let pointer: String

  private static let longest = 4096

  init(_ text: String) throws(Malformed) {
    guard !text.isEmpty else { throw .empty }
    // One long text can stand at many places by way of aliases.
    guard text.utf8.count <= Self.longest else { throw .tooLong(limit: Self.longest) }
    var text = text
    let hash = text.utf8.firstIndex(of: UInt8(ascii: "#")) ?? text.endIndex
    let file = text[..<hash]
    // Memory and loops, not collections of characters: a document has as many references as types.
    self = try text.withUTF8 { bytes in
      Result { () throws(Malformed) in try Self(bytes, file: file) }
    }.get()
  }

  private init(_ text: UnsafeBufferPointer<UInt8>, file: Substring) throws(Malformed) {
    let hash = file.utf8.count
    self.file = file
    target = hash == 0 ? .sameFile : try Self.target(UnsafeBufferPointer(rebasing: text[..<hash]), file)
    let fragment = UnsafeBufferPointer(rebasing: text[min(hash + 1, text.count)...])
    guard let pointer = PercentEncoding.decoded(fragment) else { throw .percentEncoding }
    guard pointer.isEmpty || pointer.utf8.first == UInt8(ascii: "/") else { throw .noPointer }
    guard JSONPointer.unescaped(Substring(pointer)) != nil else { throw .pointerEscape }
    self.pointer = pointer
  }

  private static func target(_ text: UnsafeBufferPointer<UInt8>, _ file: Substring) throws(Malformed) -> Target {
    if text.count > 1, text[0] == UInt8(ascii: "/"), text[1] == UInt8(ascii: "/") {
      return .network(try RemoteAddress("https:" + file))
    }
    if let scheme = scheme(of: text) {
      return ["http", "https"].contains(scheme) ? .network(try RemoteAddress(file)) : .identifier(scheme: scheme)
    }
    guard let path = PercentEncoding.decoded(text), !path.utf8.contains(0) else { throw .percentEncoding }
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
}

extension Reference.Malformed: CustomStringConvertible {
  /// What is wrong with the reference, and what was expected; follows the reference's text in a sentence.
  var description: String {
    switch self {
    case .empty: "is no reference; expected such as '#/components/schemas/Order' or './order.yaml'"
    case .tooLong(let limit): "is no reference that can be followed: it is longer than \(limit) bytes"
    case .percentEncoding:
      "is no reference: after '%' the two hexadecimal digits of a byte of UTF-8 are expected; write a '%' itself as '%25'"
    case .networkAddress:
      "is no address on the network; expected such as 'https://example.com/schemas/order.yaml'"
    case .noPointer:
      "is no reference: after '#' a JSON Pointer is expected, such as '#/components/schemas/Order'"
    case .pointerEscape: "is no reference: in a JSON Pointer a '~' is written as '~0' and a '/' in a name as '~1'"
    }
  }
}

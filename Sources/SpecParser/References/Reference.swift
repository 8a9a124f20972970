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

  var target: Target
  /// What stands before `#`, as it is written.
  var file: Substring
  /// A JSON Pointer, percent-decoded; empty for a whole file.
  var pointer: String

  private static let longest = 4096

  init(_ text: String) throws(Malformed) {
    guard !text.isEmpty else { throw .empty }
    // One long text can stand at many places by way of aliases.
    guard text.utf8.count <= Self.longest else { throw .tooLong(limit: Self.longest) }
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    file = parts.first ?? ""
    target = try Self.target(file)
    guard let pointer = PercentEncoding.decoded(parts.count > 1 ? parts[1] : "") else { throw .percentEncoding }
    guard pointer.isEmpty || pointer.hasPrefix("/") else { throw .noPointer }
    guard JSONPointer.tokens(pointer).allSatisfy({ JSONPointer.unescaped($0) != nil }) else { throw .pointerEscape }
    self.pointer = pointer
  }

  private static func target(_ text: Substring) throws(Malformed) -> Target {
    if text.isEmpty { return .sameFile }
    if text.hasPrefix("//") { return .network(try RemoteAddress("https:" + text)) }
    if let colon = text.firstIndex(of: ":"), isScheme(text[..<colon]) {
      let scheme = text[..<colon].lowercased()
      return ["http", "https"].contains(scheme) ? .network(try RemoteAddress(text)) : .identifier(scheme: scheme)
    }
    guard let path = PercentEncoding.decoded(text), !path.utf8.contains(0) else { throw .percentEncoding }
    return .relativeFile(path)
  }

  private static func isScheme(_ text: Substring) -> Bool {
    guard let first = text.first, first.isASCII, first.isLetter else { return false }
    return text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
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

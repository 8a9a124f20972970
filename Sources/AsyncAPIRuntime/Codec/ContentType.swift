enum ContentType {
  /// Lower case, without parameters and the space around.
  static func normalized(_ contentType: String) -> String {
    let bytes = contentType.utf8
    let end = bytes.firstIndex(of: UInt8(ascii: ";")) ?? bytes.endIndex
    var name = bytes[..<end]
    while let first = name.first, isSpace(first) { name.removeFirst() }
    while let last = name.last, isSpace(last) { name.removeLast() }
    return String(Substring(name)).lowercased()
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
}

/// The text of a `$ref`, taken apart (AsyncAPI, Reference Object; RFC 6901).
struct Reference: Hashable {
  enum Target: Hashable {
    case sameFile
    case relativeFile(String)
    case remote
  }

  var target: Target
  /// A JSON Pointer, percent-decoded; empty for a whole file.
  var pointer: String

  /// `nil` where the fragment is no JSON Pointer or the percent-encoding is broken.
  init?(_ text: String) {
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let file = parts.first ?? ""
    if let scheme = file.firstIndex(of: ":"), file[..<scheme].allSatisfy({ $0.isLetter || $0.isNumber || "+-.".contains($0) }),
      scheme != file.startIndex
    {
      target = .remote
    } else if file.isEmpty {
      target = .sameFile
    } else {
      guard let path = Self.percentDecoded(file) else { return nil }
      target = .relativeFile(path)
    }
    guard let pointer = Self.percentDecoded(parts.count > 1 ? parts[1] : "") else { return nil }
    guard pointer.isEmpty || pointer.hasPrefix("/") else { return nil }
    self.pointer = pointer
  }

  private static func percentDecoded(_ text: Substring) -> String? {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(hexadecimal), let low = rest.popFirst().flatMap(hexadecimal) else {
        return nil
      }
      bytes.append(high << 4 | low)
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

/// URI templates (RFC 6570, section 2).
enum URITemplateForm {
  static func isTemplate(_ text: TextBytes) -> Bool {
    var position = 0
    while position < text.count {
      let byte = text[position]
      if byte == UInt8(ascii: "{") {
        guard let end = text.position(of: UInt8(ascii: "}"), from: position),
          isExpression(text.part(from: position + 1, to: end))
        else { return false }
        position = end
      } else if byte == UInt8(ascii: "%") {
        guard text.isPercentEncoded(at: position) else { return false }
        position += 2
      } else if byte <= 0x20 || byte == 0x7F || byte.isOne(of: "\"<>\\^`|}") {
        return false
      }
      position += 1
    }
    return true
  }

  /// The name or address of a channel, which is a URI template in AsyncAPI.
  ///
  /// Brokers have names that no URI has, and parameters are called `order-id`: what counts is that the parameters can
  /// be told from the text. Queries and fragments are looked for elsewhere.
  static func isChannelAddress(_ text: TextBytes) -> Bool {
    var isInExpression = false
    var position = 0
    while position < text.count {
      switch text[position] {
      case UInt8(ascii: "{"):
        guard !isInExpression else { return false }
        isInExpression = true
      case UInt8(ascii: "}"):
        guard isInExpression else { return false }
        isInExpression = false
      case 0..<0x20, 0x7F: return false
      default: break
      }
      position += 1
    }
    return !isInExpression
  }

  /// What stands in braces: an operator, and variables between commas.
  private static func isExpression(_ text: TextBytes) -> Bool {
    var cursor = TextCursor(text)
    // The last five are reserved for extensions.
    _ = cursor.skip(oneOf: "+#./;?&=,!@|")
    repeat {
      guard skipVariable(&cursor) else { return false }
    } while cursor.skip(UInt8(ascii: ","))
    return cursor.isAtEnd
  }

  private static func skipVariable(_ cursor: inout TextCursor) -> Bool {
    repeat {
      guard skipName(&cursor) else { return false }
    } while cursor.skip(UInt8(ascii: "."))
    if cursor.skip(UInt8(ascii: ":")) {
      guard let first = cursor.next, first != UInt8(ascii: "0") else { return false }
      let digits = cursor.skip(while: \.isDigit)
      return digits > 0 && digits < 5
    }
    _ = cursor.skip(UInt8(ascii: "*"))
    return true
  }

  private static func skipName(_ cursor: inout TextCursor) -> Bool {
    let start = cursor.position
    while true {
      if cursor.skip(while: { $0.isLetterOrDigit || $0 == UInt8(ascii: "_") }) > 0 { continue }
      guard cursor.text.isPercentEncoded(at: cursor.position) else { return cursor.position > start }
      _ = cursor.skip(UInt8(ascii: "%"))
    }
  }
}

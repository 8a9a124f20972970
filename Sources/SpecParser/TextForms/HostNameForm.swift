/// Names of hosts (RFC 1123, section 2.1).
enum HostNameForm {
  static func isHostName(_ text: TextBytes) -> Bool {
    guard text.count > 0, text.count <= 253 else { return false }
    var start = 0
    var position = 0
    while position <= text.count {
      if position == text.count || text[position] == UInt8(ascii: ".") {
        guard isLabel(text.part(from: start, to: position)) else { return false }
        start = position + 1
      }
      position += 1
    }
    return true
  }

  private static func isLabel(_ text: TextBytes) -> Bool {
    guard let first = text.first, let last = text.last, text.count <= 63 else { return false }
    return first.isLetterOrDigit && last.isLetterOrDigit
      && text.allAre { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") }
  }
}

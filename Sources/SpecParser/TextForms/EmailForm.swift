/// Addresses of mailboxes (RFC 5321, section 4.1.2).
enum EmailForm {
  static func isAddress(_ text: TextBytes) -> Bool {
    guard let at = localPartEnd(text), at > 0, at < text.count, text[at] == UInt8(ascii: "@") else { return false }
    return isDomain(text.part(from: at + 1, to: text.count))
  }

  private static func localPartEnd(_ text: TextBytes) -> Int? {
    if text.first == UInt8(ascii: "\"") { return quotedEnd(text) }
    var wasDot = true
    var position = 0
    while position < text.count, text[position] != UInt8(ascii: "@") {
      let isDot = text[position] == UInt8(ascii: ".")
      guard isDot ? !wasDot : isAtomCharacter(text[position]) else { return nil }
      wasDot = isDot
      position += 1
    }
    return wasDot ? nil : position
  }

  private static func quotedEnd(_ text: TextBytes) -> Int? {
    var position = 1
    while position < text.count, text[position] != UInt8(ascii: "\"") {
      if text[position] == UInt8(ascii: "\\") { position += 1 }
      guard position < text.count, text[position].isPrintable else { return nil }
      position += 1
    }
    return position + 1
  }

  private static func isAtomCharacter(_ byte: UInt8) -> Bool {
    byte.isLetterOrDigit || byte.isOne(of: "!#$%&'*+-/=?^_`{|}~")
  }

  private static func isDomain(_ text: TextBytes) -> Bool {
    guard text.first == UInt8(ascii: "["), text.last == UInt8(ascii: "]") else { return HostNameForm.isHostName(text) }
    let address = text.part(from: 1, to: text.count - 1)
    guard hasIPv6Tag(address) else { return IPAddressForm.isVersion4(address) }
    return IPAddressForm.isVersion6(address.part(from: 5, to: address.count))
  }

  private static func hasIPv6Tag(_ text: TextBytes) -> Bool {
    text.count > 5 && text[0] | 0x20 == UInt8(ascii: "i") && text[1] | 0x20 == UInt8(ascii: "p")
      && text[2] | 0x20 == UInt8(ascii: "v") && text[3] == UInt8(ascii: "6") && text[4] == UInt8(ascii: ":")
  }
}

/// What the keys of a map may be.
package enum KeyForm: Sendable {
  case any
  /// Of `components`: letters, digits, `.`, `-` and `_`.
  case component
  /// Of servers and parameters: letters, digits, `-` and `_`.
  case word
  /// Of channels in 2.x: URI templates.
  case uriTemplate
}

extension KeyForm {
  /// What is wrong with a key, or `nil`.
  func fault(of key: String) -> String? {
    switch self {
    case .any: nil
    case .component:
      !key.isEmpty && key.utf8.allSatisfy(Self.isComponentCharacter)
        ? nil : "only letters, digits, '.', '-' and '_' may be in it"
    case .word:
      !key.isEmpty && key.utf8.allSatisfy(Self.isWordCharacter) ? nil : "only letters, digits, '-' and '_' may be in it"
    case .uriTemplate:
      !key.isEmpty && TextForm.uriTemplate.admits(key) ? nil : "expected \(TextForm.uriTemplate.example)"
    }
  }

  static func isWordCharacter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  static func isComponentCharacter(_ byte: UInt8) -> Bool { isWordCharacter(byte) || byte == UInt8(ascii: ".") }
}

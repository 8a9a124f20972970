/// Colours, where they are wanted.
enum TextStyle {
  case plain
  case coloured

  /// A face of ANSI terminals (ECMA-48, SGR).
  enum Face: String {
    case bold = "1"
    case dim = "2"
    case red = "1;31"
    case green = "1;32"
    case yellow = "1;33"
    case cyan = "1;36"
  }

  func callAsFunction(_ text: String, _ face: Face) -> String {
    switch self {
    case .plain: text
    case .coloured: "\u{1B}[\(face.rawValue)m\(text)\u{1B}[0m"
    }
  }
}

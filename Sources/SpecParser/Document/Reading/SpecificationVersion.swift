/// The value of `asyncapi` (AsyncAPI Version String): `major.minor.patch` and perhaps a suffix.
struct SpecificationVersion: CustomStringConvertible {
  var major: Int
  var minor: Int
  var text: String

  static let newest = (3, 1)

  enum Support: Equatable {
    case supported
    /// A later minor version of a major one that is known.
    case newer(readAs: String)
    case unsupported
  }

  init?(_ text: String) {
    let suffix = text.firstIndex(of: "-") ?? text.endIndex
    let numbers = text[..<suffix].split(separator: ".", omittingEmptySubsequences: false).map(Self.number)
    guard numbers.count == 3, let major = numbers[0], let minor = numbers[1], numbers[2] != nil else { return nil }
    self.major = major
    self.minor = minor
    self.text = text
  }

  private static func number(_ text: Substring) -> Int? {
    guard text.count == 1 || text.first != "0" else { return nil }
    return text.allSatisfy { $0.isASCII && $0.isNumber } ? Int(text) : nil
  }

  /// Patches make no difference.
  var support: Support {
    switch (major, minor) {
    case (2, 0...6), (3, 0...1): .supported
    case (2, _): .newer(readAs: "2.6")
    case (3, _): .newer(readAs: "3.1")
    default: .unsupported
    }
  }

  var description: String { text }
}

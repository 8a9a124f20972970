/// The value of `asyncapi` (AsyncAPI Version String): `major.minor.patch` and perhaps a suffix.
struct SpecificationVersion: CustomStringConvertible {
  var major: Int
  var minor: Int
  var text: String

  enum Support {
    case supported
    /// A later minor version of a major one that is known.
    case newer
    case unsupported
  }

  static let newest = "3.1"

  init?(_ text: String) {
    let suffix = text.firstIndex(of: "-") ?? text.endIndex
    let numbers = text[..<suffix].split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 3, let major = numbers[0], let minor = numbers[1], numbers[2] != nil else { return nil }
    self.major = major
    self.minor = minor
    self.text = text
  }

  var support: Support {
    switch (major, minor) {
    case (2, 0...6), (3, 0...1): .supported
    case (3, 2...): .newer
    default: .unsupported
    }
  }

  var description: String { text }
}

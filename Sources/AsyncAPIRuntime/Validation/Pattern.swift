import ECMAPatterns

/// A regular expression of ECMA 262, as `pattern` has it. It is found in a text in bounded time, whatever the text is.
@_spi(Generated) public struct Pattern: Sendable {
  /// As the document writes it.
  public let text: String
  private let program: PatternProgram?

  /// A pattern. The generator writes none that is malformed; such a one would be found everywhere.
  public init(_ text: String) {
    self.text = text
    program = (try? ECMAPattern(text)).map(PatternProgram.init)
  }

  /// Whether the text does not go without the pattern. What cannot be decided in time counts as found.
  func isFound(in text: String) -> Bool {
    guard let program else { return true }
    var text = text
    var steps = Self.steps
    return text.withUTF8 { program.match(in: $0, steps: &steps) } != .absent
  }

  private static let steps = 1_000_000
}

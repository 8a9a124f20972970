/// A regular expression of ECMA 262, as JSON Schema's `pattern` has it.
///
/// Patterns are about Unicode scalars, as with the flag `u`. What only engines without that flag take is taken too
/// (Annex B).
package struct ECMAPattern: Hashable, Sendable {
  /// Why a text is no pattern that can be worked with.
  package enum Fault: Error, Hashable, Sendable {
    /// The text breaks the grammar. The position is an offset in its UTF-8.
    case malformed(position: Int, reason: String)
    /// The pattern is longer or deeper than is read.
    case tooLarge
  }

  package let text: String
  package let root: PatternTerm
  /// The name of each group that captures, in the order of their numbers.
  package let groupNames: [String?]

  package static let longest = 4096
  /// Groups within groups: each takes some frames of the stack of whoever walks through the pattern.
  package static let deepest = 50

  package init(_ text: String) throws(Fault) {
    guard text.utf8.count <= Self.longest else { throw .tooLarge }
    var parser = PatternParser(text)
    root = try parser.pattern()
    groupNames = parser.groups.map(\.name)
    self.text = text
  }
}

extension ECMAPattern.Fault: CustomStringConvertible {
  /// What is wrong; follows the pattern in a sentence.
  package var description: String {
    switch self {
    case .malformed(_, let reason):
      "is no regular expression of ECMA 262: \(reason)"
    case .tooLarge:
      "is not followed: it has more than \(ECMAPattern.longest) bytes, or groups more than \(ECMAPattern.deepest) deep"
    }
  }
}

/// A part of a pattern.
package struct PatternTerm: Hashable, Sendable {
  package indirect enum Form: Hashable, Sendable {
    /// One after the other; none for the empty pattern.
    case sequence([PatternTerm])
    /// The first that fits.
    case alternatives([PatternTerm])
    /// One scalar, or a surrogate that is not one of a pair.
    case scalar(UInt32)
    /// `.`: one scalar, but no line break.
    case any
    case characters(CharacterClass)
    case assertion(Assertion)
    case group(PatternTerm)
    /// A group whose text can be referred to by its number, from 1.
    case capture(PatternTerm, number: Int)
    /// A group in which flags such as `i` are on or off.
    case modified(PatternTerm, adding: String, removing: String)
    case look(PatternTerm, Look)
    /// The text of the group that took part, of several groups of one name.
    case backReference([Int])
    case repetition(PatternTerm, Repetition)
  }

  package enum Assertion: Hashable, Sendable {
    case start
    case end
    case wordBoundary
    case noWordBoundary
  }

  /// What must stand at a place, or must not, without being a part of what the pattern matches.
  package struct Look: Hashable, Sendable {
    package var isBehind: Bool
    package var isNegated: Bool
  }

  package struct Repetition: Hashable, Sendable {
    package var least: Int
    /// `nil` for any number.
    package var most: Int?
    package var isLazy: Bool
  }

  package var form: Form
  /// Where the part stands, in the UTF-8 of the pattern.
  package var range: Range<Int>
}

/// A set of characters: `[a-z\d]`, or one of its members by itself, such as `\d`.
package struct CharacterClass: Hashable, Sendable {
  package enum Member: Hashable, Sendable {
    case range(ClosedRange<UInt32>)
    /// `\d`, or `\D`.
    case digit(isNegated: Bool)
    /// `\w`, or `\W`.
    case word(isNegated: Bool)
    /// `\s`, or `\S`.
    case space(isNegated: Bool)
    /// `\p{...}`, or `\P{...}`.
    case property(UnicodeProperty, isNegated: Bool)
  }

  package var members: [Member]
  package var isNegated: Bool
}

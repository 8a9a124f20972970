import SpecParser

/// Schemas that hold together for one value, as `allOf` says. One schema alone is the usual case.
struct SchemaConjunction: Hashable {
  var place: Node
  var others: [Node]
  /// The alternatives of which one has been chosen: it is among the places, and they count no more.
  var chosen: Set<Alternatives>

  init(_ place: Node, and others: [Node] = [], chosen: Set<Alternatives> = []) {
    self.place = place
    self.others = others
    self.chosen = chosen
  }

  /// - Parameter references: what holds together; not empty
  init?(_ references: [SchemaReference]) {
    guard let first = references.first else { return nil }
    self.init(first.place, and: references.dropFirst().map(\.place))
  }

  var places: [Node] { [place] + others }

  /// Whether it is nothing but the schema at a place.
  var isPlain: Bool { others.isEmpty && chosen.isEmpty }
}

/// Where a schema offers a choice.
struct Alternatives: Hashable {
  enum Keyword: Hashable {
    case oneOf
    case anyOf
    /// The schemas that extend one with a `discriminator`, and that schema itself.
    case inheritance
  }

  var holder: Node
  var keyword: Keyword
}

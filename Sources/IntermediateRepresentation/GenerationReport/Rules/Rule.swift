/// How a field is classed.
indirect enum Rule: Sendable {
  /// Its parts have classes of their own.
  case parts
  /// A map, each of whose entries is classed so.
  case entries(Rule)
  case always(Treatment)
  case when(Condition, Rule, otherwise: Rule)

  /// Something that has a declaration of its own.
  static func declared(_ treatment: Treatment) -> Rule {
    .when(
      .isGenerated, .always(treatment),
      otherwise: .when(
        .isFiltered, .always(.unselected), otherwise: .always(.field("nothing is generated for it"))))
  }

  /// What only matters where it is not the default.
  static func unlessFalse(_ rule: Rule) -> Rule { .when(.isFalse, .always(.anyway), otherwise: rule) }
}

/// What the class of a field may depend on.
struct Condition: Sendable {
  /// When it holds, following "where" in a sentence.
  let words: String
  let holds: @Sendable (Site) -> Bool

  init(_ words: String, _ holds: @escaping @Sendable (Site) -> Bool) {
    self.words = words
    self.holds = holds
  }
}

/// What the keywords that count have in common: `minLength`, `maxItems` and the like.
extension SchemaEvaluator {
  enum Counted: String {
    case character
    case element
    case property

    /// So many of them, in words.
    func times(_ count: Int) -> String {
      if count == 1 { return "1 \(rawValue)" }
      return self == .property ? "\(count) properties" : "\(count) \(rawValue)s"
    }
  }

  /// Compares a count with the least or the most that is allowed.
  mutating func checkCount(
    _ keyword: SchemaKeyword, _ value: Node, _ limit: Int, _ count: Int, _ instance: Instance, _ counted: Counted
  ) -> Verdict {
    let isLower = keyword == .minLength || keyword == .minItems || keyword == .minProperties
    if isLower ? count >= limit : count <= limit { return .valid }
    return report(
      keyword, value, instance.node,
      "must have at \(isLower ? "least" : "most") \(counted.times(limit)), but has \(count)")
  }
}

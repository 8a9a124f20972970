package import SpecParser

/// A name in which `*` stands for any characters, and `?` for one.
package struct NamePattern: Hashable, Sendable {
  package var text: String
  /// Where the configuration has it.
  package var location: SourceLocation?

  package init(_ text: String, at location: SourceLocation? = nil) {
    self.text = text
    self.location = location
  }

  /// What stands before the first `*` or `?`.
  private var prefix: Substring { text.prefix { $0 != "*" && $0 != "?" } }

  package func matches(_ name: String) -> Bool {
    if prefix.count == text.count { return name == text }
    let pattern = Array(text)
    let name = Array(name)
    var (p, n) = (0, 0)
    // Where the last `*` stands, and up to where it reaches: further, each time that what follows does not fit.
    var star: (pattern: Int, name: Int)?
    while n < name.count {
      if p < pattern.count, pattern[p] == "*" {
        star = (p, n)
        p += 1
      } else if p < pattern.count, pattern[p] == "?" || pattern[p] == name[n] {
        p += 1
        n += 1
      } else if let last = star {
        star = (last.pattern, last.name + 1)
        p = last.pattern + 1
        n = last.name + 1
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == "*" }
  }

  /// A name that is spelled alike, or a pattern that begins as names do.
  func suggestion(among names: [String]) -> String? {
    let prefix = prefix
    guard prefix.count < text.count else { return Spelling.closest(to: text, among: names) }
    let beginnings = Set(names.map { String($0.prefix(prefix.count)) })
    // Where names begin so, something else is wrong, and a letter or two are like any others.
    guard prefix.count > 2, !beginnings.contains(String(prefix)) else { return nil }
    return Spelling.closest(to: String(prefix), among: beginnings.sorted()).map { $0 + text.dropFirst(prefix.count) }
  }
}

extension [NamePattern] {
  /// The parts of which one of the names fits one of the patterns. A pattern that fits none is reported.
  func matches<Part>(
    _ kind: String, among parts: [Part], by names: (Part) -> [String], report: Report
  ) -> [Part] {
    guard !isEmpty else { return [] }
    let named = parts.map { (part: $0, names: names($0)) }
    var selected: [Part] = []
    for pattern in self {
      let matches = named.filter { $0.names.contains(where: pattern.matches) }
      selected += matches.map(\.part)
      if matches.isEmpty { pattern.reportNoMatch(kind, among: named.compactMap(\.names.first), report) }
    }
    return selected
  }
}

extension NamePattern {
  private static let listedNames = 5

  fileprivate func reportNoMatch(_ kind: String, among names: [String], _ report: Report) {
    var seen: Set<String> = []
    let names = names.filter { seen.insert($0).inserted }
    let advice: String
    if names.isEmpty {
      advice = "the document has no \(kind)s"
    } else if let name = suggestion(among: names) {
      advice = "did you mean \(Excerpt.quoted(name))?"
    } else {
      let listed = names.prefix(Self.listedNames).map { Excerpt.quoted($0) }.joined(separator: ", ")
      let more = names.count > Self.listedNames ? " and \(names.count - Self.listedNames) more" : ""
      advice = "there \(names.count == 1 ? "is" : "are") \(listed)\(more)"
    }
    report.add([
      Diagnostic(
        .error, .nothingSelected, "no \(kind) of the document is called \(Excerpt.quoted(text)); \(advice)",
        at: location)
    ])
  }
}

import SpecParser

/// A tag of a Mustache template, at its place.
struct TemplateTag {
  enum Kind: Equatable {
    case variable(String)
    case section(String)
    case end(String)
    case partial(String)
    case comment
    case pragma(String)
    /// What the Mustache specification has, but templates here do not use.
    case unsupported(String)
  }

  var kind: Kind
  var location: SourceLocation
  /// Whether only white space stands in front of the tag in its line.
  var isIndented: Bool

  /// The tags of a text, or the fault that makes it none.
  static func scan(_ text: String, path: String) throws(Diagnostic) -> [TemplateTag] {
    var tags: [TemplateTag] = []
    var line = 1
    for lineText in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var rest = lineText[...]
      while let open = rest.firstRange(of: "{{") {
        let column = lineText.unicodeScalars.distance(from: lineText.startIndex, to: open.lowerBound) + 1
        let location = SourceLocation(path: path, line: line, column: column)
        let isTriple = rest[open.upperBound...].hasPrefix("{")
        guard let close = rest[open.upperBound...].firstRange(of: isTriple ? "}}}" : "}}") else {
          throw Diagnostic(
            .error, .templateSyntax, "the tag is not closed in its line; expected '}}'", at: location)
        }
        let inside = rest[open.upperBound..<close.lowerBound]
        let before = lineText[..<open.lowerBound]
        tags.append(
          TemplateTag(
            kind: kind(of: inside, isTriple: isTriple), location: location,
            isIndented: !before.isEmpty && before.allSatisfy { $0 == " " || $0 == "\t" }))
        rest = rest[close.upperBound...]
      }
      line += 1
    }
    return tags
  }

  private static func kind(of inside: Substring, isTriple: Bool) -> Kind {
    func name(_ text: Substring) -> String { String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
    if isTriple { return .variable(name(inside.dropFirst())) }
    switch inside.first {
    case "#", "^": return .section(name(inside.dropFirst()))
    case "/": return .end(name(inside.dropFirst()))
    case ">": return .partial(name(inside.dropFirst()))
    case "&": return .variable(name(inside.dropFirst()))
    case "!": return .comment
    case "%": return .pragma(name(inside.dropFirst()))
    case "=", "<", "$": return .unsupported(String(inside))
    default: return .variable(name(inside))
    }
  }
}

/// A line of a file with a place in it, so far as it can be shown beside a mark under the place.
package struct MarkedLine: Hashable, Sendable {
  package var number: Int
  /// Without its break, cut with `…` if it is long, tabs kept, and nothing else in it that a terminal would obey.
  package var text: String
  /// As wide as what stands before the place.
  package var margin: String

  /// How many columns are shown of a long line, and how many of them after the place where there is more before it.
  private static let widest = 100
  private static let widestAfter = 40

  /// The lines of all places in a file, found in one walk. A place that is not in the file has none.
  package static func lines(of file: SourceFile, at places: some Sequence<SourceLocation>)
    -> [SourceLocation: MarkedLine]
  {
    guard let text = try? SourceText(file) else { return [:] }
    var result: [SourceLocation: MarkedLine] = [:]
    var cursor = LineCursor(text.bytes)
    for place in Set(places).sorted(by: { ($0.line, $0.column) < ($1.line, $1.column) }) {
      guard cursor.advance(toLine: place.line) else { break }
      cursor.advance(toColumn: place.column)
      result[place] = MarkedLine(number: place.line, before: cursor.before, after: cursor.after)
    }
    return result
  }

  private init(number: Int, before: LineCursor.Piece, after: LineCursor.Piece) {
    let right = ShownPiece(after.scalars, upTo: Self.widest, isCut: after.isCut)
    let left = ShownPiece(
      before.scalars.reversed(), upTo: Self.widest - min(right.width, Self.widestAfter), isCut: before.isCut)
    let rest = ShownPiece(
      right.scalars.map(\.scalar), upTo: Self.widest - left.width, isCut: right.isCut)
    self.number = number
    text = left.isCut ? "…" : ""
    margin = left.isCut ? " " : ""
    for scalar in left.scalars.reversed() {
      text += scalar.text
      margin += scalar.margin
    }
    for scalar in rest.scalars { text += scalar.text }
    if rest.isCut { text += "…" }
  }
}

/// The beginning of some text that fits into a number of columns.
private struct ShownPiece {
  var scalars: [ShownScalar] = []
  var width = 0
  var isCut: Bool

  init(_ text: [Unicode.Scalar], upTo widest: Int, isCut: Bool) {
    self.isCut = isCut
    for scalar in text {
      let shown = ShownScalar(scalar)
      // What takes no column counts too, so that no line is without end.
      let needed = max(1, shown.width)
      if width + needed > widest {
        self.isCut = true
        return
      }
      width += needed
      scalars.append(shown)
    }
  }
}

/// A place in a text that only moves on, so that many places of a file are found in one walk.
struct LineCursor {
  /// What stands on one side of the place in its line.
  struct Piece {
    var scalars: [Unicode.Scalar]
    /// Whether the line has more on this side.
    var isCut: Bool
  }

  private let bytes: [UInt8]
  private var line = 1
  private var lineEnd: Int
  private var nextLine: Int?
  private var lineStart = 0
  private var column = 1
  private var offset = 0

  /// More than is shown of any line.
  private static let longestPiece = 400

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lineEnd = 0
    startLine(at: 0)
  }

  /// - Returns: whether the text has the line
  mutating func advance(toLine target: Int) -> Bool {
    while line < target {
      guard let nextLine else { return false }
      line += 1
      startLine(at: nextLine)
    }
    return line == target
  }

  /// Stops at the end of the line where it is shorter.
  mutating func advance(toColumn target: Int) {
    bytes.withUnsafeBufferPointer { bytes in
      while column < target, offset < lineEnd {
        offset += 1
        while offset < lineEnd, isContinuation(bytes[offset]) { offset += 1 }
        column += 1
      }
    }
  }

  var before: Piece {
    var start = max(lineStart, offset - Self.longestPiece)
    let isCut = start > lineStart
    while isCut, start < offset, isContinuation(bytes[start]) { start += 1 }
    return Piece(scalars: scalars(start..<offset), isCut: isCut)
  }

  var after: Piece {
    var end = min(lineEnd, offset + Self.longestPiece)
    let isCut = end < lineEnd
    while isCut, end > offset, isContinuation(bytes[end]) { end -= 1 }
    return Piece(scalars: scalars(offset..<end), isCut: isCut)
  }

  private mutating func startLine(at start: Int) {
    let ends = SourceText.lineEnd(from: start, in: bytes)
    lineStart = start
    lineEnd = ends?.end ?? bytes.count
    nextLine = ends?.next
    column = 1
    offset = start
  }

  private func scalars(_ range: Range<Int>) -> [Unicode.Scalar] {
    Array(String(decoding: bytes[range], as: UTF8.self).unicodeScalars)
  }

  private func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}

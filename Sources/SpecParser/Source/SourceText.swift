/// A file's text in UTF-8, without its byte order mark.
struct SourceText {
  let path: String
  let bytes: [UInt8]

  private static let longestLine = 1 << 16

  private init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Takes UTF-8, and UTF-16 that begins with a byte order mark.
  init(_ file: SourceFile) throws(Diagnostic) {
    path = file.path
    let bytes = file.bytes
    if bytes.starts(with: [0xFF, 0xFE]) {
      self.bytes = try Self.utf8(bytes, highByte: 1, path: path)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self.bytes = try Self.utf8(bytes, highByte: 0, path: path)
    } else if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      self.bytes = Array(bytes.dropFirst(3))
    } else {
      self.bytes = bytes
    }
  }

  private static func utf8(_ bytes: [UInt8], highByte: Int, path: String) throws(Diagnostic) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var position = 2
    while position + 1 < bytes.count {
      units.append(UInt16(bytes[position + highByte]) << 8 | UInt16(bytes[position + 1 - highByte]))
      position += 2
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var decoder = UTF16()
    var iterator = units.makeIterator()
    var isBroken = bytes.count % 2 == 1
    decoding: while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): result += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      case .emptyInput: break decoding
      case .error:
        isBroken = true
        break decoding
      }
    }
    guard !isBroken else {
      throw Diagnostic(
        .error, .notUTF8,
        "the file begins as UTF-16, but what follows is not; save it as UTF-8",
        at: location(ofOffset: result.count, in: result, path: path))
    }
    return result
  }

  /// Whether the first thing in the text is a bracket of JSON.
  var beginsAsJSON: Bool {
    let first = bytes.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }

  /// The text with spaces for the tabs on lines that are blank otherwise, or hold only a comment: YAML allows tabs there,
  /// since such lines are not indented. The result is `nil` where there are none.
  func withoutTabsOnBlankLines() -> SourceText? {
    var result = bytes
    var hasChanged = false
    result.withUnsafeMutableBufferPointer { bytes in
      var position = 0
      while position < bytes.count {
        let start = position
        while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 { position += 1 }
        let isBlank =
          position == bytes.count || bytes[position] == 0x0A || bytes[position] == 0x0D
          || bytes[position] == UInt8(ascii: "#")
        if isBlank {
          for offset in start..<position where bytes[offset] == 0x09 {
            bytes[offset] = 0x20
            hasChanged = true
          }
        }
        while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
        position += 1
      }
    }
    return hasChanged ? SourceText(path: path, bytes: result) : nil
  }

  func location(ofOffset offset: Int) -> SourceLocation { Self.location(ofOffset: offset, in: bytes, path: path) }

  private static func location(ofOffset offset: Int, in bytes: [UInt8], path: String) -> SourceLocation {
    var line = 1
    var start = 0
    while let next = lineEnd(from: start, in: bytes)?.next, next <= offset {
      line += 1
      start = next
    }
    return SourceLocation(path: path, line: line, column: 1 + scalarCount(start, min(offset, bytes.count), in: bytes))
  }

  private static func scalarCount(_ start: Int, _ end: Int, in bytes: [UInt8]) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var count = 0
      var position = start
      while position < end {
        if bytes[position] & 0xC0 != 0x80 { count += 1 }
        position += 1
      }
      return count
    }
  }

  /// The scalars of a line without its break, none for a line that does not exist. Lines count from 0.
  func line(_ number: Int) -> [Unicode.Scalar] { lines(number..<number + 1).first ?? [] }

  /// Fewer than asked for, where the text ends before; of a very long line only the beginning.
  func lines(_ numbers: Range<Int>) -> [[Unicode.Scalar]] {
    var result: [[Unicode.Scalar]] = []
    var start = 0
    for number in 0..<numbers.upperBound {
      let ends = Self.lineEnd(from: start, in: bytes)
      if number >= numbers.lowerBound {
        let end = min(ends?.end ?? bytes.count, start + Self.longestLine)
        let line = bytes[start..<end]
        result.append(Array(String(decoding: line, as: UTF8.self).unicodeScalars))
      }
      guard let ends else { break }
      start = ends.next
    }
    return result
  }

  /// Where the line ends and where the next begins.
  static func lineEnd(from start: Int, in bytes: [UInt8]) -> (end: Int, next: Int)? {
    bytes.withUnsafeBufferPointer { bytes in
      var position = start
      let count = bytes.count
      while position < count {
        let byte = bytes[position]
        if byte == 0x0A { return (position, position + 1) }
        if byte == 0x0D {
          let isPair = position + 1 < count && bytes[position + 1] == 0x0A
          return (position, position + (isPair ? 2 : 1))
        }
        position += 1
      }
      return nil
    }
  }
}

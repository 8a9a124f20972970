/// Feeds a tree's builder from JSON, by RFC 8259 and nothing beyond it.
struct JSONReader {
  private let bytes: UnsafePointer<UInt8>
  private let count: Int
  private let path: String
  private var position = 0
  private var line = 1
  /// The offset from which columns count: where the line begins, moved on by every byte that continues a scalar.
  private var columnBase = 0

  static func read(_ text: SourceText, into builder: inout TreeBuilder) throws(Diagnostic) {
    try text.bytes.withUnsafeBufferPointer { (bytes) throws(Diagnostic) in
      guard let base = bytes.baseAddress else {
        throw Diagnostic(
          .error, .emptyFile, "the file is empty, a JSON value was expected",
          at: SourceLocation(path: text.path, line: 1, column: 1))
      }
      var reader = JSONReader(bytes: base, count: bytes.count, path: text.path)
      try reader.readAll(into: &builder)
    }
  }

  private init(bytes: UnsafePointer<UInt8>, count: Int, path: String) {
    self.bytes = bytes
    self.count = count
    self.path = path
  }

  private mutating func readAll(into builder: inout TreeBuilder) throws(Diagnostic) {
    skipSpace()
    if position == count {
      throw Diagnostic(
        .error, .emptyFile, "the file is empty, a JSON value was expected",
        at: SourceLocation(path: path, line: 1, column: 1))
    }
    try readValue(into: &builder)
    while builder.depth > 0 {
      skipSpace()
      guard position < count else { throw unclosed(builder) }
      if builder.isInMapping {
        try readNextPair(into: &builder)
      } else {
        try readNextElement(into: &builder)
      }
    }
    skipSpace()
    if position < count { throw trailingText() }
  }

  // MARK: Collections

  /// Reads a scalar, or the beginning of a collection with its first child.
  private mutating func readValue(into builder: inout TreeBuilder) throws(Diagnostic) {
    while true {
      guard position < count else { throw unclosed(builder) }
      switch bytes[position] {
      case UInt8(ascii: "{"):
        try builder.open(isMapping: true, line: line, column: column)
        position += 1
        skipSpace()
        guard position < count else { throw unclosed(builder) }
        if bytes[position] == UInt8(ascii: "}") {
          position += 1
          return try builder.close()
        }
        try readKey(into: &builder)
      case UInt8(ascii: "["):
        try builder.open(isMapping: false, line: line, column: column)
        position += 1
        skipSpace()
        guard position < count else { throw unclosed(builder) }
        if bytes[position] == UInt8(ascii: "]") {
          position += 1
          return try builder.close()
        }
      case UInt8(ascii: "\""):
        return try readString(into: &builder)
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        return try readNumber(into: &builder)
      case UInt8(ascii: "t") where isWord("true"):
        return try addWord(.bool, 4, into: &builder)
      case UInt8(ascii: "f") where isWord("false"):
        return try addWord(.bool, 5, into: &builder)
      case UInt8(ascii: "n") where isWord("null"):
        return try addWord(.null, 4, into: &builder)
      default:
        throw noValue()
      }
    }
  }

  private mutating func readNextPair(into builder: inout TreeBuilder) throws(Diagnostic) {
    switch bytes[position] {
    case UInt8(ascii: ","):
      let comma = self
      position += 1
      skipSpace()
      guard position < count else { throw unclosed(builder) }
      if bytes[position] == UInt8(ascii: "}") { throw comma.error("a comma stands before '}'; remove it") }
      try readKey(into: &builder)
      try readValue(into: &builder)
    case UInt8(ascii: "}"):
      position += 1
      try builder.close()
    default:
      throw noSeparator("}")
    }
  }

  private mutating func readNextElement(into builder: inout TreeBuilder) throws(Diagnostic) {
    switch bytes[position] {
    case UInt8(ascii: ","):
      let comma = self
      position += 1
      skipSpace()
      guard position < count else { throw unclosed(builder) }
      if bytes[position] == UInt8(ascii: "]") { throw comma.error("a comma stands before ']'; remove it") }
      try readValue(into: &builder)
    case UInt8(ascii: "]"):
      position += 1
      try builder.close()
    default:
      throw noSeparator("]")
    }
  }

  /// Reads a key and its colon, up to the value.
  private mutating func readKey(into builder: inout TreeBuilder) throws(Diagnostic) {
    guard bytes[position] == UInt8(ascii: "\"") else { throw noKey() }
    try readString(into: &builder)
    skipSpace()
    guard position < count else { throw unclosed(builder) }
    guard bytes[position] == UInt8(ascii: ":") else {
      throw bytes[position] == UInt8(ascii: "/") ? comment() : error("expected ':' after the key")
    }
    position += 1
    skipSpace()
  }

  // MARK: Scalars

  private var column: Int { position - columnBase + 1 }

  private mutating func skipSpace() {
    while position < count {
      // Codes, not `UInt8(ascii:)`, here and in `readString`: that is a call in unoptimised builds.
      let byte = bytes[position]
      if byte == 0x20 || byte == 0x09 {
        position += 1
      } else if byte == 0x0A || byte == 0x0D {
        position += 1
        if byte == 0x0D, position < count, bytes[position] == 0x0A { position += 1 }
        line += 1
        columnBase = position
      } else {
        return
      }
    }
  }

  private func isWord(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard count - position >= length else { return false }
    var offset = 0
    while offset < length {
      guard bytes[position + offset] == word.utf8Start[offset] else { return false }
      offset += 1
    }
    return position + length == count || !isWordByte(bytes[position + length])
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  private mutating func addWord(_ kind: Node.Kind, _ length: Int, into builder: inout TreeBuilder) throws(Diagnostic) {
    try builder.addScalar(kind, isPlain: true, bytes + position, length, line: line, column: column)
    position += length
  }

  private mutating func readNumber(into builder: inout TreeBuilder) throws(Diagnostic) {
    let start = position
    var end = position
    if bytes[end] == UInt8(ascii: "-") { end += 1 }
    let whole = end
    end = skipDigits(from: end)
    guard end > whole else { throw badNumber("a digit must follow '-'") }
    if bytes[whole] == UInt8(ascii: "0"), end - whole > 1 {
      throw badNumber("a number cannot begin with 0; remove the zeros, or put it in double quotes")
    }
    var kind = Node.Kind.integer
    if end < count, bytes[end] == UInt8(ascii: ".") {
      kind = .number
      let fraction = end + 1
      end = skipDigits(from: fraction)
      guard end > fraction else { throw badNumber("a digit must follow the '.' of a number") }
    }
    if end < count, bytes[end] | 0x20 == UInt8(ascii: "e") {
      kind = .number
      end += 1
      if end < count, bytes[end] == UInt8(ascii: "-") || bytes[end] == UInt8(ascii: "+") { end += 1 }
      let exponent = end
      end = skipDigits(from: exponent)
      guard end > exponent else { throw badNumber("a digit must follow the 'e' of a number") }
    }
    if end < count, isWordByte(bytes[end]) {
      throw badNumber("this is no number; JSON has only decimal ones, and texts stand in double quotes")
    }
    try builder.addScalar(kind, isPlain: true, bytes + start, end - start, line: line, column: column)
    position = end
  }

  private func skipDigits(from start: Int) -> Int {
    var end = start
    while end < count, bytes[end] &- 0x30 < 10 { end += 1 }
    return end
  }

  private mutating func readString(into builder: inout TreeBuilder) throws(Diagnostic) {
    let column = column
    let start = position + 1
    var end = start
    while end < count {
      let byte = bytes[end]
      if byte == 0x22 {
        position = end + 1
        return try builder.addScalar(
          .string, isPlain: false, bytes + start, end - start, line: line, column: column)
      }
      if byte == 0x5C || byte < 0x20 || byte >= 0x80 { break }
      end += 1
    }
    try readLongWay(column, into: &builder)
  }

  /// Reads a string with escapes or with characters beyond ASCII. It never has more bytes than its source, so that the
  /// texts' memory suffices.
  private mutating func readLongWay(_ column: Int, into builder: inout TreeBuilder) throws(Diagnostic) {
    let opening = position
    let openingBase = columnBase
    let target = builder.texts + builder.textCount
    var written = 0
    position += 1
    while position < count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return try builder.addScalar(
          .string, isPlain: false, writtenBytes: written, line: line, column: column)
      case UInt8(ascii: "\\"):
        let scalar = try readEscape()
        written += write(scalar, to: target + written)
      case 0..<0x20:
        throw controlCharacter(opening, openingBase)
      case 0x20..<0x80:
        target[written] = byte
        written += 1
        position += 1
      default:
        let length = scalarLength
        guard length > 0 else { throw notUTF8() }
        var offset = 0
        while offset < length {
          target[written + offset] = bytes[position + offset]
          offset += 1
        }
        written += length
        position += length
        columnBase += length - 1
      }
    }
    position = opening
    columnBase = openingBase
    throw error("this quote is never closed; add the closing one")
  }

  /// The bytes of the scalar here, by table 3-7 of the Unicode standard; 0 if they are not UTF-8.
  private var scalarLength: Int {
    let first = bytes[position]
    let length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
    guard length > 0, position + length <= count else { return 0 }
    let second = bytes[position + 1]
    let lowest: UInt8 = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80
    let highest: UInt8 = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF
    guard second >= lowest, second <= highest else { return 0 }
    var offset = 2
    while offset < length {
      guard bytes[position + offset] & 0xC0 == 0x80 else { return 0 }
      offset += 1
    }
    return length
  }

  private mutating func readEscape() throws(Diagnostic) -> UInt32 {
    guard position + 1 < count else { throw error("the file ends within an escape") }
    let simple: UInt32
    switch bytes[position + 1] {
    case UInt8(ascii: "\""): simple = 0x22
    case UInt8(ascii: "\\"): simple = 0x5C
    case UInt8(ascii: "/"): simple = 0x2F
    case UInt8(ascii: "b"): simple = 0x08
    case UInt8(ascii: "f"): simple = 0x0C
    case UInt8(ascii: "n"): simple = 0x0A
    case UInt8(ascii: "r"): simple = 0x0D
    case UInt8(ascii: "t"): simple = 0x09
    case UInt8(ascii: "u"): return try readUnicodeEscape()
    default:
      let shown = Excerpt.shown(String(decoding: UnsafeBufferPointer(start: bytes + position, count: 2), as: UTF8.self))
      throw error("'\(shown)' is no escape of JSON; write '\\\\' for a backslash")
    }
    position += 2
    return simple
  }

  private mutating func readUnicodeEscape() throws(Diagnostic) -> UInt32 {
    guard let first = hexadecimal(at: position + 2) else {
      throw error("four hexadecimal digits must follow '\\u'")
    }
    guard first & 0xF800 == 0xD800 else {
      position += 6
      return first
    }
    guard first < 0xDC00, position + 7 < count, bytes[position + 6] == UInt8(ascii: "\\"),
      bytes[position + 7] == UInt8(ascii: "u"), let second = hexadecimal(at: position + 8), second & 0xFC00 == 0xDC00
    else {
      throw error("this escape is half of a surrogate pair; write both halves, or the character itself")
    }
    position += 12
    return 0x10000 + (first & 0x3FF) << 10 + second & 0x3FF
  }

  private func hexadecimal(at start: Int) -> UInt32? {
    guard start + 4 <= count else { return nil }
    var value: UInt32 = 0
    var offset = start
    while offset < start + 4 {
      let byte = bytes[offset]
      if byte &- 0x30 < 10 {
        value = value << 4 | UInt32(byte &- 0x30)
      } else if (byte | 0x20) &- 0x61 < 6 {
        value = value << 4 | UInt32((byte | 0x20) &- 0x57)
      } else {
        return nil
      }
      offset += 1
    }
    return value
  }

  private func write(_ scalar: UInt32, to target: UnsafeMutablePointer<UInt8>) -> Int {
    if scalar < 0x80 {
      target[0] = UInt8(scalar)
      return 1
    }
    if scalar < 0x800 {
      target[0] = UInt8(0xC0 | scalar >> 6)
      target[1] = UInt8(0x80 | scalar & 0x3F)
      return 2
    }
    if scalar < 0x10000 {
      target[0] = UInt8(0xE0 | scalar >> 12)
      target[1] = UInt8(0x80 | scalar >> 6 & 0x3F)
      target[2] = UInt8(0x80 | scalar & 0x3F)
      return 3
    }
    target[0] = UInt8(0xF0 | scalar >> 18)
    target[1] = UInt8(0x80 | scalar >> 12 & 0x3F)
    target[2] = UInt8(0x80 | scalar >> 6 & 0x3F)
    target[3] = UInt8(0x80 | scalar & 0x3F)
    return 4
  }

  // MARK: What is wrong

  private func error(_ message: String, _ code: DiagnosticCode = .jsonSyntax) -> Diagnostic {
    Diagnostic(.error, code, message, at: SourceLocation(path: path, line: line, column: column))
  }

  private func badNumber(_ message: String) -> Diagnostic { error(message) }

  private func notUTF8() -> Diagnostic { error("these bytes are not UTF-8; save the file as UTF-8", .notUTF8) }

  private func comment() -> Diagnostic { error("JSON has no comments; remove this one, or name the file .yaml") }

  private func controlCharacter(_ opening: Int, _ openingBase: Int) -> Diagnostic {
    switch bytes[position] {
    case 0x0A, 0x0D:
      var start = self
      start.position = opening
      start.columnBase = openingBase
      return start.error("the text does not end on its line; close its quote, or write '\\n' for a line break")
    case 0x09:
      return error("a tab cannot stand in a text; write '\\t'", .controlCharacter)
    default:
      let scalar = Unicode.Scalar(bytes[position])
      let escape = String(bytes[position], radix: 16)
      return error(
        "the control character \(Excerpt.name(scalar)) cannot stand in a text; "
          + "remove it, or write '\\u00\(escape.count == 1 ? "0" : "")\(escape)'",
        .controlCharacter)
    }
  }

  private func noSeparator(_ closing: String) -> Diagnostic {
    switch bytes[position] {
    case UInt8(ascii: "/"), UInt8(ascii: "#"): comment()
    case UInt8(ascii: "]"), UInt8(ascii: "}"): error("expected ',' or '\(closing)', the other bracket is open")
    default: unexpected("expected ',' or '\(closing)' here")
    }
  }

  private func noKey() -> Diagnostic {
    switch bytes[position] {
    case UInt8(ascii: "'"): error("JSON has no single quotes; use double quotes")
    case UInt8(ascii: "/"), UInt8(ascii: "#"): comment()
    case UInt8(ascii: ","): error("a comma stands where a key was expected; remove it")
    case let byte where byte < 0x80 && isWordByte(byte): error("a key must stand in double quotes")
    default: unexpected("expected a key in double quotes")
    }
  }

  private func noValue() -> Diagnostic {
    switch bytes[position] {
    case UInt8(ascii: "'"): error("JSON has no single quotes; use double quotes")
    case UInt8(ascii: "/"), UInt8(ascii: "#"): comment()
    case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ":"): error("a value is missing here")
    case UInt8(ascii: "+"): error("a number cannot begin with '+'; remove it")
    case UInt8(ascii: "."): error("a number cannot begin with '.'; write '0.'")
    case let byte where byte < 0x80 && isWordByte(byte): unknownWord()
    default: unexpected("expected a value")
    }
  }

  private func unknownWord() -> Diagnostic {
    var end = position
    while end < count, isWordByte(bytes[end]) { end += 1 }
    let word = String(decoding: UnsafeBufferPointer(start: bytes + position, count: end - position), as: UTF8.self)
    switch word {
    case "NaN", "Infinity": return error("JSON has no \(word); use a number, null, or a text in double quotes")
    case "True", "TRUE", "False", "FALSE", "Null", "NULL", "None":
      return error("\(word) must be written '\(word == "None" ? "null" : word.lowercased())'")
    default: return error("\(Excerpt.quoted(word)) is no value of JSON; put a text in double quotes")
    }
  }

  private func trailingText() -> Diagnostic {
    switch bytes[position] {
    case UInt8(ascii: "/"), UInt8(ascii: "#"): comment()
    default: unexpected("the JSON value ends before this; remove what follows, or check the brackets above")
    }
  }

  private func unexpected(_ message: String) -> Diagnostic {
    guard bytes[position] >= 0x80 || bytes[position] < 0x20 || bytes[position] == 0x7F else { return error(message) }
    if bytes[position] < 0x80 {
      return error(
        "here is the control character \(Excerpt.name(Unicode.Scalar(bytes[position]))); remove it",
        .controlCharacter)
    }
    let length = scalarLength
    guard length > 0 else { return notUTF8() }
    let text = String(decoding: UnsafeBufferPointer(start: bytes + position, count: length), as: UTF8.self)
    let name = text.unicodeScalars.first.map { Excerpt.name($0) } ?? ""
    switch name {
    case "U+201C", "U+201D", "U+201E", "U+2018", "U+2019":
      return error("this is a typographic quote, \(name); use the straight double quote")
    case "U+FEFF":
      return error("here is a byte order mark in the middle of the file; remove it")
    default:
      return error("\(message), found the character \(name)")
    }
  }

  /// The file ended within a collection.
  private func unclosed(_ builder: borrowing TreeBuilder) -> Diagnostic {
    guard let opened = builder.innermost else { return error("a value is missing here") }
    let brackets = opened.isMapping ? ("{", "}") : ("[", "]")
    return Diagnostic(
      .error, .jsonSyntax, "this '\(brackets.0)' is never closed; add the '\(brackets.1)'", at: opened.location)
  }
}

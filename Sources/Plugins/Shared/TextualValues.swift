import Foundation

/// The values of a key, found in the text of a YAML or JSON file without parsing it.
///
/// Plugins have no YAML parser. To learn which files a build depends on, a value too many does no harm.
struct TextualValues {
  /// Longer values are no paths. The limit also keeps a text of one line from being read again for each key.
  static let maximumValueLength = 4096

  private let key: [UInt8]
  private let text: [UInt8]

  private init(key: String, text: Data) {
    self.key = Array(key.utf8)
    self.text = Array(text)
  }

  /// Each value of `key` in `text`, once, in the order of the text. A plain scalar that a comma or a bracket might
  /// end gives both readings.
  static func values(of key: String, in text: Data) -> [String] {
    TextualValues(key: key, text: text).values()
  }

  private func values() -> [String] {
    guard let first = key.first else { return [] }
    var found: [String] = []
    var seen: Set<String> = []
    var index = 0
    while index < text.count {
      guard text[index] == first, let start = startOfValue(ofKeyAt: index) else {
        index += 1
        continue
      }
      index = start
      for value in value(at: start) where seen.insert(value).inserted { found.append(value) }
    }
    return found
  }

  private func startOfValue(ofKeyAt start: Int) -> Int? {
    var index = start
    for byte in key {
      guard index < text.count, text[index] == byte else { return nil }
      index += 1
    }
    if index < text.count, text[index] == doubleQuote || text[index] == singleQuote { index += 1 }
    index = skip(from: index) { $0 == space || $0 == tab }
    guard index < text.count, text[index] == colon else { return nil }
    return skip(from: index + 1) { $0 == space || $0 == tab || $0 == newline || $0 == carriageReturn }
  }

  private func value(at start: Int) -> [String] {
    guard start < text.count else { return [] }
    switch text[start] {
    case doubleQuote: return doubleQuoted(from: start + 1).map { [$0] } ?? []
    case singleQuote: return singleQuoted(from: start + 1).map { [$0] } ?? []
    default: return plain(from: start)
    }
  }

  private func doubleQuoted(from start: Int) -> String? {
    var index = start
    while index < text.count, index - start < Self.maximumValueLength, text[index] != doubleQuote {
      index += text[index] == backslash ? 2 : 1
    }
    guard index < text.count, text[index] == doubleQuote else { return nil }
    let literal = Data(text[start - 1...index])
    return (try? JSONDecoder().decode(String.self, from: literal)) ?? string(text[start..<index])
  }

  private func singleQuoted(from start: Int) -> String? {
    var value: [UInt8] = []
    var index = start
    while index < text.count, value.count < Self.maximumValueLength {
      if text[index] == singleQuote {
        guard index + 1 < text.count, text[index + 1] == singleQuote else { return string(value[...]) }
        index += 1
      }
      value.append(text[index])
      index += 1
    }
    return nil
  }

  private func plain(from start: Int) -> [String] {
    var end = start
    var flowEnd: Int?
    while end < text.count, end - start < Self.maximumValueLength {
      let byte = text[end]
      if byte == newline || byte == carriageReturn { break }
      if byte == hash, end > start, text[end - 1] == space || text[end - 1] == tab { break }
      if flowEnd == nil, byte == comma || byte == closingBrace || byte == closingBracket { flowEnd = end }
      end += 1
    }
    return [flowEnd, end].compactMap { $0 }.compactMap { string(text[start..<$0]) }
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }

  private func skip(from start: Int, while isSkipped: (UInt8) -> Bool) -> Int {
    var index = start
    while index < text.count, isSkipped(text[index]) { index += 1 }
    return index
  }

  private func string(_ bytes: ArraySlice<UInt8>) -> String? { String(bytes: bytes, encoding: .utf8) }
}

private let doubleQuote = UInt8(ascii: "\"")
private let singleQuote = UInt8(ascii: "'")
private let backslash = UInt8(ascii: "\\")
private let colon = UInt8(ascii: ":")
private let comma = UInt8(ascii: ",")
private let hash = UInt8(ascii: "#")
private let space = UInt8(ascii: " ")
private let tab = UInt8(ascii: "\t")
private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
private let closingBrace = UInt8(ascii: "}")
private let closingBracket = UInt8(ascii: "]")

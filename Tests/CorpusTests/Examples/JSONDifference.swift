import SpecParser

/// Where two JSON values differ. Numbers are compared as they are written: 1 is 1.0, and no digit is lost.
struct JSONDifference: CustomStringConvertible {
  /// A JSON Pointer from the outermost value.
  var pointer: String
  var words: String
  var description: String { "\(pointer.isEmpty ? "the whole" : pointer): \(words)" }

  /// The first difference, if there is one. The depth of trees is bounded, and so is this recursion.
  init?(from one: Node, to other: Node, at pointer: String = "") {
    switch (one.kind, other.kind) {
    case (.sequence, .sequence) where one.count == other.count:
      for (index, pair) in zip(one.elements, other.elements).enumerated() {
        if let difference = Self(from: pair.0, to: pair.1, at: "\(pointer)/\(index)") {
          self = difference
          return
        }
      }
      return nil
    case (.mapping, .mapping):
      for (key, value) in one.pairs {
        guard let counterpart = other[key.text] else {
          self.init(pointer: "\(pointer)/\(key.text)", words: "\(value.json().shortened) is lost")
          return
        }
        if let difference = Self(from: value, to: counterpart, at: "\(pointer)/\(key.text)") {
          self = difference
          return
        }
      }
      for (key, value) in other.pairs where one[key.text] == nil {
        self.init(pointer: "\(pointer)/\(key.text)", words: "\(value.json().shortened) is added")
        return
      }
      return nil
    case (.integer, .integer), (.integer, .number), (.number, .integer), (.number, .number):
      if ExactNumber(one.json()) == ExactNumber(other.json()) { return nil }
    default:
      if one.kind == other.kind, one.isEqual(to: other) { return nil }
    }
    self.init(pointer: pointer, words: "\(one.json().shortened) becomes \(other.json().shortened)")
  }

  private init(pointer: String, words: String) {
    self.pointer = pointer
    self.words = words
  }
}

extension String {
  fileprivate var shortened: String { count > 100 ? "\(prefix(100))…" : self }
}

/// A number of a JSON text by its digits.
struct ExactNumber: Hashable {
  private var isNegative: Bool
  private var digits: String
  private var exponent: Int

  init(_ text: String) {
    let parts = text.lowercased().split(separator: "e", maxSplits: 1)
    let mantissa = parts.first ?? ""
    isNegative = mantissa.hasPrefix("-")
    let halves = mantissa.drop { $0 == "-" }.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let fraction = halves.count > 1 ? halves[1] : ""
    digits = String((String(halves.first ?? "") + fraction).drop { $0 == "0" })
    exponent = (parts.count > 1 ? Int(parts[1]) ?? 0 : 0) - fraction.count
    while digits.last == "0" {
      digits.removeLast()
      exponent += 1
    }
    if digits.isEmpty { (isNegative, exponent) = (false, 0) }
  }
}

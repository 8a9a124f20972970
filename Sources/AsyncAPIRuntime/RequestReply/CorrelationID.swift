package enum CorrelationID {
  /// 128 random bits in hexadecimal digits.
  package static func random() -> String {
    var generator = SystemRandomNumberGenerator()
    var text = ""
    text.reserveCapacity(32)
    for _ in 0..<2 {
      let digits = String(generator.next() as UInt64, radix: 16)
      for _ in 0..<(16 - digits.utf8.count) { text += "0" }
      text += digits
    }
    return text
  }
}

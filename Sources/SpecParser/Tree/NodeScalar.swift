extension Node {
  /// The scalar's UTF-8, valid as long as the tree lives; empty for collections.
  var textBytes: UnsafeBufferPointer<UInt8> {
    let record = record
    guard record.kind != .sequence, record.kind != .mapping else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(start: tree.texts + Int(record.start), count: Int(record.count))
  }

  /// The scalar's text as written, after unescaping; empty for collections.
  package var text: String {
    withExtendedLifetime(tree) { String(decoding: textBytes, as: UTF8.self) }
  }

  /// Whether the node is a scalar without quotes.
  package var isPlain: Bool { tree.records[Int(index)].isPlain }

  package var string: String? { kind == .string ? text : nil }

  package var bool: Bool? {
    guard kind == .bool else { return nil }
    return withExtendedLifetime(tree) { textBytes.first.map { $0 | 0x20 == UInt8(ascii: "t") } }
  }

  /// The value of an integer, `nil` also when it does not fit.
  package var integer: Int? { kind == .integer ? CoreSchema.integer(text) : nil }

  /// The value of an integer or a number, rounded to the nearest that can be represented.
  package var double: Double? {
    switch kind {
    case .integer, .number: CoreSchema.double(text)
    default: nil
    }
  }
}

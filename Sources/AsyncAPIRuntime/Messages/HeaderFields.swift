/// The raw header fields of a message, in order. Names compare without case (ASCII).
public struct HeaderFields: Hashable, Sendable {
  struct Field: Sendable {
    var name: String
    var value: String
  }

  var fields: [Field] = []

  /// No fields.
  public init() {}

  /// Whether there are no fields.
  public var isEmpty: Bool { fields.isEmpty }

  /// How many fields there are; a repeated name counts each time.
  public var count: Int { fields.count }

  /// The first value of a name. Setting replaces every field of that name; setting nil removes them.
  public subscript(name: String) -> String? {
    get { fields.first { Self.same($0.name, name) }?.value }
    set {
      guard let newValue else {
        fields.removeAll { Self.same($0.name, name) }
        return
      }
      guard let first = fields.firstIndex(where: { Self.same($0.name, name) }) else {
        append(name: name, value: newValue)
        return
      }
      fields[first] = Field(name: name, value: newValue)
      var position = -1
      fields.removeAll { field in
        position += 1
        return position > first && Self.same(field.name, name)
      }
    }
  }

  /// Adds a field, also where the name is there already.
  public mutating func append(name: String, value: String) {
    fields.append(Field(name: name, value: value))
  }

  static func same(_ one: String, _ other: String) -> Bool {
    one.utf8.count == other.utf8.count && zip(one.utf8, other.utf8).allSatisfy { lowered($0) == lowered($1) }
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }
}

extension HeaderFields.Field: Hashable {
  static func == (one: Self, other: Self) -> Bool {
    one.value == other.value && HeaderFields.same(one.name, other.name)
  }

  func hash(into hasher: inout Hasher) {
    // Names that differ only in case must hash alike.
    hasher.combine(name.utf8.count)
    hasher.combine(value)
  }
}

extension HeaderFields: ExpressibleByDictionaryLiteral {
  /// Fields in the order in which they are written.
  public init(dictionaryLiteral elements: (String, String)...) {
    fields = elements.map { Field(name: $0.0, value: $0.1) }
  }
}

extension HeaderFields: Sequence {
  /// Iterates over the fields in order.
  public struct Iterator: IteratorProtocol {
    var base: IndexingIterator<[Field]>

    /// The next field.
    public mutating func next() -> (name: String, value: String)? {
      base.next().map { ($0.name, $0.value) }
    }
  }

  /// Iterates over the fields in order.
  public func makeIterator() -> Iterator { Iterator(base: fields.makeIterator()) }
}

/// Holds a value out of line, so that a type can hold itself. It is a value like the one it holds.
@_spi(Generated) public indirect enum Box<T> {
  case boxed(T)

  /// Holds a value.
  public init(_ value: T) { self = .boxed(value) }

  /// The value.
  public var value: T {
    get {
      switch self {
      case .boxed(let value): value
      }
    }
    set { self = .boxed(newValue) }
  }
}

extension Box: Sendable where T: Sendable {}
extension Box: Equatable where T: Equatable {}
extension Box: Hashable where T: Hashable {}

extension Box: CustomStringConvertible {
  /// The value's own description: whoever prints a payload does not care where its parts are kept.
  public var description: String { String(describing: value) }
}

extension Box: Decodable where T: Decodable {
  /// Decodes the value, without a trace of the box.
  public init(from decoder: any Decoder) throws { self.init(try T(from: decoder)) }
}

extension Box: Encodable where T: Encodable {
  /// Encodes the value, without a trace of the box.
  public func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }
}

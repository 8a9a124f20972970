@_spi(Generated) extension Decoder {
  /// The properties of the object that is decoded.
  public func properties() throws -> DecodedObject { try DecodedObject(from: self) }

  /// A look at the outermost level of what is decoded.
  public func probe() throws -> PayloadProbe { try PayloadProbe(from: self) }
}

@_spi(Generated) extension Encoder {
  /// The properties of the object that is encoded.
  public func properties() -> EncodedObject { EncodedObject(to: self) }
}

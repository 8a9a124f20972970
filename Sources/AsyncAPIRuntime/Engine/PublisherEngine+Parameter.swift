@_spi(Generated) extension PublisherEngine {
  /// The value of a parameter of the address: the one that is given, or else what the message carries where the document
  /// says it does, or else the default.
  ///
  /// Throws an `AsyncAPIError` with the code `invalidParameter` if there is none of these.
  public func parameter<Value: AddressParameter, M: Message>(
    _ name: String, _ given: Value?, at location: ValueLocation, of message: @autoclosure () -> M,
    default usual: Value? = nil
  ) throws -> Value {
    if let given { return given }
    if let text = try text(at: location, of: message()), let value = Value(addressPart: text) { return value }
    if let usual { return usual }
    throw AsyncAPIError(
      .invalidParameter, message: M.name,
      detail:
        "The parameter '\(name)' is not given, and nothing that could be its value stands at \(location.expression).")
  }

  private func text<M: Message>(at location: ValueLocation, of message: M) throws -> String? {
    let codecs = configuration.codecs
    switch location {
    case .header:
      guard M.Headers.self != NoHeaders.self else { return nil }
      let headers = try HeaderEncoder(json: codecs.json).encode(message.headers)
      return location.value(headers: headers, payload: [], codecs: codecs)
    case .payload:
      let payload = try codecs.codec(for: M.contentType).encode(message.payload)
      return location.value(headers: [:], payload: payload, codecs: codecs)
    }
  }
}

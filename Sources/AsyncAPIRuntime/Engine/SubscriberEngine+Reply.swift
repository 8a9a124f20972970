@_spi(Generated) extension SubscriberEngine {
  /// Publishes the reply to a request.
  ///
  /// It goes to what stands in the request where `replyTo` says, else to the reply address among the transport's own
  /// fields, else to `fallbackAddress`. It carries the request's correlation identifier in the transport's field, and in
  /// the header that `correlation` names; in a payload it is the handler's to write.
  public func reply<M: Message, C: Channel>(
    _ message: M, to incoming: Incoming<C>, replyTo: ValueLocation?, correlation: ValueLocation?,
    fallbackAddress: String?, operation: String
  ) async throws {
    let raw = incoming.raw
    guard let publisher else {
      throw AsyncAPIError(
        .unsupported, operation: operation, channel: C.name, address: raw.address, message: M.name,
        detail: "The transport of this subscriber cannot publish replies.")
    }
    let stated = replyTo?.value(headers: raw.headers, payload: raw.payload, codecs: configuration.codecs)
    guard let address = stated ?? raw.replyTo ?? fallbackAddress else {
      throw AsyncAPIError(
        .missingReplyAddress, operation: operation, channel: C.name, address: raw.address, message: M.name,
        detail: "The request does not say where its reply goes\(replyTo.map { ", neither at \($0.expression)" } ?? "")."
      )
    }
    let context = PublishContext(operation: operation, channel: C.name, message: M.name)
    var outbound = try publisher.encode(message, to: address, context: context, options: PublishOptions())
    let carried = correlation?.value(headers: raw.headers, payload: raw.payload, codecs: configuration.codecs)
    if let correlationID = carried ?? raw.correlationID {
      outbound.correlationID = correlationID
      correlation?.write(correlationID, into: &outbound.headers)
    }
    _ = try await publisher.publish(outbound, context: context)
  }
}

import Instrumentation
import Metrics
import Tracing

/// Puts spans around what an engine does, and counts it.
struct Observer: Sendable {
  let observability: Observability
  private let metrics = MessagingMetrics()

  init(_ observability: Observability) { self.observability = observability }

  /// Sends within a span whose context travels in the headers.
  nonisolated(nonsending) func sending(
    _ message: OutboundMessage, _ context: PublishContext,
    _ send: nonisolated(nonsending) (OutboundMessage) async throws -> PublishReceipt
  ) async throws -> PublishReceipt {
    let tracer = observability.activeTracer
    let factory = observability.activeMetrics
    if tracer == nil, factory == nil { return try await send(message) }

    let attributes = MessagingAttributes(
      kind: .send, system: observability.system, operation: context.operation, channel: context.channel,
      message: context.message)
    let start = ContinuousClock.now
    var message = message
    let span = tracer?.startAnySpan(attributes.spanName, ofKind: .producer)
    if let tracer, let span {
      span.describe(attributes, address: message.address, size: message.payload.count)
      tracer.inject(span.context, into: &message.headers, using: HeaderCarrier())
    }
    defer { span?.end() }
    do {
      let receipt = try await send(message)
      if let factory { metrics.record(attributes, start.duration(to: .now), error: nil, by: factory) }
      return receipt
    } catch {
      let kind = (error as? AsyncAPIError)?.code.description ?? "\(type(of: error))"
      span?.fail(kind)
      if let factory { metrics.record(attributes, start.duration(to: .now), error: kind, by: factory) }
      throw error
    }
  }

  /// Processes within a span that goes on from the sender's.
  func processing(
    _ message: InboundMessage, _ context: ReceiveContext, _ process: (InboundMessage) async -> Disposition
  ) async -> Disposition {
    guard let processing = beginProcessing(message, operation: context.operation, channel: context.channel) else {
      return await process(message)
    }
    let disposition = await processing.within { await process(message) }
    processing.end(disposition)
    return disposition
  }

  /// Nil where nobody observes.
  func beginProcessing(_ message: InboundMessage, operation: String, channel: String) -> Processing? {
    let tracer = observability.activeTracer
    let factory = observability.activeMetrics
    if tracer == nil, factory == nil { return nil }
    let attributes = MessagingAttributes(
      kind: .process, system: observability.system, operation: operation, channel: channel, message: nil)
    return Processing(message, attributes, tracer: tracer, factory: factory, metrics: metrics)
  }
}

extension Span {
  func describe(_ attributes: MessagingAttributes, address: String, size: Int) {
    for (name, value) in attributes.all { self.attributes[name] = value }
    self.attributes["messaging.destination.name"] = address
    self.attributes["messaging.message.body.size"] = size
  }

  func fail(_ kind: String) {
    attributes["error.type"] = kind
    setStatus(SpanStatus(code: .error))
  }
}

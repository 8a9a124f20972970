import Instrumentation
import Metrics
import ServiceContextModule
import Tracing

/// What is observed of one message from when it is handed out until it is settled.
struct Processing: Sendable {
  private let attributes: MessagingAttributes
  private let start = ContinuousClock.now
  private let span: (any Span)?
  private let factory: (any MetricsFactory)?
  private let metrics: MessagingMetrics
  private let recognized = RecognizedMessage()

  /// Begins a span that goes on from the sender's, and is linked to it.
  init(
    _ message: InboundMessage, _ attributes: MessagingAttributes, tracer: (any Tracer)?,
    factory: (any MetricsFactory)?, metrics: MessagingMetrics
  ) {
    self.attributes = attributes
    self.factory = factory
    self.metrics = metrics
    span = tracer.map { tracer in
      var sender = ServiceContext.topLevel
      tracer.extract(message.headers, into: &sender, using: HeaderCarrier())
      let span = tracer.startAnySpan(attributes.spanName, context: sender, ofKind: .consumer)
      span.describe(attributes, address: message.address, size: message.payload.count)
      if !sender.isEmpty { span.addLink(SpanLink(context: sender, attributes: [:])) }
      return span
    }
  }

  /// Decodes, and notes what the message is.
  func recognizing<R>(_ decode: () throws -> R) rethrows -> R {
    try RecognizedMessage.$current.withValue(recognized, operation: decode)
  }

  /// Processes within the span.
  func within(_ process: () async -> Disposition) async -> Disposition {
    await RecognizedMessage.$current.withValue(recognized) {
      guard let span else { return await process() }
      return await ServiceContext.withValue(span.context) { await process() }
    }
  }

  func end(_ disposition: Disposition) {
    let failure = disposition == .accept ? nil : disposition.kind
    var attributes = attributes
    attributes.message = recognized.name
    if let span {
      if let message = attributes.message { span.attributes["asyncapi.message"] = message }
      span.attributes["asyncapi.disposition"] = disposition.kind
      if let failure { span.fail(failure) }
      span.end()
    }
    if let factory { metrics.record(attributes, start.duration(to: .now), error: failure, by: factory) }
  }
}

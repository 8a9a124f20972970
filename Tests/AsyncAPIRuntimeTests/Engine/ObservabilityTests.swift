@_spi(Generated) import AsyncAPIRuntime
import AsyncAPITesting
import InMemoryTracing
import Metrics
import MetricsTestKit
import Testing
import Tracing

@Suite(.timeLimit(.minutes(2))) struct ObservabilityTests {
  let broker = RecordingBroker()
  let tracer = InMemoryTracer()
  let metrics = TestMetrics()

  @Test("What is received is in the sender's trace, linked to it, and named after the document")
  func spans() async throws {
    let configuration = Configuration(observability: Observability(tracer: tracer, system: "memory"))
    try await broker.withNotes(configuration) { _ in
    } _: {
      try await broker.publish(note: "x", configuration)
      try await broker.waitUntilIdle()
    }
    let sent = try #require(tracer.finishedSpans.first { $0.operationName == "send notes" })
    let processed = try #require(tracer.finishedSpans.first { $0.operationName == "process notes" })
    #expect(sent.kind == .producer)
    #expect(processed.kind == .consumer)
    #expect(processed.traceID == sent.traceID)
    #expect(processed.parentSpanID == sent.spanID)
    #expect(processed.links.count == 1)
    #expect(sent.attributes.get("asyncapi.message") == .string("note"))
    #expect(sent.attributes.get("messaging.system") == .string("memory"))
    #expect(processed.attributes.get("asyncapi.operation") == .string("receive"))
    #expect(processed.attributes.get("asyncapi.message") == .string("note"))
  }

  @Test("A message that is pulled has a span from when it is handed out until it is settled, also where it fails")
  func pulled() async throws {
    let configuration = Configuration(
      failurePolicy: .reacting(failed: .deadLetter), observability: Observability(tracer: tracer, metrics: metrics))
    let engine = SubscriberEngine(transport: broker, configuration: configuration)
    await #expect(throws: Failure.self) {
      try await engine.pull(
        operation: "receive", on: TextNotes.self, pattern: AddressPattern(address: "notes"),
        as: { try $0.decode(TextNote.self) }
      ) { messages in
        for text in ["a", "b"] { try await broker.publish(note: text, configuration) }
        try await broker.publish(bytes: Array("{".utf8), to: "notes")
        _ = try await messages.next()
        #expect(tracer.finishedSpans.allSatisfy { $0.kind == .producer })
        _ = try await messages.next()
        throw Failure()
      }
    }
    let spans = tracer.finishedSpans.filter { $0.operationName == "process notes" }
    #expect(
      spans.map { $0.attributes.get("asyncapi.disposition") } == [.string("accept"), .string("dead-letter")])
    #expect(spans.allSatisfy { $0.attributes.get("asyncapi.message") == .string("note") && $0.links.count == 1 })
    let consumed = metrics.counters.filter { $0.label == "messaging.client.consumed.messages" }
    #expect(consumed.map(\.totalValue).sorted() == [1, 1])
  }

  @Test("A message that does not decode has a span without a name")
  func undecodable() async throws {
    let configuration = Configuration(observability: Observability(tracer: tracer))
    try await broker.withNotes(configuration) { _ in
    } _: {
      try await broker.publish(bytes: Array("{".utf8), to: "notes")
      try await broker.waitUntilIdle()
    }
    let span = try #require(tracer.finishedSpans.first)
    #expect(span.attributes.get("asyncapi.message") == nil)
    #expect(span.attributes.get("asyncapi.disposition") == .string("dead-letter"))
  }

  @Test("A failed message marks its span as an error")
  func failedSpan() async throws {
    let configuration = Configuration(
      failurePolicy: .reacting(failed: .deadLetter), observability: Observability(tracer: tracer))
    try await broker.withNotes(configuration) { _ in
      throw Failure()
    } _: {
      try await broker.publish(note: "x")
      try await broker.waitUntilIdle()
    }
    let span = try #require(tracer.finishedSpans.first)
    #expect(span.status?.code == .error)
    #expect(span.links.isEmpty)
  }

  @Test("Messages are counted by names of the document, never by address")
  func counted() async throws {
    let configuration = Configuration(observability: Observability(metrics: metrics))
    try await broker.withNotes(configuration) { _ in
    } _: {
      for number in 0..<3 { try await broker.publish(note: "\(number)", configuration) }
      try await broker.waitUntilIdle()
    }
    let consumed = metrics.counters.filter { $0.label == "messaging.client.consumed.messages" }
    #expect(consumed.count == 1)
    #expect(consumed.first?.totalValue == 3)
    let dimensions = consumed.first?.dimensions.map(\.0) ?? []
    #expect(dimensions.contains("asyncapi.operation"))
    #expect(!dimensions.contains("messaging.destination.name"))
    #expect(metrics.recorders.contains { $0.label == "messaging.client.operation.duration" })
  }
}

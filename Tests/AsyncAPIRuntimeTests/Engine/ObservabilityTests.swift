import AsyncAPIRuntime
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

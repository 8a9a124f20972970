public import Metrics
public import Tracing

/// Where spans and metrics go. By default to what the process has bootstrapped, which costs next to nothing where that is
/// nothing.
public struct Observability: Sendable {
  /// Makes spans; nil: the tracer of the process.
  public var tracer: (any Tracer)?
  /// Makes metrics; nil: the factory of the process.
  public var metrics: (any MetricsFactory)?
  /// What carries the messages, as OpenTelemetry names it (`kafka`, `rabbitmq`); nil: it is not said.
  public var system: String?

  /// Where spans and metrics go.
  public init(tracer: (any Tracer)? = nil, metrics: (any MetricsFactory)? = nil, system: String? = nil) {
    self.tracer = tracer
    self.metrics = metrics
    self.system = system
  }

  /// Nil where no backend listens.
  var activeTracer: (any Tracer)? {
    if let tracer { return tracer }
    let tracer = InstrumentationSystem.tracer
    return tracer is NoOpTracer ? nil : tracer
  }

  /// Nil where no backend listens.
  var activeMetrics: (any MetricsFactory)? {
    if let metrics { return metrics }
    let factory = MetricsSystem.factory
    return factory is NOOPMetricsHandler ? nil : factory
  }
}

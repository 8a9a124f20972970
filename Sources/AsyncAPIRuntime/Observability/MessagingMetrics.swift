import Metrics
import Synchronization

/// The metrics of one engine, made when they are first needed.
final class MessagingMetrics: Sendable {
  private struct Key: Hashable {
    var attributes: MessagingAttributes
    var error: String?
  }

  private struct Handles {
    var count: Counter
    var duration: Recorder
  }

  private let handles = Mutex<[Key: Handles]>([:])

  /// Counts one message, and records how long it took.
  func record(
    _ attributes: MessagingAttributes, _ duration: Duration, error: String?, by factory: any MetricsFactory
  ) {
    let key = Key(attributes: attributes, error: error)
    let (seconds, attoseconds) = duration.components
    handles.withLock { handles in
      let found = handles[key] ?? Self.handles(key, factory)
      handles[key] = found
      found.count.increment()
      found.duration.record(Double(seconds) + Double(attoseconds) / 1e18)
    }
  }

  private static func handles(_ key: Key, _ factory: any MetricsFactory) -> Handles {
    var dimensions = key.attributes.all
    if let error = key.error { dimensions.append(("error.type", error)) }
    let count, duration: String
    switch key.attributes.kind {
    case .send: (count, duration) = ("messaging.client.sent.messages", "messaging.client.operation.duration")
    case .process: (count, duration) = ("messaging.client.consumed.messages", "messaging.process.duration")
    }
    return Handles(
      count: Counter(label: count, dimensions: dimensions, factory: factory),
      duration: Recorder(label: duration, dimensions: dimensions, aggregate: true, factory: factory))
  }
}

import Logging
import Synchronization

/// Keeps what is logged.
final class CapturedLog: Sendable {
  private let entries = Mutex<[(level: Logger.Level, text: String)]>([])

  var logger: Logger {
    Logger(label: "test") { _ in Handler(log: self) }
  }

  func text(from level: Logger.Level) -> String {
    entries.withLock { $0.filter { $0.level >= level }.map(\.text).joined(separator: "\n") }
  }

  private struct Handler: LogHandler {
    let log: CapturedLog
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      let all = metadata.merging(event.metadata ?? [:]) { $1 }
      log.entries.withLock { $0.append((event.level, "\(event.message) \(all)")) }
    }
  }
}

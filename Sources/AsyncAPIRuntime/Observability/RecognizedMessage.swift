import Synchronization

/// Which message of the document the one being processed turned out to be. Only there where somebody observes.
final class RecognizedMessage: Sendable {
  @TaskLocal static var current: RecognizedMessage?

  private let recorded = Mutex<String?>(nil)

  var name: String? { recorded.withLock { $0 } }

  func note(_ name: String) { recorded.withLock { $0 = name } }
}

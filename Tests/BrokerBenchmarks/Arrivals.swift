import AsyncAPIRuntime
import Synchronization

/// Counts, and says when the first and when all are there.
final class Arrivals: Load.Application.Handler {
  private let expected: Int
  private let count = Atomic(0)
  let first = Promise<Void>()
  let last = Promise<Void>()

  init(_ expected: Int) { self.expected = expected }

  func receiveBlock(
    _ message: Load.Messages.Block, context: MessageContext<Load.Channels.Blocks>
  ) async throws { arrived() }

  func receiveReading(
    _ message: Load.Messages.Reading, context: MessageContext<Load.Channels.Readings>
  ) async throws { arrived() }

  private func arrived() {
    let count = count.add(1, ordering: .relaxed).newValue
    if count == 1 { first.resolve(.success(())) }
    if count == expected { last.resolve(.success(())) }
  }
}

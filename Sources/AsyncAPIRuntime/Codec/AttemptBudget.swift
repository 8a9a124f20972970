import Synchronization

/// How often the members of unions may be tried while one payload is decoded.
///
/// A member that holds the union itself is decoded to its end before it turns out to be the wrong one, so that the
/// attempts double with each level: without a bound, a few hundred bytes would keep a subscriber busy for hours.
final class AttemptBudget: Sendable {
  @TaskLocal static var current: AttemptBudget?

  private let remaining: Atomic<Int>

  /// - Parameter bytes: the payload's size, with which honest attempts grow
  init(forPayloadOf bytes: Int) {
    remaining = Atomic(1000 + 8 * bytes)
  }

  var isExhausted: Bool { remaining.load(ordering: .relaxed) < 0 }

  /// - Throws: `DecodingError` once too much has been tried; what is being tried then fails at once
  func spend(at codingPath: [any CodingKey]) throws {
    if remaining.subtract(1, ordering: .relaxed).newValue < 0 { throw Self.exhausted(at: codingPath) }
  }

  static func exhausted(at codingPath: [any CodingKey]) -> DecodingError {
    .dataCorrupted(
      .init(
        codingPath: codingPath,
        debugDescription: "Too many alternatives had to be tried; the payload fits none of them well."))
  }
}

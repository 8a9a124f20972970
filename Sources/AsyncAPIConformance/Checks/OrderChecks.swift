import AsyncAPIRuntime
import Synchronization

extension ConformanceCheck {
  static let order = [orderKept, keyOrderKept, workersShareSource]

  static let orderKept = ConformanceCheck(
    "order-kept", "Messages arrive in the order in which they were published", requires: .order
  ) { context in
    let address = try await context.address("a")
    let member = try await context.subscribe(to: address, prefetch: context.configuration.volume)
    let published = (0..<context.configuration.volume).map { "\($0)" }
    for text in published { try await context.publish(text, to: address) }
    let arrived = try await member.accepted(published.count)
    try require(arrived == published, "The order was \(arrived).")
  }

  static let keyOrderKept = ConformanceCheck(
    "key-order-kept", "Within a group, messages of one key arrive in order and never at two members at a time",
    requires: [.keyOrder, .groups, .keys]
  ) { context in
    let address = try await context.address("a")
    let volume = context.configuration.volume
    let keys = ["a", "b", "c", "d", "e"]
    var members: [Member] = []
    for _ in 0..<2 {
      members.append(try await context.subscribe(to: address, prefetch: volume, group: context.group()))
    }
    let log = KeyLog()
    let readers = members.map { member in
      Task {
        while let arrival = try await Member.next(member.source) {
          try log.began(arrival)
          // Long enough for the other member to get the next one, if it may.
          try await Task.sleep(for: .milliseconds(2))
          log.ended(arrival)
          try await arrival.settle(.accept)
        }
      }
    }
    defer { for reader in readers { reader.cancel() } }
    let publisher = Task {
      // One key after the other, so that who gets it wrong has two of a key at a time.
      for key in keys {
        for number in 0..<volume { try await context.publish("\(number)", to: address, key: key) }
      }
    }
    defer { publisher.cancel() }
    let expected = Dictionary(uniqueKeysWithValues: keys.map { ($0, volume - 1) })
    try await context.eventually { log.last == expected || log.failure != nil }
    if let failure = log.failure { throw failure }
    try require(log.last == expected, "Of \(volume) messages for each key, the last that came were \(log.last).")
  }

  static let workersShareSource = ConformanceCheck(
    "workers-share-source", "Workers that share a subscription each get other messages"
  ) { context in
    let address = try await context.address("a")
    let member = try await context.subscribe(to: address)
    let volume = context.configuration.volume
    let seen = Tally()
    let workers = (0..<4).map { _ in
      Task {
        while let arrival = try await Member.next(member.source) {
          seen.count(arrival.text)
          try await arrival.settle(.accept)
        }
      }
    }
    defer { for worker in workers { worker.cancel() } }
    for number in 0..<volume { try await context.publish("\(number)", to: address) }
    try await context.eventually { seen.counts.count == volume }
    try await Task.sleep(for: context.configuration.quietTime)
    let counts = seen.counts
    try require(counts.count == volume, "\(volume) messages were published and \(counts.count) of them arrived.")
    let repeated = counts.filter { $0.value > 1 }.keys.sorted()
    try require(repeated.isEmpty, "These came to more than one worker: \(repeated).")
  }
}

/// How often each message came.
private final class Tally: Sendable {
  private let state = Mutex<[String: Int]>([:])

  var counts: [String: Int] { state.withLock { $0 } }

  func count(_ text: String) { state.withLock { $0[text, default: 0] += 1 } }
}

/// What came of each key so far.
private final class KeyLog: Sendable {
  private struct State {
    var last: [String: Int] = [:]
    var inHand: [String: Int] = [:]
    var failure: Unmet?
  }

  private let state = Mutex(State())

  var last: [String: Int] { state.withLock { $0.last } }
  var failure: Unmet? { state.withLock { $0.failure } }

  func began(_ arrival: Arrival) throws {
    let key = String(decoding: arrival.message.key ?? [], as: UTF8.self)
    let number = Int(arrival.text) ?? 0
    try state.withLock { state in
      let last = state.last[key] ?? -1
      if let other = state.inHand[key] {
        state.failure = Unmet("Message \(number) of key '\(key)' came while message \(other) was in hand elsewhere.")
      } else if number > last + 1 {
        state.failure = Unmet("Message \(number) of key '\(key)' came after message \(last).")
      }
      if let failure = state.failure { throw failure }
      // One that comes again is no disorder.
      state.last[key] = max(last, number)
      state.inHand[key] = number
    }
  }

  func ended(_ arrival: Arrival) {
    let key = String(decoding: arrival.message.key ?? [], as: UTF8.self)
    state.withLock { $0.inHand[key] = nil }
  }
}

extension CheckContext {
  /// Waits until this holds, or patience is at its end.
  func eventually(_ condition: @Sendable () -> Bool) async throws {
    let clock = ContinuousClock()
    let deadline = clock.now + configuration.patience
    while !condition(), clock.now < deadline { try await Task.sleep(for: .milliseconds(5)) }
  }
}

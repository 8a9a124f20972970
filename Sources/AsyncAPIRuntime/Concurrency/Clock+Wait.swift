extension Clock where Duration == Swift.Duration {
  /// Waits, for 136 years at most: clocks trap when a deadline is beyond what they can count.
  func wait(for duration: Swift.Duration) async throws {
    try await sleep(for: min(duration, .seconds(1 << 32)))
  }
}

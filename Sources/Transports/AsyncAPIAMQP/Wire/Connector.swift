#if AMQP
  import AsyncAPIRuntime

  /// Connects, and connects again after growing pauses.
  struct Connector {
    private let configuration: AMQPConfiguration
    private let firstDeadline: ContinuousClock.Instant
    private var pause = Duration.milliseconds(100)
    private var next = ContinuousClock.now
    private var wasConnected = false
    private(set) var lastError: AsyncAPIError?

    init(_ configuration: AMQPConfiguration) {
      self.configuration = configuration
      firstDeadline = .now + configuration.connectTimeout
    }

    /// How long until the next attempt.
    var wait: Duration { max(.zero, next - .now) }

    /// A connection; `nil` where it is not time, or it did not come about.
    mutating func attempt() -> Wire? {
      guard wait == .zero else { return nil }
      do {
        let wire = try Wire.connected(configuration, within: min(configuration.connectTimeout, .seconds(5)))
        wasConnected = true
        pause = .milliseconds(100)
        lastError = nil
        return wire
      } catch {
        lastError = error as? AsyncAPIError ?? AsyncAPIError(.connectionFailed, detail: "\(error)", cause: error)
        next = .now + pause
        pause = min(pause * 2, configuration.reconnectInterval)
        return nil
      }
    }

    /// Whether there is no hope: the server refuses, or there has been none in time.
    var failure: AsyncAPIError? {
      guard let lastError else { return nil }
      if lastError.code == .authenticationFailed { return lastError }
      return !wasConnected && ContinuousClock.now >= firstDeadline ? lastError : nil
    }

    /// The connection was lost; the next attempt is made at once.
    mutating func lose() { next = .now }
  }
#endif

public import AsyncAPIRuntime

/// What the checks cannot do through the protocols of a transport. A check whose hook is missing is skipped.
public struct ConformanceHooks<Transport: Sendable>: Sendable {
  /// Makes the broker know an address before it is used, where it must.
  public var prepare: (@Sendable (_ transport: Transport, _ address: String) async throws -> Void)?
  /// The dead letters of messages that were published to an address.
  public var deadLetters: (@Sendable (_ transport: Transport, _ address: String) async throws -> [InboundMessage])?
  /// Cuts the connection to the broker, as a network would.
  public var disconnect: (@Sendable (_ transport: Transport) async throws -> Void)?
  /// Lets connections through again.
  public var reconnect: (@Sendable (_ transport: Transport) async throws -> Void)?

  /// Hooks.
  public init(
    prepare: (@Sendable (_ transport: Transport, _ address: String) async throws -> Void)? = nil,
    deadLetters: (@Sendable (_ transport: Transport, _ address: String) async throws -> [InboundMessage])? = nil,
    disconnect: (@Sendable (_ transport: Transport) async throws -> Void)? = nil,
    reconnect: (@Sendable (_ transport: Transport) async throws -> Void)? = nil
  ) {
    self.prepare = prepare
    self.deadLetters = deadLetters
    self.disconnect = disconnect
    self.reconnect = reconnect
  }
}

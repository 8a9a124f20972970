/// Stands for the handler of a subscriber that is pulled.
public struct NoHandler: Sendable {
  /// No handler.
  @_spi(Generated) public init() {}
}

public import AsyncAPIRuntime

/// A subscription of a `FaultyTransport`.
public struct FaultySubscription: DeliverySource {
  let base: any DeliverySource
  let connection: FaultyConnection
  let settler: FaultySettler

  /// The next delivery, waiting while the connection is lost; nil at the end.
  public func next() async throws -> Delivery? {
    while true {
      try await connection.waitUntilThere()
      guard let delivery = try await base.next() else { return nil }
      let message = delivery.message
      // The connection may have been lost while it came.
      guard let token = connection.take(delivery) else { continue }
      return Delivery(message, token: token, settler: settler)
    }
  }

  /// Ends the subscription.
  public func stop() { base.stop() }
}

/// Settles through a connection that may be lost.
final class FaultySettler: DeliverySettling {
  private let connection: FaultyConnection
  private let plan: FaultPlan

  init(_ connection: FaultyConnection, _ plan: FaultPlan) {
    self.connection = connection
    self.plan = plan
  }

  func settle(_ token: UInt64, _ disposition: Disposition) async throws {
    guard let delivery = connection.release(token)?.take() else {
      throw AsyncAPIError(
        .subscriptionFailed, detail: "The connection was lost before the message was settled; it comes again.")
    }
    if plan.settlementFails() {
      plan.count(.settlementFailure)
      // Forgetting the delivery gives it back.
      throw AsyncAPIError(.subscriptionFailed, detail: "Settling failed, as it was told to; the message comes again.")
    }
    try await delivery.settle(disposition)
  }

  func abandon(_ token: UInt64) { _ = connection.release(token)?.take() }
}

import AsyncAPIRuntime

/// The transport that is looked at, and what it is held to.
struct Subject: Sendable {
  let transport: any PublisherTransport & SubscriberTransport
  let capabilities: TransportCapabilities
  let prepare: (@Sendable (String) async throws -> Void)?
  let deadLetters: (@Sendable (String) async throws -> [InboundMessage])?
  let disconnect: (@Sendable () async throws -> Void)?
  let reconnect: (@Sendable () async throws -> Void)?

  init<Transport: PublisherTransport & SubscriberTransport>(
    _ transport: Transport, capabilities: TransportCapabilities?, hooks: ConformanceHooks<Transport>
  ) {
    self.transport = transport
    self.capabilities = capabilities ?? transport.capabilities
    prepare = Self.bound(hooks.prepare, to: transport)
    disconnect = Self.bound(hooks.disconnect, to: transport)
    reconnect = Self.bound(hooks.reconnect, to: transport)
    if let hook = hooks.deadLetters {
      deadLetters = { address in try await hook(transport, address) }
    } else {
      deadLetters = nil
    }
  }

  private static func bound<Transport: Sendable>(
    _ hook: (@Sendable (Transport, String) async throws -> Void)?, to transport: Transport
  ) -> (@Sendable (String) async throws -> Void)? {
    guard let hook else { return nil }
    return { address in try await hook(transport, address) }
  }

  private static func bound<Transport: Sendable>(
    _ hook: (@Sendable (Transport) async throws -> Void)?, to transport: Transport
  ) -> (@Sendable () async throws -> Void)? {
    guard let hook else { return nil }
    return { try await hook(transport) }
  }

  var requester: (any RequestReplyTransport)? { transport as? any RequestReplyTransport }

  var service: (any RuntimeService)? { transport as? any RuntimeService }

  func reasonToSkip(_ check: ConformanceCheck) -> String? {
    let missing = check.capabilities.subtracting(capabilities)
    if !missing.isEmpty { return "the transport does not claim \(missing.names.joined(separator: " and "))" }
    for need in check.needs {
      switch need {
      case .requestReply where requester == nil: return "the transport is no RequestReplyTransport"
      case .service where service == nil: return "the transport is no service, so it cannot be shut down"
      case .deadLetters where deadLetters == nil: return "there is no hook to look at dead letters with"
      case .connection where disconnect == nil || reconnect == nil: return "there are no hooks to disconnect with"
      case .requestReply, .service, .deadLetters, .connection: break
      }
    }
    return nil
  }
}

extension TransportCapabilities {
  fileprivate var names: [String] {
    let all: [(Self, String)] = [
      (.headers, "headers"), (.contentType, "contentType"), (.keys, "keys"), (.replyFields, "replyFields"),
      (.wildcards, "wildcards"), (.fanOut, "fanOut"), (.groups, "groups"), (.order, "order"), (.keyOrder, "keyOrder"),
      (.prefetch, "prefetch"), (.redelivery, "redelivery"), (.delayedRetry, "delayedRetry"),
      (.deliveryCount, "deliveryCount"),
    ]
    return all.filter { contains($0.0) }.map(\.1)
  }
}

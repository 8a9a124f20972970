import AsyncAPIRuntime
import Synchronization

/// What a check works with: a transport, and names that nobody else uses.
final class CheckContext: Sendable {
  let subject: Subject
  let configuration: ConformanceConfiguration
  private let prefix: String
  private let service: RunningService?
  private let members = Mutex<[Member]>([])

  init(_ subject: Subject, _ check: ConformanceCheck, _ configuration: ConformanceConfiguration) {
    self.subject = subject
    self.configuration = configuration
    var generator = SystemRandomNumberGenerator()
    let run = String(generator.next() as UInt64, radix: 36)
    let separator = String(configuration.separator)
    prefix = [configuration.addressPrefix, run, check.name].joined(separator: separator)
    service = subject.service.map { RunningService($0) }
  }

  /// Leaves nothing running, as far as the transport lets go.
  func end() async {
    for member in members.withLock({ $0 }) { try? await member.cancel() }
    await service?.stop(within: configuration.patience)
  }

  // MARK: Names

  var separator: String { String(configuration.separator) }

  /// An address, known to the broker.
  func address(_ levels: String...) async throws -> String {
    let address = ([prefix] + levels).joined(separator: separator)
    try await subject.prepare?(address)
    return address
  }

  func group(_ name: String = "group") -> String { prefix + separator + name }

  /// Addresses that differ in one level, where the pattern is open.
  func pattern(_ before: String, anyThen after: String) -> AddressPattern {
    AddressPattern([
      .literal(prefix + separator + before + separator), .any, .literal(separator + after),
    ])
  }

  // MARK: Subscribing

  func subscribe(
    to address: String, prefetch: Int = 64, group: String? = nil
  ) async throws -> Member {
    try await subscribe(to: AddressPattern([.literal(address)]), prefetch: prefetch, group: group)
  }

  func subscribe(to pattern: AddressPattern, prefetch: Int = 64, group: String? = nil) async throws -> Member {
    let request = SubscriptionRequest(pattern: pattern, prefetch: prefetch, group: group)
    let member = try await Member(subject.transport, request, configuration)
    members.withLock { $0.append(member) }
    return member
  }

  /// The next delivery that comes to one of these, and to which.
  func arrival(atOneOf members: [Member]) async throws -> (Int, Arrival) {
    let deadline = ContinuousClock.now + configuration.patience
    while ContinuousClock.now < deadline {
      for (index, member) in members.enumerated() {
        let arrival = try await within(.milliseconds(100)) { try await Member.next(member.source) }
        if let arrival, let arrival { return (index, arrival) }
      }
    }
    throw Unmet("No message came within \(configuration.patience).")
  }

  // MARK: Publishing

  func publish(_ text: String, to address: String, key: String? = nil) async throws {
    var message = OutboundMessage(address: address, payload: Array(text.utf8), contentType: "text/plain")
    message.key = key.map { Array($0.utf8) }
    try await publish(message)
  }

  func publish(_ message: OutboundMessage) async throws {
    try await bounded(by: configuration.patience, "A publish did not end") { [subject] in
      _ = try await subject.transport.publish(message)
    }
  }

  /// Publishes where nobody may listen. A broker may refuse that, but must not let the publisher wait.
  func publishToNobody(_ text: String, to address: String) async throws {
    do {
      try await publish(text, to: address)
    } catch let unmet as Unmet {
      throw unmet
    } catch {}
  }

  // MARK: Requests

  func request(
    _ text: String, to address: String, replyAddress: String? = nil, timeout: Duration? = nil
  ) async throws -> InboundMessage {
    guard let requester = subject.requester else { throw Unmet("The transport is no RequestReplyTransport.") }
    var generator = SystemRandomNumberGenerator()
    let expectation = ReplyExpectation(
      address: replyAddress, correlationID: String(generator.next() as UInt64, radix: 36))
    let message = OutboundMessage(address: address, payload: Array(text.utf8), contentType: "text/plain")
    return try await requester.request(message, reply: expectation, timeout: timeout ?? configuration.patience)
  }

  /// Publishes the answer to a request.
  func reply(_ text: String, to request: Arrival, correlationID: String? = nil) async throws {
    guard let address = request.message.replyTo else {
      throw Unmet("The request came without an address for its reply.")
    }
    guard let id = request.message.correlationID else { throw Unmet("The request came without an identifier.") }
    var message = OutboundMessage(address: address, payload: Array(text.utf8), contentType: "text/plain")
    message.correlationID = correlationID ?? id
    try await publish(message)
  }

  // MARK: Shutting down

  /// Asks the transport to shut down.
  func shutDown() async { await service?.shutDown() }

  /// Waits for the end of the transport's `run`.
  func expectEndOfRun() async throws {
    try await bounded(by: configuration.patience, "run() did not return after graceful shutdown") { [service] in
      try await service?.ended()
    }
  }
}

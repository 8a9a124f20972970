import AsyncAPIRuntime
import Testing

/// What fails here: a message that fits nothing is lost without a trace.
struct UnknownMessageTests {
  @Test("A message that the document does not know is kept as a dead letter, unless somebody says otherwise")
  func kept() {
    let message = InboundMessage(address: "a", payload: [])
    let error = AsyncAPIError.unknownMessage(operation: "receive", address: "a")
    for policy in [FailurePolicy(), .reacting(undecodable: .skip, failed: .skip)] {
      guard case .deadLetter = policy.unknown(error, message) else {
        Issue.record("\(policy.unknown(error, message))")
        continue
      }
    }
  }
}

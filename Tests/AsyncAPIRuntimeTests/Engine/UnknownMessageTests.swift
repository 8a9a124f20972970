import Testing

@_spi(Generated) @testable import AsyncAPIRuntime

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

  @Test("Why it is none of the messages stands in one sentence, the first three and how many there are besides")
  func reasons() {
    let errors = ["full", "brief", "terse", "empty"].map { name in
      AsyncAPIError.undecodable(
        DecodingError.keyNotFound(Key(stringValue: "id"), .init(codingPath: [], debugDescription: "")),
        message: name, address: "a")
    }
    let error = AsyncAPIError.unknownMessage(operation: "receive", address: "a", decodingErrors: errors)
    #expect(
      error.detail
        == "The message is none of those that the document names for the operation: 'full' does not fit, as 'id' is missing at the top; 'brief' does not fit, as 'id' is missing at the top; 'terse' does not fit, as 'id' is missing at the top; and 1 more."
    )
  }
}

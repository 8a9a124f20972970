import AsyncAPIRuntime
import AsyncAPITesting
import Testing

/// What fails here: a test of a user's gets no sample of a message, or another one than the document has.
struct ExampleTests {
  @Test("The document's examples are messages to test with")
  func samples() async throws {
    let samples = try Validated.Messages.Placed.samples()
    #expect(samples.count == 2)
    #expect(samples.first?.payload.lines == [.init(sku: "ABC-1", quantity: 2, price: 9.5)])
    #expect(samples.first?.headers.trace == "0a1b")
    #expect(samples.last?.payload.status == .unknown("a \"new\" one"))
    #expect(samples.last?.headers.trace == nil)
    #expect(try Validated.Messages.Placed.sample() == samples.first)
    #expect(try Validated.Messages.Placed.sample(named: "one line") == samples.first)
  }

  @Test("An example that is not there is named with those that are")
  func missing() throws {
    let error = #expect(throws: AsyncAPIError.self) { try Validated.Messages.Placed.sample(named: "two lines") }
    #expect(
      error?.detail == "The document has no example 'two lines' of the message; it has 'one line'.")
  }

  @Test("An example that is no such message is named, with what is wrong with it")
  func wrong() throws {
    struct Wrong: ExemplifiedMessage {
      static let name = "wrong"
      static let contentType = "application/json"
      static let examples = [MessageExample(payload: "1"), MessageExample(payload: #"{"lines": 1}"#)]
      var payload: Int
      var headers: NoHeaders
    }
    let error = #expect(throws: AsyncAPIError.self) { try Wrong.samples() }
    #expect(error?.code == .undecodable)
    #expect(error?.message == "wrong")
    #expect(
      error?.detail.hasPrefix("Example 2 of the document: The message does not decode: ") == true, "\(error as Any)")
  }
}

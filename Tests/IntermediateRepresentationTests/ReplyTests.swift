import IntermediateRepresentation
import TemplateRenderer
import Testing

@Suite struct ReplyTests {
  private func reply(_ text: String, answers: String) throws -> (reply: ReplyDeclaration?, snippet: Snippet) {
    let snippet = try Snippet(
      """
      channels:
        ask: {address: ask, messages: {question: {payload: {type: string}, correlationId: {location: '$message.header#/id'}}}}
        answers: {address: answers, messages: \(answers)}
      operations:
        quote:
          action: send
          channel: {$ref: '#/channels/ask'}
          reply: \(text)
      """)
    return (try snippet.side(.application).publishes.first?.reply, snippet)
  }

  @Test("A reply goes to its channel, and is found by the correlation id of the request")
  func one() throws {
    let (reply, _) = try reply(
      "{channel: {$ref: '#/channels/answers'}}", answers: "{answer: {payload: {type: number}}}")
    #expect(
      try json(reply)
        == #"{"address":"answers","correlationID":{"pointer":"/id","source":"header"},"messages":[{"match":"#
        + #"{"contentType":"application/json","kinds":["number"],"ownKeys":[],"requiredKeys":[],"values":[]},"message":"#
        + #""Messages.Answer","name":"answer"}],"selection":{"only":{}}}"#)
  }

  @Test("Where the request says the address, the channel's own counts for nothing")
  func addressLocation() throws {
    let (reply, _) = try reply(
      "{address: {location: '$message.header#/replyTo'}, channel: {$ref: '#/channels/answers'}}",
      answers: "{answer: {payload: {type: number}}}")
    #expect(reply?.address == nil)
    #expect(try json(reply?.addressLocation) == #"{"pointer":"/replyTo","source":"header"}"#)
  }

  @Test("Several replies are an enum of their own")
  func several() throws {
    let (reply, _) = try reply(
      "{channel: {$ref: '#/channels/answers'}}",
      answers: "{yes: {payload: {type: number}}, unknown: {payload: {type: string}}}")
    #expect(reply?.messagesType == TypeName(["QuoteReply"]))
    #expect(reply?.messages.map(\.name) == ["yes", "unknownValue"])
  }

  @Test("A reply without messages is left out, and that is said")
  func none() throws {
    let (reply, snippet) = try reply("{channel: {$ref: '#/channels/answers'}}", answers: "{}")
    #expect(reply == nil)
    #expect(snippet.findings == ["10:12 reply-without-messages"])
  }

  @Test("The Swift of a request gives the payload of its reply")
  func swift() throws {
    let (_, snippet) = try reply(
      "{channel: {$ref: '#/channels/answers'}}", answers: "{answer: {payload: {type: number}}}")
    #expect(
      try snippet.swift(.application, "nonisolated(nonsending) func quote(") == """
        nonisolated(nonsending) func quote(
          _ payload: String,
          timeout: Swift.Duration = .seconds(30),
          options: AsyncAPIRuntime.PublishOptions = .init()
        ) async throws -> Double {
          try await self.engine.request(
            Shop.Messages.Question(payload: payload),
            to: Shop.Channels.Ask.address(AsyncAPIRuntime.NoParameters()),
            operation: "quote", channel: "ask", expecting: Shop.Messages.Answer.self,
            replyAddress: "answers", replyTo: nil, correlation: .header(pointer: "/id"),
            timeout: timeout, options: options
          ).payload
        }
        """)
  }
}

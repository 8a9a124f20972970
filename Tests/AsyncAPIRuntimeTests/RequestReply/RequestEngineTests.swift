@_spi(Generated) import AsyncAPIRuntime
import AsyncAPITesting
import Testing

private struct Question: Codable, Hashable, Sendable {
  struct Meta: Codable, Hashable, Sendable {
    var id: String?
    var answerAt: String?
  }
  var text: String
  var meta = Meta()
}

private struct Ask: Message {
  static let name = "ask"
  static let contentType = "application/json"
  var payload: Question
  init(payload: Question, headers: NoHeaders = NoHeaders()) { self.payload = payload }
}

private enum Questions: Channel {
  static let name = "questions"
  static func address(_ parameters: NoParameters) throws -> String { "questions" }
  static func parameters(of address: String) -> NoParameters? { NoParameters() }
}

/// The engine's part: where the document says that the correlation identifier and the reply address travel.
@Suite(.timeLimit(.minutes(2))) struct RequestEngineTests {
  let broker = RecordingBroker()

  private func ask(
    _ question: Question, replyTo: ValueLocation?, correlation: ValueLocation?, replyAddress: String? = nil,
    options: PublishOptions = PublishOptions()
  ) async throws -> Question {
    try await PublisherEngine(requesting: broker, configuration: Configuration()).request(
      Ask(payload: question), to: "questions", operation: "ask", channel: "questions", expecting: Ask.self,
      replyAddress: replyAddress, replyTo: replyTo, correlation: correlation, timeout: .seconds(60), options: options
    ).payload
  }

  /// Answers every question with its own text and meta data.
  private func withAnswers<R>(
    replyTo: ValueLocation?, correlation: ValueLocation?, fallback: String? = nil, _ body: () async throws -> R
  ) async throws -> R {
    let engine = SubscriberEngine(replying: broker, configuration: Configuration())
    return try await withRunning({
      try await engine.run { consumptions in
        consumptions.consume("ask", on: Questions.self, AddressPattern(address: "questions")) { incoming in
          var question = try incoming.decode(Ask.self).payload
          question.text = "answer to \(question.text)"
          try await engine.reply(
            Ask(payload: question), to: incoming, replyTo: replyTo, correlation: correlation,
            fallbackAddress: fallback, operation: "ask")
        }
      }
    }) {
      try await engine.ready()
      return try await body()
    }
  }

  @Test("Identifier and address travel in the transport's own fields where the document says nothing")
  func transportFields() async throws {
    try await withAnswers(replyTo: nil, correlation: nil) {
      let answer = try await ask(Question(text: "1"), replyTo: nil, correlation: nil)
      #expect(answer.text == "answer to 1")
    }
    #expect(broker.published.first?.headers.isEmpty == true)
  }

  @Test("Identifier and address are written into the headers that the document names, in request and reply")
  func headerLocations() async throws {
    let replyTo = ValueLocation.header(pointer: "/reply-to")
    let correlation = ValueLocation.header(pointer: "/meta/correlation~1id")
    try await withAnswers(replyTo: replyTo, correlation: correlation) {
      let answer = try await ask(Question(text: "1"), replyTo: replyTo, correlation: correlation)
      #expect(answer.text == "answer to 1")
    }
    let request = try #require(broker.published.first)
    let reply = try #require(broker.published.last)
    #expect(request.headers["reply-to"] == reply.address)
    let id = try #require(request.correlationID)
    #expect(request.headers["meta"] == #"{"correlation/id":"\#(id)"}"#)
    #expect(reply.headers["meta"] == request.headers["meta"])
  }

  @Test("A replier that knows headers only is understood")
  func replierWithHeadersOnly() async throws {
    let correlation = ValueLocation.header(pointer: "/id")
    try await broker.withSubscription(subscription(to: "questions")) { questions in
      async let answer = ask(
        Question(text: "1"), replyTo: .header(pointer: "/reply-to"), correlation: correlation, replyAddress: "replies")
      let request = try await accepted(questions)
      #expect(request.headers["reply-to"] == "replies")
      try await broker.publish(
        bytes: request.payload, to: "replies", headers: ["ID": request.headers["id"] ?? ""])
      #expect(try await answer.text == "1")
    }
  }

  @Test("An identifier that the caller put into the header is used")
  func callersHeader() async throws {
    let correlation = ValueLocation.header(pointer: "/id")
    try await withAnswers(replyTo: nil, correlation: correlation) {
      let options = PublishOptions(headers: ["id": "mine"])
      _ = try await ask(Question(text: "1"), replyTo: nil, correlation: correlation, options: options)
    }
    #expect(broker.published.map(\.correlationID) == ["mine", "mine"])
  }

  @Test("Identifier and address are read from the payload where the document says so")
  func payloadLocations() async throws {
    let replyTo = ValueLocation.payload(pointer: "/meta/answerAt")
    let correlation = ValueLocation.payload(pointer: "/meta/id")
    try await broker.withSubscription(subscription(to: "questions")) { questions in
      let meta = Question.Meta(id: "42", answerAt: "answers")
      async let answer = ask(Question(text: "1", meta: meta), replyTo: replyTo, correlation: correlation)
      let request = try await accepted(questions)
      #expect(request.correlationID == "42")
      // The reply carries nothing but its payload.
      try await broker.publish(bytes: Array(#"{"text":"other","meta":{"id":"41"}}"#.utf8), to: "answers")
      try await broker.publish(bytes: Array(#"{"text":"mine","meta":{"id":"42"}}"#.utf8), to: "answers")
      #expect(try await answer.text == "mine")
    }
    try await withAnswers(replyTo: replyTo, correlation: correlation) {
      let meta = Question.Meta(id: "43", answerAt: "answers")
      let answer = try await ask(Question(text: "2", meta: meta), replyTo: replyTo, correlation: correlation)
      #expect(answer.text == "answer to 2")
    }
  }

  @Test("A payload without the identifier or address that it should carry is refused before it is sent")
  func missingInPayload() async throws {
    let withoutID = await #expect(throws: AsyncAPIError.self) {
      try await ask(Question(text: "1"), replyTo: nil, correlation: .payload(pointer: "/meta/id"))
    }
    #expect(withoutID?.code == .missingCorrelationID)
    #expect(withoutID?.description.contains("$message.payload#/meta/id") == true)
    let withoutAddress = await #expect(throws: AsyncAPIError.self) {
      try await ask(Question(text: "1"), replyTo: .payload(pointer: "/meta/answerAt"), correlation: nil)
    }
    #expect(withoutAddress?.code == .missingReplyAddress)
    #expect(broker.published.isEmpty)
  }

  @Test("A request that says nowhere where its reply goes becomes a failure of its handler, or goes to the fallback")
  func fallback() async throws {
    try await withAnswers(replyTo: nil, correlation: nil, fallback: "answers") {
      try await broker.withSubscription(subscription(to: "answers")) { answers in
        try await broker.publish(bytes: Array(#"{"text":"1","meta":{}}"#.utf8), to: "questions")
        #expect(try await accepted(answers).text.contains("answer to 1"))
      }
    }
  }

  @Test("A reply that does not decode is an error of the request, naming operation and message")
  func undecodableReply() async throws {
    try await broker.withSubscription(subscription(to: "questions")) { questions in
      async let answer = ask(Question(text: "1"), replyTo: nil, correlation: nil)
      let request = try await accepted(questions)
      var reply = outbound("{}", to: request.replyTo ?? "")
      reply.correlationID = request.correlationID
      _ = try await broker.publish(reply)
      do {
        _ = try await answer
        Issue.record("A reply that does not decode was taken.")
      } catch let error as AsyncAPIError {
        #expect(error.code == .undecodable)
        #expect(error.operation == "ask")
        #expect(error.message == "ask")
        #expect(error.detail.contains("'text' is missing"))
      }
    }
  }

  @Test("One of several replies is told apart by the caller's decoding")
  func severalReplies() async throws {
    try await withAnswers(replyTo: nil, correlation: nil) {
      let engine = PublisherEngine(requesting: broker, configuration: Configuration())
      let kind = try await engine.request(
        Ask(payload: Question(text: "1")), to: "questions", operation: "ask", channel: "questions", replyAddress: nil,
        replyTo: nil, correlation: nil, timeout: .seconds(60), options: PublishOptions()
      ) { incoming in
        try incoming.probe().has("text", "meta") ? incoming.attempt(Ask.self)?.payload.text : nil
      }
      #expect(kind == "answer to 1")
    }
  }

  @Test("A publisher made without request and reply says so")
  func unsupported() async throws {
    let engine = PublisherEngine(transport: broker, configuration: Configuration())
    let error = await #expect(throws: AsyncAPIError.self) {
      try await engine.request(
        Ask(payload: Question(text: "1")), to: "questions", operation: "ask", channel: "questions",
        expecting: Ask.self, replyAddress: nil, replyTo: nil, correlation: nil, timeout: .seconds(1),
        options: PublishOptions())
    }
    #expect(error?.code == .unsupported)
  }
}

import AsyncAPIRuntime
import AsyncAPITesting
import Testing

/// What fails here: a document of AsyncAPI 2 is read the wrong way round.
@Suite(.timeLimit(.minutes(2))) struct LegacyTests {
  let broker = RecordingBroker()

  @Test("What others subscribe to is sent by the application")
  func subscribe() async throws {
    try await Legacy.Client.Subscriber(transport: broker).subscribeSignedUp(accountId: "7") { messages in
      try await Legacy.Application.Publisher(transport: broker).publishSignedUp(.init(email: "a"), accountId: "7")
      let message = try await messages.next()
      #expect(message?.payload.email == "a")
      #expect(message?.context.parameters.accountId == "7")
    }
    #expect(broker.published.map(\.address) == ["accounts/7/signedup"])
  }

  @Test("What others publish the application receives, each message of a oneOf as itself")
  func publish() async throws {
    let client = Legacy.Client.Publisher(transport: broker)
    try await Legacy.Application.Subscriber(transport: broker).onChange(accountId: .mine) { messages in
      try await client.onChange(closed: .init(), accountId: .yours)
      try await client.onChange(renamed: .init(name: nil), accountId: .mine)
      try await client.onChange(closed: .init(), accountId: .mine)
      guard case .renamed(let renamed)? = try await messages.next()?.message else { throw EndOfMessages() }
      #expect(renamed.payload == .init(name: nil))
      let second = try await messages.next()
      guard case .closed? = second?.message else { throw EndOfMessages() }
      #expect(second?.context.parameters.accountId == .mine)
    }
    let codec = JSONCodec()
    #expect(try codec.decode(JSONValue.self, from: broker.published[1].payload) == ["type": "renamed", "name": nil])
  }

  @Test("The handler form has a method for each message")
  func handler() async throws {
    let changes = Mailbox<String>()
    let subscriber = Legacy.Application.Subscriber(transport: broker, handler: Changes(changes: changes))
    let client = Legacy.Client.Publisher(transport: broker)
    try await withRunning({ try await subscriber.run() }) {
      try await subscriber.ready()
      try await client.onChange(renamed: .init(name: "n"), accountId: .unknown("9"))
      #expect(await changes.take() == "n of 9")
      try await client.onChange(closed: .init(), accountId: .yours)
      #expect(await changes.take() == "closed yours")
    }
  }

  @Test("A server's URL is taken apart")
  func server() {
    let server: Server<Protocols.MQTT, NoCredentials> = Legacy.Servers.broker()
    #expect(server.host == "main.example:8883")
    #expect(server.path == "/lamps")
  }
}

private struct Changes: Legacy.Application.Handler {
  let changes: Mailbox<String>

  func onChange(
    _ message: Legacy.Messages.Renamed, context: MessageContext<Legacy.Channels.AccountsAccountIdChanges>
  ) async throws {
    changes.put("\(message.payload.name ?? "nobody") of \(context.parameters.accountId.addressPart)")
  }

  func onChange(
    _ message: Legacy.Messages.Closed, context: MessageContext<Legacy.Channels.AccountsAccountIdChanges>
  ) async throws {
    changes.put("closed \(context.parameters.accountId.addressPart)")
  }
}

import AsyncAPIRuntime
import AsyncAPITesting
import Foundation
import Logging
import ServiceLifecycle
import Testing

/// A handler that tells the test what it got, and then does what it is told.
private struct Lamps: Streetlights.Application.Handler {
  enum Event: Hashable, Sendable {
    case measured(lumens: Int, lamp: String, sensor: String, attempt: Int)
    case dimmed(Int, lamp: String)
    case turnedOff(lamp: String)
    case alarm(String, address: String)
  }

  let events = Mailbox<Event>()
  var onMeasurement: @Sendable (Int, _ attempt: Int) async throws -> Void = { _, _ in }

  func receiveLightMeasurement(
    _ message: Streetlights.Messages.LightMeasured, context: MessageContext<Streetlights.Channels.LightingMeasured>
  ) async throws {
    events.put(
      .measured(
        lumens: message.payload.lumens, lamp: context.parameters.streetlightId, sensor: message.headers.sensor,
        attempt: context.attempt))
    try await onMeasurement(message.payload.lumens, context.attempt)
  }

  func receiveCommand(
    _ message: Streetlights.Messages.DimLight, context: MessageContext<Streetlights.Channels.Commands>
  ) async throws {
    events.put(.dimmed(message.payload.percentage, lamp: context.parameters.streetlightId))
  }

  func receiveCommand(
    _ message: Streetlights.Messages.TurnOff, context: MessageContext<Streetlights.Channels.Commands>
  ) async throws {
    events.put(.turnedOff(lamp: context.parameters.streetlightId))
  }

  func receiveAlarm(
    _ message: Streetlights.Messages.Alarm, context: MessageContext<Streetlights.Channels.Alarms>
  ) async throws {
    events.put(.alarm(message.payload, address: context.address))
  }
}

private struct Office: Streetlights.Client.Handler {
  func requestQuote(
    _ message: Streetlights.Messages.QuoteRequest, context: MessageContext<Streetlights.Channels.Quotes>
  ) async throws -> Streetlights.Schemas.Quote {
    .init(price: Double(message.payload.watts) / 4)
  }
}

/// Generated code, driven from end to end over the in-memory broker.
@Suite(.timeLimit(.minutes(2))) struct StreetlightsTests {
  let broker = RecordingBroker()
  var client: Streetlights.Client.Publisher { .init(transport: broker) }

  private func subscriber(
    _ lamps: Lamps, _ configuration: Configuration = Configuration()
  ) -> Streetlights.Application.Subscriber<Lamps> {
    var subscriptions = Streetlights.Application.Subscriptions.all
    subscriptions.receiveAlarm(at: "alarms/here")
    return .init(transport: broker, handler: lamps, subscriptions: subscriptions, configuration: configuration)
  }

  private func withSubscriber<R>(
    _ lamps: Lamps, _ configuration: Configuration = Configuration(), _ body: () async throws -> R
  ) async throws -> R {
    let subscriber = subscriber(lamps, configuration)
    return try await withRunning({ try await subscriber.run() }) {
      try await subscriber.ready()
      return try await body()
    }
  }

  private func measure(_ lumens: Int, lamp: String = "lamp-1") async throws {
    try await client.sendLightMeasurement(
      .init(lumens: lumens, sentAt: Date(timeIntervalSince1970: 0), note: nil), headers: .init(sensor: "s"),
      zone: .north, streetlightId: lamp)
  }

  private var outcomes: [Settlement.Outcome] { broker.settlements.map(\.outcome) }

  @Test("What the client sends reaches the application's handler, with parameters and headers")
  func endToEnd() async throws {
    let lamps = Lamps()
    try await withSubscriber(lamps) {
      try await measure(500)
      #expect(await lamps.events.take() == .measured(lumens: 500, lamp: "lamp-1", sensor: "s", attempt: 1))
      try await client.sendCommand(dimLight: .init(percentage: 40), streetlightId: "lamp-2")
      #expect(await lamps.events.take() == .dimmed(40, lamp: "lamp-2"))
      try await client.sendCommand(turnOff: .init(), streetlightId: "lamp-3")
      #expect(await lamps.events.take() == .turnedOff(lamp: "lamp-3"))
      try await client.sendAlarm("smoke", to: "alarms/here")
      #expect(await lamps.events.take() == .alarm("smoke", address: "alarms/here"))
      try await broker.waitUntilIdle()
    }
    #expect(outcomes == Array(repeating: .settled(.accept), count: 4))
  }

  @Test("A request gets its typed reply, also many at once")
  func requestReply() async throws {
    let office = Streetlights.Client.Subscriber(transport: broker, handler: Office())
    let application = Streetlights.Application.Publisher(transport: broker)
    try await withRunning({ try await office.run() }) {
      try await office.ready()
      try await withThrowingTaskGroup(of: (Int, Double).self) { group in
        for watts in 0..<50 {
          group.addTask { (watts, try await application.requestQuote(.init(watts: watts)).price) }
        }
        for try await (watts, price) in group { #expect(price == Double(watts) / 4) }
      }
    }
  }

  @Test("A value that cannot stand in an address is refused before anything is sent")
  func refusedParameter() async throws {
    await #expect(throws: AsyncAPIError.self) { try await measure(1, lamp: "a/b") }
    #expect(broker.published.isEmpty)
    let subscriber = Streetlights.Application.Subscriber(transport: broker)
    await #expect(throws: AsyncAPIError.self) {
      try await subscriber.receiveCommand(streetlightId: "#") { _ in }
    }
  }

  @Test("A message that does not decode becomes a dead letter, and the next one is handled")
  func undecodable() async throws {
    let lamps = Lamps()
    let log = CapturedLog()
    try await withSubscriber(lamps, Configuration(logger: log.logger)) {
      let address = "streetlights/north/lamp-1/lighting/measured"
      try await broker.publish(bytes: [0xFF, 0xFE], to: address)
      try await broker.publish(bytes: Array(#"{"lumens":"hunter2"}"#.utf8), to: address, headers: ["x-sensor": "s"])
      try await broker.publish(bytes: Array(#"{"command":"#.utf8), to: "streetlights/x/commands")
      try await broker.publish(bytes: Array("1".utf8), to: address, contentType: "application/unheard-of")
      try await measure(1)
      #expect(await lamps.events.take() == .measured(lumens: 1, lamp: "lamp-1", sensor: "s", attempt: 1))
      try await broker.waitUntilIdle()
    }
    #expect(broker.deadLetters.count == 4)
    #expect(broker.deadLetters.contains { $0.reason.contains(".lumens") })
    let logged = log.text(from: .info)
    #expect(logged.contains("receiveLightMeasurement") && logged.contains(".lumens"))
    #expect(!logged.contains("hunter2"))
  }

  @Test("A message that the document does not know goes to the policy, or to the handler's unknown")
  func unknown() async throws {
    let seen = Mailbox<String>()
    let policy = FailurePolicy(unknown: { _, message in
      seen.put(message.text)
      return .reject(reason: "unknown")
    })
    try await withSubscriber(Lamps(), Configuration(failurePolicy: policy)) {
      try await broker.publish(bytes: Array(#"{"command":"explode"}"#.utf8), to: "streetlights/x/commands")
      #expect(await seen.take() == #"{"command":"explode"}"#)
      try await broker.waitUntilIdle()
    }
    #expect(outcomes == [.settled(.reject(reason: "unknown"))])
  }

  @Test("A handler that throws gets the message again, counted, and then it becomes a dead letter")
  func retries() async throws {
    let policy = FailurePolicy(failed: { error, attempt in
      attempt < 3 ? .retry(after: .zero) : .deadLetter(reason: "\(error)")
    })
    let lamps = Lamps(onMeasurement: { _, _ in throw Failure(number: 9) })
    try await withSubscriber(lamps, Configuration(failurePolicy: policy)) {
      try await measure(1)
      for attempt in 1...3 {
        #expect(await lamps.events.take() == .measured(lumens: 1, lamp: "lamp-1", sensor: "s", attempt: attempt))
      }
      try await broker.waitUntilIdle()
    }
    #expect(broker.deadLetters.map(\.message.deliveryCount) == [3])
    #expect(broker.deadLetters.first?.reason.contains("9") == true)
  }

  @Test("The default policy retries four times with growing delays, and then gives up")
  func defaultPolicy() {
    let failed = FailurePolicy().failed
    let delays = (1...4).map { failed(Failure(), $0) }
    #expect(delays == [100, 200, 400, 800].map { .retry(after: .milliseconds($0)) })
    for attempt in [5, 100] {
      guard case .deadLetter = failed(Failure(), attempt) else {
        Issue.record("Attempt \(attempt) did not end in a dead letter.")
        return
      }
    }
    #expect(failed(Failure(), 0) == .retry(after: .milliseconds(100)))
  }

  @Test("A disposition that a handler throws is obeyed")
  func thrownDisposition() async throws {
    let lamps = Lamps(onMeasurement: { lumens, attempt in
      if lumens == 1 { throw Disposition.reject(reason: "dark") }
      if attempt == 1 { throw Disposition.retry(after: .zero) }
      throw Disposition.deadLetter(reason: "bright")
    })
    try await withSubscriber(lamps, Configuration(concurrency: 1)) {
      try await measure(1)
      try await measure(2)
      try await broker.waitUntilIdle()
    }
    #expect(
      outcomes == [
        .settled(.reject(reason: "dark")), .settled(.retry(after: .zero)), .settled(.deadLetter(reason: "bright")),
      ])
  }

  @Test("A handler that says stop ends the subscriber with an error, and the message is given back")
  func stop() async throws {
    let subscriber = subscriber(Lamps(onMeasurement: { _, _ in throw Disposition.stop }))
    let running = Task { try await subscriber.run() }
    try await subscriber.ready()
    try await measure(1)
    let error = await #expect(throws: AsyncAPIError.self) { try await running.value }
    #expect(error?.code == .stopped)
    #expect(error?.operation == "receiveLightMeasurement")
    #expect(outcomes == [.settled(.stop)])
  }

  @Test("Cancelling a subscriber gives back what its handlers have in hand, and counts no failure")
  func cancellation() async throws {
    let failures = Counter()
    let policy = FailurePolicy(failed: { _, _ in
      failures.increment()
      return .accept
    })
    let lamps = Lamps(onMeasurement: { _, _ in try await Task.sleep(for: .seconds(3_600)) })
    try await withSubscriber(lamps, Configuration(failurePolicy: policy)) {
      try await measure(1)
      _ = await lamps.events.take()
    }
    #expect(outcomes == [.givenBack])
    #expect(failures.value == 0)
  }

  @Test("On graceful shutdown the message in hand is finished, and nothing more is taken")
  func gracefulShutdown() async throws {
    let mayFinish = Mailbox<Void>()
    let lamps = Lamps(onMeasurement: { _, _ in await mayFinish.take() })
    let subscriber = subscriber(lamps, Configuration(concurrency: 1))
    let group = ServiceGroup(services: [broker, subscriber], logger: Logger(label: "test"))
    let running = Task { try await group.run() }
    try await subscriber.ready()
    try await measure(1)
    try await measure(2)
    _ = await lamps.events.take()
    await group.triggerGracefulShutdown()
    mayFinish.put(())
    mayFinish.put(())
    try await running.value
    // The second one may have been taken just before the shutdown arrived; then it was finished too.
    #expect(outcomes.allSatisfy { $0 == .settled(.accept) })
    #expect(outcomes.count + mayFinish.items.count == 2)
    let late = await #expect(throws: AsyncAPIError.self) { try await subscriber.ready() }
    #expect(late?.code == .stopped)
  }

  @Test("A subscriber runs again once it has ended, but not twice at a time")
  func runTwice() async throws {
    let transport = AnnouncingTransport()
    let lamps = Lamps()
    let subscriber = Streetlights.Application.Subscriber(transport: transport, handler: lamps)
    let client = Streetlights.Client.Publisher(transport: transport.broker)
    for round in 1...2 {
      let running = Task { try await subscriber.run() }
      for _ in 1...2 { await transport.subscribed.take() }
      let error = await #expect(throws: AsyncAPIError.self) { try await subscriber.run() }
      #expect(error?.code == .alreadyRunning)
      try await client.sendCommand(dimLight: .init(percentage: round), streetlightId: "x")
      #expect(await lamps.events.take() == .dimmed(round, lamp: "x"))
      running.cancel()
      try await running.value
    }
  }

  @Test("No more handlers run at a time than configured")
  func concurrency() async throws {
    let running = Counter()
    let finished = Counter()
    let most = Mailbox<Int>()
    let lamps = Lamps(onMeasurement: { _, _ in
      most.put(running.increment() - finished.value)
      await Task.yield()
      finished.increment()
    })
    try await withSubscriber(lamps, Configuration(concurrency: 2, prefetch: 1)) {
      for lumens in 1...50 { try await measure(lumens) }
      try await broker.waitUntilIdle()
    }
    #expect(most.items.count == 50)
    #expect(most.items.allSatisfy { $0 <= 2 })
  }

  @Test("A subscriber that cannot subscribe says so to those who wait for it")
  func failsToSubscribe() async throws {
    let closed = InMemoryBroker()
    let shutDown = Task { try await closed.run() }
    shutDown.cancel()
    try await shutDown.value
    let subscriber = Streetlights.Application.Subscriber(transport: closed, handler: Lamps())
    await #expect(throws: AsyncAPIError.self) { try await subscriber.run() }
    let error = await #expect(throws: AsyncAPIError.self) { try await subscriber.ready() }
    #expect(error?.code == .closed)
  }

  @Test("Waiting for a subscriber that never runs can be cancelled")
  func cancelledReady() async throws {
    let subscriber = subscriber(Lamps())
    let waiting = Task { try await subscriber.ready() }
    waiting.cancel()
    await #expect(throws: CancellationError.self) { try await waiting.value }
  }

  @Test("A main actor's own state may be used where messages are pulled")
  @MainActor func pulledOnTheMainActor() async throws {
    let subscriber = Streetlights.Application.Subscriber(transport: broker)
    var seen: [Int] = []
    try await subscriber.receiveLightMeasurement(zone: .north) { messages in
      for lumens in 1...3 { try await measure(lumens) }
      for try await message in messages {
        seen.append(message.payload.lumens)
        if seen.count == 3 { break }
      }
    }
    #expect(seen == [1, 2, 3])
    #expect(outcomes == Array(repeating: .settled(.accept), count: 3))
  }

  @Test("Throwing out of the closure retries the message in hand, and reaches the caller")
  func pulledAndThrown() async throws {
    let subscriber = Streetlights.Application.Subscriber(transport: broker)
    await #expect(throws: Failure.self) {
      try await subscriber.receiveLightMeasurement { messages in
        try await measure(1)
        _ = try await messages.next()
        throw Failure()
      }
    }
    #expect(outcomes == [.settled(.retry(after: .milliseconds(100)))])
  }

  @Test("Pulling skips what does not decode, and shows what is unknown")
  func pulledUnknown() async throws {
    let subscriber = Streetlights.Application.Subscriber(transport: broker)
    try await subscriber.receiveCommand(streetlightId: "x") { messages in
      try await broker.publish(bytes: Array("junk".utf8), to: "streetlights/x/commands")
      try await broker.publish(bytes: Array(#"{"command":"explode"}"#.utf8), to: "streetlights/x/commands")
      try await client.sendCommand(turnOff: .init(), streetlightId: "y")
      try await client.sendCommand(turnOff: .init(), streetlightId: "x")
      guard case .unknown(let raw)? = try await messages.next()?.message else { throw EndOfMessages() }
      #expect(raw.text.contains("explode"))
      guard case .turnOff? = try await messages.next()?.message else { throw EndOfMessages() }
    }
    #expect(broker.deadLetters.map(\.message.text) == ["junk"])
  }

  @Test("Messages that escape the closure end")
  func escapedMessages() async throws {
    let subscriber = Streetlights.Application.Subscriber(transport: broker)
    let escaped = try await subscriber.receiveCommand { $0 }
    try await client.sendCommand(turnOff: .init(), streetlightId: "x")
    #expect(try await escaped.next() == nil)
  }

  @Test("A handler's logger names operation, channel and address")
  func contextLogger() async throws {
    let log = CapturedLog()
    let subscriber = Streetlights.Application.Subscriber(
      transport: broker, configuration: Configuration(logger: log.logger))
    try await subscriber.receiveCommand { messages in
      try await client.sendCommand(turnOff: .init(), streetlightId: "x")
      try await messages.next()?.context.logger.info("hello")
    }
    let text = log.text(from: .info)
    for part in ["receiveCommand", "commands", "streetlights/x/commands", "hello"] { #expect(text.contains(part)) }
  }
}

/// Says when a subscription is in place.
private struct AnnouncingTransport: SubscriberTransport {
  let broker = InMemoryBroker()
  let subscribed = Mailbox<Void>()

  nonisolated(nonsending) func withSubscription<R>(
    _ request: SubscriptionRequest, _ body: nonisolated(nonsending) (InMemorySubscription) async throws -> R
  ) async throws -> R {
    try await broker.withSubscription(request) { subscription in
      subscribed.put(())
      return try await body(subscription)
    }
  }
}

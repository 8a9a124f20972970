import AsyncAPIRuntime
import AsyncAPITesting
import Foundation
import Logging
import ServiceLifecycle
import Testing

private typealias Measured = Conversations.Messages.Measured

/// What fails here: a handler does not get what was sent to it, or a message is settled wrongly.
@Suite(.timeLimit(.minutes(2))) struct HandlerTests {
  let broker = RecordingBroker()
  let lights = Lights()
  var client: Conversations.Client.Publisher { .init(transport: broker) }
  var application: Conversations.Application.Publisher { .init(transport: broker) }

  private func measure(_ lumens: Int) async throws {
    try await client.sendMeasurement(
      .init(lumens: lumens), headers: .init(xSensor: "s"), zone: .north, lampId: "1")
  }

  private func publish(
    _ text: String, to address: String, contentType: String = "application/json", headers: HeaderFields = [:]
  ) async throws {
    try await broker.publish(bytes: Array(text.utf8), to: address, contentType: contentType, headers: headers)
  }

  // MARK: What arrives

  @Test("Payload, headers and parameters arrive as they were sent")
  func wholeMessage() async throws {
    let headers = Measured.Headers(xSensor: "s 1", xSequence: -7, xSentAt: Date(timeIntervalSince1970: 1.5))
    try await broker.withLights(lights) {
      try await client.sendMeasurement(.init(lumens: 5), headers: headers, zone: .any, lampId: "größe 1")
      let message = Measured(payload: .init(lumens: 5), headers: headers)
      #expect(await lights.events.take() == .measured(message, zone: .any, lamp: "größe 1", attempt: 1))
      try await broker.waitUntilIdle()
    }
    #expect(broker.outcomes == [.settled(.accept)])
  }

  @Test("A value that the document does not list for a parameter arrives too")
  func unlistedParameter() async throws {
    try await broker.withLights(lights) {
      try await publish(#"{"lumens":1}"#, to: "lights/west/2/measured", headers: ["X-SENSOR": "s"])
      #expect(await lights.events.take() == .measured(Measured(1), zone: .unknown("west"), lamp: "2", attempt: 1))
    }
  }

  @Test("Messages of one operation are told apart by a constant")
  func byConstant() async throws {
    try await broker.withLights(lights) {
      try await client.sendCommand(off: .init(), lampId: "1")
      #expect(await lights.events.take() == .off(lamp: "1"))
      try await client.sendCommand(dim: .init(percentage: 4), lampId: "2")
      #expect(await lights.events.take() == .dim(4, lamp: "2"))
    }
  }

  @Test("By a header")
  func byHeader() async throws {
    try await broker.withLights(lights) {
      try await client.sendVersioned(second: .init(text: "b"))
      #expect(await lights.events.take() == .second("b"))
      try await client.sendVersioned(first: .init(text: "a"))
      #expect(await lights.events.take() == .first("a"))
      try await publish("{}", to: "versioned", headers: ["version": "3"])
      #expect(await lights.events.take() == .unknown("{}", operation: "receiveVersioned"))
    }
  }

  @Test("By the content type, whatever its parameters")
  func byContentType() async throws {
    try await broker.withLights(lights) {
      try await client.sendMedia(text: "a")
      #expect(await lights.events.take() == .text("a"))
      try await client.sendMedia(blob: Bytes([1]))
      #expect(await lights.events.take() == .blob([1]))
      try await client.sendMedia(record: .init(id: "1"))
      #expect(await lights.events.take() == .record("1"))
      try await publish("b", to: "media", contentType: "Text/Plain")
      #expect(await lights.events.take() == .text("b"))
      try await publish("c", to: "media", contentType: "text/html")
      #expect(await lights.events.take() == .unknown("c", operation: "receiveMedia"))
    }
  }

  @Test("By their shape, where nothing else tells")
  func byShape() async throws {
    try await broker.withLights(lights) {
      try await client.sendShape(full: .init(id: "1", body: "b"))
      #expect(await lights.events.take() == .full("1", body: "b"))
      try await client.sendShape(brief: .init(id: "2"))
      #expect(await lights.events.take() == .brief("2"))
      try await client.sendShape(list: [3])
      #expect(await lights.events.take() == .list([3]))
      try await publish(#"{"name":"x"}"#, to: "shapes")
      // What keeps it from being each of them is what somebody will look for.
      #expect(
        await lights.events.take()
          == .unknown(
            #"{"name":"x"}"#, operation: "receiveShape",
            because: [
              "full: The message does not decode: 'id' is missing at the top.",
              "brief: The message does not decode: 'id' is missing at the top.",
              "list: The message does not decode: something else than Array<Any> stands at the top.",
            ]))
    }
  }

  @Test("A channel without an address is subscribed to where the subscriber says")
  func addressAtRunTime() async throws {
    var subscriptions = Conversations.Application.Subscriptions.none
    subscriptions.receiveNotice(address: "notices/here")
    try await broker.withLights(lights, subscriptions: subscriptions) {
      try await client.sendNotice("elsewhere", to: "notices/there")
      try await client.sendNotice("fire", to: "notices/here")
      #expect(await lights.events.take() == .notice("fire", address: "notices/here"))
    }
  }

  @Test("The other side gets what the application sends")
  func otherSide() async throws {
    let office = Office()
    try await broker.withOffice(office) {
      try await application.sendStatus(.init(on: true), lamp: "1")
      #expect(await office.events.take() == .status(on: true, .init(lamp: "1", part: "bulb")))
      try await application.sendCommandEcho(.init(), lampId: "2")
      #expect(await office.events.take() == .off(lamp: "2"))
    }
  }

  @Test("An operation with one message of its channel does not take the others")
  func oneOfTheChannel() async throws {
    let office = Office()
    try await broker.withOffice(office) {
      try await client.sendCommand(dim: .init(percentage: 1), lampId: "1")
      try await client.sendCommand(off: .init(), lampId: "2")
      #expect(await office.events.take() == .off(lamp: "2"))
      try await broker.waitUntilIdle()
    }
    #expect(office.events.items.isEmpty)
  }

  // MARK: What is subscribed to

  @Test("Subscriptions narrow what comes in")
  func narrowed() async throws {
    var subscriptions = Conversations.Application.Subscriptions.none
    subscriptions.receiveMeasurement(zone: .south)
    subscriptions.receiveCommand(lampId: "lamp-\(7)")
    try await broker.withLights(lights, subscriptions: subscriptions) {
      try await measure(1)
      try await client.sendShape(list: [1])
      try await client.sendCommand(off: .init(), lampId: "lamp-8")
      try await client.sendCommand(off: .init(), lampId: "lamp-7")
      #expect(await lights.events.take() == .off(lamp: "lamp-7"))
      try await client.sendMeasurement(.init(lumens: 2), headers: .init(xSensor: "s"), zone: .south, lampId: "1")
      #expect(await lights.events.take() == .measured(Measured(2), zone: .south, lamp: "1", attempt: 1))
      try await broker.waitUntilIdle()
    }
    #expect(broker.settlements.count == 2)
  }

  @Test("A case that is called any filters by its value")
  func caseCalledAny() async throws {
    var subscriptions = Conversations.Application.Subscriptions.none
    subscriptions.receiveMeasurement(zone: .value(.any))
    try await broker.withLights(lights, subscriptions: subscriptions) {
      try await measure(1)
      try await client.sendMeasurement(.init(lumens: 2), headers: .init(xSensor: "s"), zone: .any, lampId: "1")
      #expect(await lights.events.take() == .measured(Measured(2), zone: .any, lamp: "1", attempt: 1))
    }
  }

  // MARK: What goes wrong

  @Test("Messages that nobody can decode become dead letters, and the next one is handled")
  func undecodable() async throws {
    try await broker.withLights(lights) {
      let address = "lights/north/1/measured"
      try await publish("not json", to: address, headers: ["x-sensor": "s"])
      try await publish(#"{"lumens":"many"}"#, to: address, headers: ["x-sensor": "s"])
      try await publish(#"{"lumens":1}"#, to: address)
      try await publish(#"{"lumens":1}"#, to: address, headers: ["x-sensor": "s", "x-sequence": "first"])
      try await publish(#"{"command":"dim"}"#, to: "lights/1/commands")
      try await measure(2)
      #expect(await lights.events.take() == .measured(Measured(2), zone: .north, lamp: "1", attempt: 1))
      try await broker.waitUntilIdle()
    }
    #expect(broker.deadLetters.count == 5)
    #expect(lights.events.items.isEmpty)
  }

  @Test("A message that the document does not know goes to the policy by default")
  func unknownByDefault() async throws {
    let policy = FailurePolicy(unknown: { _, message in .reject(reason: message.text) })
    try await broker.withOffice(Office(), Configuration(failurePolicy: policy)) {
      try await publish(#"{"command":"explode"}"#, to: "lights/1/commands")
      try await broker.waitUntilIdle()
    }
    #expect(broker.outcomes == [.settled(.reject(reason: #"{"command":"explode"}"#))])
  }

  @Test("A handler's own unknown gets it instead")
  func unknownOverridden() async throws {
    try await broker.withLights(lights) {
      try await publish(#"{"command":"explode"}"#, to: "lights/1/commands")
      #expect(await lights.events.take() == .unknown(#"{"command":"explode"}"#, operation: "receiveCommand"))
      try await broker.waitUntilIdle()
    }
    #expect(broker.outcomes == [.settled(.accept)])
  }

  @Test("A handler that throws gets the message again, and in the end it is a dead letter")
  func throwing() async throws {
    let policy = FailurePolicy(failed: { error, attempt in
      attempt < 3 ? .retry(after: .zero) : .deadLetter(reason: "\(error)")
    })
    let lights = Lights(onMeasurement: { _, _ in throw Failure(number: 7) })
    try await broker.withLights(lights, Configuration(failurePolicy: policy)) {
      try await measure(1)
      for attempt in 1...3 {
        #expect(await lights.events.take() == .measured(Measured(1), zone: .north, lamp: "1", attempt: attempt))
      }
      try await broker.waitUntilIdle()
    }
    #expect(broker.deadLetters.map(\.message.address) == ["lights/north/1/measured"])
    #expect(broker.deadLetters.first?.reason.contains("7") == true)
  }

  @Test(
    "A disposition that a handler throws is obeyed",
    arguments: [Disposition.accept, .reject(reason: "dark"), .deadLetter(reason: "broken")])
  func thrownDisposition(disposition: Disposition) async throws {
    let lights = Lights(onMeasurement: { _, _ in throw disposition })
    try await broker.withLights(lights) {
      try await measure(1)
      try await broker.waitUntilIdle()
    }
    #expect(broker.outcomes == [.settled(disposition)])
  }

  // MARK: Life and isolation

  @Test("In a ServiceGroup it runs until graceful shutdown, and finishes what it has in hand")
  func serviceGroup() async throws {
    let mayFinish = Mailbox<Void>()
    let lights = Lights(onMeasurement: { _, _ in await mayFinish.take() })
    let subscriber = Conversations.Application.Subscriber(transport: broker, handler: lights)
    let group = ServiceGroup(services: [broker, subscriber], logger: Logger(label: "test"))
    let running = Task { try await group.run() }
    try await subscriber.ready()
    try await measure(1)
    _ = await lights.events.take()
    await group.triggerGracefulShutdown()
    mayFinish.put(())
    try await running.value
    #expect(broker.outcomes == [.settled(.accept)])
  }

  @Test("A main actor's class can be a handler, and is called on the main actor")
  @MainActor func mainActorAsHandler() async throws {
    let bulb = Bulb()
    let subscriber = Legacy.Client.Subscriber(transport: broker, handler: bulb)
    try await withRunning({ try await subscriber.run() }) {
      try await subscriber.ready()
      try await Legacy.Application.Publisher(transport: broker).publishSignedUp(.init(email: "a"), accountId: "1")
      try await broker.waitUntilIdle()
    }
    #expect(bulb.signedUp == ["a"])
  }

  @Test("An actor can be a handler")
  func actorAsHandler() async throws {
    let meter = Meter()
    let subscriber = Legacy.Client.Subscriber(transport: broker, handler: meter)
    try await withRunning({ try await subscriber.run() }) {
      try await subscriber.ready()
      for _ in 1...20 {
        try await Legacy.Application.Publisher(transport: broker).publishSignedUp(.init(email: "a"), accountId: "1")
      }
      try await broker.waitUntilIdle()
    }
    #expect(await meter.count == 20)
  }
}

@MainActor private final class Bulb: Legacy.Client.Handler {
  var signedUp: [String] = []

  func subscribeSignedUp(
    _ message: Legacy.Messages.SignedUp, context: MessageContext<Legacy.Channels.AccountsAccountIdSignedup>
  ) async throws {
    MainActor.assertIsolated()
    signedUp.append(message.payload.email)
  }
}

private actor Meter: Legacy.Client.Handler {
  var count = 0

  func subscribeSignedUp(
    _ message: Legacy.Messages.SignedUp, context: MessageContext<Legacy.Channels.AccountsAccountIdSignedup>
  ) async throws {
    count += 1
  }
}

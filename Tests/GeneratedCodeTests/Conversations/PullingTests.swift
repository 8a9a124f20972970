import AsyncAPIRuntime
import AsyncAPITesting
import Testing

/// What fails here: who pulls messages gets the wrong ones, or they are settled wrongly.
@Suite(.timeLimit(.minutes(2))) struct PullingTests {
  let broker = RecordingBroker()
  var client: Conversations.Client.Publisher { .init(transport: broker) }
  var subscriber: Conversations.Application.Subscriber<NoHandler> { .init(transport: broker) }

  private func measure(
    _ lumens: Int, zone: Conversations.Channels.Measured.Zone = .north, lamp: String = "1"
  ) async throws {
    try await client.sendMeasurement(
      .init(lumens: lumens), headers: .init(xSensor: "s"), zone: zone, lampId: lamp)
  }

  @Test("Messages come with payload, headers, parameters and address, and are accepted one by one")
  func oneMessage() async throws {
    let lumens = try await subscriber.receiveMeasurement { messages in
      var lumens: [Int] = []
      for number in 1...3 { try await measure(number, lamp: "lamp \(number)") }
      for try await message in messages {
        lumens.append(message.payload.lumens)
        #expect(message.headers.xSensor == "s")
        #expect(message.context.parameters == .init(zone: .north, lampId: "lamp \(lumens.count)"))
        #expect(message.context.address == "lights/north/lamp \(lumens.count)/measured")
        #expect(broker.outcomes.count == lumens.count - 1)
        if lumens.count == 3 { break }
      }
      return lumens
    }
    #expect(lumens == [1, 2, 3])
    #expect(broker.outcomes == Array(repeating: .settled(.accept), count: 3))
  }

  @Test("Several messages are an enum, with a case for what the document does not know")
  func severalMessages() async throws {
    try await subscriber.receiveCommand(lampId: .any) { messages in
      try await client.sendCommand(dim: .init(percentage: 4), lampId: "1")
      try await broker.publish(bytes: Array(#"{"command":"explode"}"#.utf8), to: "lights/1/commands")
      try await client.sendCommand(off: .init(), lampId: "2")
      guard case .dim(let dim)? = try await messages.next()?.message else { throw EndOfMessages() }
      #expect(dim.payload.percentage == 4)
      guard case .unknown(let unknown)? = try await messages.next()?.message else { throw EndOfMessages() }
      #expect(unknown.text.contains("explode"))
      let last = try await messages.next()
      guard case .off? = last?.message else { throw EndOfMessages() }
      #expect(last?.context.parameters.lampId == "2")
    }
  }

  @Test("Literals, values and cases filter by a parameter")
  func filters() async throws {
    func received(
      zone: ParameterFilter<Conversations.Channels.Measured.Zone> = .any, lamp: ParameterFilter<String> = .any
    ) async throws -> [Int] {
      try await subscriber.receiveMeasurement(zone: zone, lampId: lamp) { messages in
        try await measure(1, zone: .north, lamp: "a")
        try await measure(2, zone: .south, lamp: "b")
        try await measure(3, zone: .unknown("west"), lamp: "c")
        // The last one matches every filter of the test.
        try await measure(4, zone: .south, lamp: "c")
        var received: [Int] = []
        for try await message in messages {
          received.append(message.payload.lumens)
          if message.payload.lumens == 4 { break }
        }
        return received
      }
    }
    #expect(try await received() == [1, 2, 3, 4])
    #expect(try await received(zone: .south) == [2, 4])
    #expect(try await received(zone: .value(.south)) == [2, 4])
    #expect(try await received(lamp: "c") == [3, 4])
    let lamp = "c"
    #expect(try await received(lamp: .value(lamp)) == [3, 4])
    #expect(try await received(zone: .south, lamp: "\(lamp)") == [4])
  }

  @Test("A filter that holds a wildcard or separator is refused", arguments: ["+", "#", "a/b", "", "*"])
  func refusedFilter(value: String) async throws {
    await #expect(throws: AsyncAPIError.self) {
      try await subscriber.receiveCommand(lampId: .value(value)) { _ in }
    }
  }

  @Test("A message that nobody can decode does not end the stream")
  func undecodable() async throws {
    try await subscriber.receiveMeasurement { messages in
      try await broker.publish(bytes: [0xFF], to: "lights/north/1/measured")
      try await broker.publish(bytes: Array("{}".utf8), to: "lights/north/1/measured", headers: ["x-sensor": "s"])
      try await measure(2)
      #expect(try await messages.next()?.payload.lumens == 2)
    }
    #expect(broker.deadLetters.count == 2)
  }

  @Test("Throwing out of the closure hands the message in hand to the policy, and reaches the caller")
  func throwing() async throws {
    let policy = FailurePolicy(failed: { _, _ in .deadLetter(reason: "thrown") })
    let subscriber = Conversations.Application.Subscriber(
      transport: broker, configuration: Configuration(failurePolicy: policy))
    await #expect(throws: Failure.self) {
      try await subscriber.receiveMeasurement { messages in
        try await measure(1)
        _ = try await messages.next()
        throw Failure()
      }
    }
    #expect(broker.outcomes == [.settled(.deadLetter(reason: "thrown"))])
  }

  @Test("A channel without an address is pulled where the caller says")
  func addressAtRunTime() async throws {
    try await subscriber.receiveNotice(address: "here") { messages in
      try await client.sendNotice("elsewhere", to: "there")
      try await client.sendNotice("fire", to: "here")
      #expect(try await messages.next()?.payload == "fire")
    }
  }

  @Test("An operation with one message of its channel skips the others")
  func oneOfTheChannel() async throws {
    try await Conversations.Client.Subscriber(transport: broker).receiveCommandEcho { messages in
      try await client.sendCommand(dim: .init(percentage: 1), lampId: "1")
      try await client.sendCommand(off: .init(), lampId: "2")
      #expect(try await messages.next()?.context.parameters.lampId == "2")
    }
  }

  @Test("A main actor's own state can be used while pulling")
  @MainActor func mainActor() async throws {
    var seen: [Int] = []
    try await subscriber.receiveMeasurement { messages in
      try await measure(1)
      if let message = try await messages.next() { seen.append(message.payload.lumens) }
    }
    #expect(seen == [1])
  }
}

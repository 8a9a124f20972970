import AsyncAPIRuntime

extension ConformanceCheck {
  static let publishing = [
    publishArrives, payloadKept, headersKept, contentTypeKept, keyKept, replyFieldsKept, burstArrives,
  ]

  static let publishArrives = ConformanceCheck(
    "publish-arrives", "What is published once the subscription is in place arrives, with its address"
  ) { context in
    let address = try await context.address("a")
    let member = try await context.subscribe(to: address)
    try await context.publish("hello", to: address)
    let arrival = try await member.accepted()
    try require(arrival.text == "hello", "Another message came: \(arrival.text.debugDescription).")
    try require(
      arrival.message.address == address, "It was published to '\(address)' and came from '\(arrival.message.address)'."
    )
  }

  static let payloadKept = ConformanceCheck(
    "payload-kept", "A payload arrives byte for byte: an empty one, every byte there is, a large one"
  ) { context in
    let address = try await context.address("a")
    let member = try await context.subscribe(to: address)
    let payloads: [[UInt8]] = [
      [], Array(0...255), (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31) },
    ]
    for payload in payloads {
      try await context.publish(
        OutboundMessage(address: address, payload: payload, contentType: "application/octet-stream"))
      let arrived = try await member.accepted().message.payload
      try require(arrived == payload, "\(payload.count) bytes were published and \(arrived.count) others arrived.")
    }
  }

  static let headersKept = ConformanceCheck(
    "headers-kept", "Header fields arrive, also those beyond ASCII", requires: .headers
  ) { context in
    let headers: HeaderFields = ["one": "1", "X-Two": "zwei", "drei": "drei €"]
    let arrived = try await context.carried { $0.headers = headers }.headers
    for (name, value) in headers {
      let found = arrived[name].map { "\($0.debugDescription)" } ?? "nothing"
      try require(arrived[name] == value, "The header '\(name)' was \(value.debugDescription) and came as \(found).")
    }
  }

  static let contentTypeKept = ConformanceCheck(
    "content-type-kept", "The content type arrives", requires: .contentType
  ) { context in
    let type = "application/vnd.conformance+json"
    let arrived = try await context.carried { $0.contentType = type }.contentType
    try require(arrived == type, "It was '\(type)' and came as '\(arrived ?? "")'.")
  }

  static let keyKept = ConformanceCheck("key-kept", "The key arrives byte for byte", requires: .keys) { context in
    let key: [UInt8] = [0, 0xFF, 0x61, 0x0A]
    let arrived = try await context.carried { $0.key = key }.key
    try require(arrived == key, "It was \(key) and came as \(arrived ?? []).")
  }

  static let replyFieldsKept = ConformanceCheck(
    "reply-fields-kept", "The correlation identifier and the address for the reply arrive", requires: .replyFields
  ) { context in
    let replies = try await context.address("replies")
    let arrived = try await context.carried { message in
      message.correlationID = "id 1"
      message.replyTo = replies
    }
    try require(
      arrived.correlationID == "id 1",
      "The correlation identifier was 'id 1' and came as '\(arrived.correlationID ?? "")'.")
    try require(
      arrived.replyTo == replies, "The address for the reply was '\(replies)' and came as '\(arrived.replyTo ?? "")'.")
  }

  static let burstArrives = ConformanceCheck(
    "burst-arrives", "Publishers that are faster than the subscriber wait; nothing is lost"
  ) { context in
    let address = try await context.address("a")
    let member = try await context.subscribe(to: address, prefetch: 2)
    let volume = context.configuration.volume
    let publishers = (0..<4).map { publisher in
      Task {
        for number in 0..<volume { try await context.publish("\(publisher) \(number)", to: address) }
      }
    }
    defer { for publisher in publishers { publisher.cancel() } }
    var arrived: Set<String> = []
    while arrived.count < 4 * volume {
      guard let arrival = try? await member.accepted() else {
        throw Unmet("\(4 * volume) messages were published and \(arrived.count) of them arrived.")
      }
      arrived.insert(arrival.text)
    }
    for publisher in publishers { try await publisher.value }
  }
}

extension CheckContext {
  /// A message as it arrives.
  func carried(_ change: (inout OutboundMessage) -> Void) async throws -> InboundMessage {
    let address = try await address("a")
    var message = OutboundMessage(address: address, payload: Array("x".utf8), contentType: "text/plain")
    change(&message)
    let member = try await subscribe(to: address)
    try await publish(message)
    return try await member.accepted().message
  }
}

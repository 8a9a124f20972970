import AsyncAPIRuntime

extension ConformanceCheck {
  static let addresses = [otherAddressesLeftOut, wildcardsMatch]

  static let otherAddressesLeftOut = ConformanceCheck(
    "other-addresses-left-out", "A subscription gets nothing that was published to another address"
  ) { context in
    let address = try await context.address("a")
    let others = [try await context.address("a-more"), try await context.address("b")]
    let member = try await context.subscribe(to: address)
    for other in others { try await context.publishToNobody("to '\(other)'", to: other) }
    try await context.publish("mine", to: address)
    let arrived = try await member.acceptedUntilQuiet(atLeast: 1).map(\.text)
    try require(arrived == ["mine"], "These came: \(arrived).")
  }

  static let wildcardsMatch = ConformanceCheck(
    "wildcards-match", "An open part of an address matches one level, and a message tells which", requires: .wildcards
  ) { context in
    let matching = [try await context.address("lamps", "1", "on"), try await context.address("lamps", "zwei", "on")]
    let others = [
      try await context.address("lamps", "1", "off"), try await context.address("lamps", "1", "2", "on"),
      try await context.address("lamps", "on"), try await context.address("doors", "1", "on"),
    ]
    let member = try await context.subscribe(to: context.pattern("lamps", anyThen: "on"))
    for address in others { try await context.publishToNobody(address, to: address) }
    for address in matching { try await context.publish(address, to: address) }
    let arrivals = try await member.acceptedUntilQuiet(atLeast: matching.count)
    try require(
      Set(arrivals.map(\.text)) == Set(matching) && arrivals.count == matching.count,
      "Messages to \(matching) should have come, and these came: \(arrivals.map(\.text)).")
    for arrival in arrivals {
      try require(
        arrival.message.address == arrival.text,
        "It was published to '\(arrival.text)' and came from '\(arrival.message.address)'.")
    }
  }
}

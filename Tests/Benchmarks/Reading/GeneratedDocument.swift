/// A document of AsyncAPI 3 as large as one likes. The same number and seed make the same document.
///
/// Of ten schemas six are objects, and one each an enumeration, a union, a composition and a list; a tenth as many
/// channels, messages and operations use them. References lead forward, back and in circles.
struct GeneratedDocument {
  private(set) var text = ""
  private let count: Int
  private var state: UInt64

  private static let subjects = [
    "battery", "berth", "buoy", "cargo", "compass", "container", "crane", "crew", "current", "depth", "dock", "ferry",
    "fog", "harbour", "hull", "island", "keel", "lantern", "lighthouse", "mast", "mooring", "pier", "pilot", "quay",
    "radar", "rudder", "sail", "ship", "signal", "tide", "tugboat", "wave",
  ]
  private static let aspects = [
    "state", "level", "name", "count", "position", "plan", "alarm", "owner", "time", "code",
  ]

  init(schemas count: Int, seed: UInt64) {
    self.count = count
    state = seed
    writeHead()
    writeChannels()
    writeComponents()
  }

  private mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  private mutating func subject() -> String { Self.subjects[below(Self.subjects.count)] }

  private mutating func aspect() -> String { Self.aspects[below(Self.aspects.count)] }

  private mutating func write(_ indentation: Int, _ line: String) {
    for _ in 0..<indentation { text += "  " }
    text += line
    text += "\n"
  }

  // MARK: Around the schemas

  private var topics: Int { max(1, count / 10) }

  private mutating func writeHead() {
    write(0, "asyncapi: 3.0.0")
    write(0, "info:")
    write(1, "title: Harbour of \(count) schemas")
    write(1, "version: 1.0.0")
    write(0, "defaultContentType: application/json")
    write(0, "servers:")
    write(1, "main:")
    write(2, "host: '{region}.harbour.example.com:1883'")
    write(2, "protocol: mqtt")
    write(2, "variables:")
    write(3, "region: {default: north, enum: [north, south]}")
  }

  private mutating func writeChannels() {
    write(0, "channels:")
    for topic in 0..<topics {
      let subject = subject()
      write(1, "\(subject)\(topic):")
      write(2, "address: harbour/{harbourId}/\(subject)/\(topic)")
      write(2, "description: What is to be known of the \(subject), number \(topic).")
      write(2, "parameters:")
      write(3, "harbourId:")
      write(4, "description: The harbour's identifier.")
      write(2, "messages:")
      write(3, "report:")
      write(4, "$ref: '#/components/messages/Report\(topic)'")
      write(2, "bindings:")
      write(3, "mqtt: {bindingVersion: 0.2.0}")
      operations.append("\(subject)\(topic)")
    }
    write(0, "operations:")
    for (topic, channel) in operations.enumerated() {
      write(1, "tell\(topic):")
      write(2, "action: \(topic % 2 == 0 ? "send" : "receive")")
      write(2, "summary: Reports of \(channel)")
      write(2, "channel:")
      write(3, "$ref: '#/channels/\(channel)'")
      write(2, "messages:")
      write(3, "- $ref: '#/channels/\(channel)/messages/report'")
    }
  }

  private var operations: [String] = []

  private mutating func writeComponents() {
    write(0, "components:")
    write(1, "messages:")
    for topic in 0..<topics {
      write(2, "Report\(topic):")
      write(3, "title: Report \(topic)")
      write(3, "headers:")
      write(4, "type: object")
      write(4, "properties:")
      write(5, "sentBy: {type: string, maxLength: 64}")
      write(3, "payload:")
      write(4, "$ref: '#/components/schemas/Schema\(topic * 10)'")
    }
    write(1, "schemas:")
    for number in 0..<count { writeSchema(number) }
  }

  // MARK: Schemas

  private mutating func writeSchema(_ number: Int) {
    write(2, "Schema\(number):")
    switch number % 10 {
    case 6: writeEnumeration()
    case 7: writeUnion(number)
    case 8: writeComposition(number)
    case 9:
      write(3, "type: array")
      write(3, "maxItems: 50")
      write(3, "items:")
      write(4, reference(to: number - 9))
    default: writeObject(number, indentation: 3)
    }
  }

  private func reference(to number: Int) -> String { "$ref: '#/components/schemas/Schema\(number)'" }

  /// One of the schemas nearby, before or after.
  private mutating func neighbour(of number: Int) -> Int { max(0, min(count - 1, number - 100 + below(200))) }

  private mutating func writeEnumeration() {
    write(3, "type: string")
    write(3, "description: One of five words.")
    write(3, "enum:")
    let first = below(Self.subjects.count - 5)
    for word in Self.subjects[first..<first + 5] { write(4, "- \(word)") }
  }

  private mutating func writeUnion(_ number: Int) {
    write(3, "oneOf:")
    for object in number - 7..<number - 4 { write(4, "- \(reference(to: object))") }
  }

  private mutating func writeComposition(_ number: Int) {
    write(3, "allOf:")
    write(4, "- \(reference(to: number - 5))")
    write(4, "- type: object")
    write(5, "properties:")
    write(6, "extra\(number): {type: integer, minimum: 0}")
  }

  private mutating func writeObject(_ number: Int, indentation: Int) {
    write(indentation, "type: object")
    write(indentation, "description: |")
    write(indentation + 1, "The \(subject()) and its \(aspect()), as schema \(number) has them.")
    write(indentation + 1, "What is absent is not known.")
    let names = (0..<8).map { "\(subject())_\(aspect())\($0)" }
    write(indentation, "required: [\(names[0]), \(names[1])]")
    write(indentation, "properties:")
    for (position, name) in names.enumerated() {
      write(indentation + 1, "\(name):")
      writeProperty(position, of: number, indentation + 2)
    }
  }

  private mutating func writeProperty(_ position: Int, of number: Int, _ indentation: Int) {
    switch position {
    case 0:
      write(indentation, "type: string")
      write(indentation, "description: The \(aspect()) of the \(subject()), “\(number)” to its friends.")
    case 1:
      write(indentation, "type: integer")
      write(indentation, "format: int64")
      write(indentation, "minimum: \(below(100))")
    case 2:
      write(indentation, "type: number")
      write(indentation, "examples: [\(below(100)).5, 1e3]")
    case 3: write(indentation, "type: boolean")
    case 4:
      write(indentation, "type: string")
      write(indentation, "format: date-time")
    case 5:
      write(indentation, "type: array")
      write(indentation, "items: {type: string, pattern: '^[a-z]+$'}")
    default: write(indentation, reference(to: neighbour(of: number)))
    }
  }
}

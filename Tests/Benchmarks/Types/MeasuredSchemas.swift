import Foundation

/// A document with as many schemas as one likes, to be generated from. The same number makes the same document.
///
/// Of ten schemas six are objects of ten properties, and one each an enumeration, a union of earlier objects, an earlier
/// object with more properties, and an object that allows no others. References lead to earlier schemas only. One schema
/// in ten is the payload of a message, which is sent and received.
struct MeasuredSchemas {
  static let path = "measured.asyncapi.yaml"

  private(set) var text = ""
  private var state: UInt64
  private var objects: [Int] = []
  private var enumerations: [Int] = []

  private static let subjects = [
    "axle", "boiler", "brake", "cabin", "carriage", "coupling", "depot", "driver", "engine", "freight", "gauge",
    "junction", "ladder", "lantern", "loop", "platform", "rail", "route", "shunter", "signal", "sleeper", "steam",
    "switch", "tender", "ticket", "track", "train", "tunnel", "viaduct", "wagon", "whistle", "yard",
  ]
  private static let aspects = [
    "age", "code", "count", "height", "label", "limit", "mode", "owner", "place", "rate", "state", "weight",
  ]

  init(_ count: Int) {
    state = UInt64(count)
    line(0, "asyncapi: 3.0.0")
    line(0, "info: {title: Measured \(count), version: 1.0.0}")
    line(0, "defaultContentType: application/json")
    let messages = max(1, count / 10)
    line(0, "channels:")
    for number in 0..<messages {
      line(1, "channel\(number):")
      line(2, "address: railway/{line}/\(number)")
      line(2, "parameters: {line: {description: The line.}}")
      line(2, "messages: {report: {$ref: '#/components/messages/Report\(number)'}}")
    }
    line(0, "operations:")
    for number in 0..<messages {
      line(1, "send\(number): {action: send, channel: {$ref: '#/channels/channel\(number)'}}")
      line(1, "receive\(number): {action: receive, channel: {$ref: '#/channels/channel\(number)'}}")
    }
    line(0, "components:")
    line(1, "messages:")
    for number in 0..<messages {
      line(2, "Report\(number): {payload: {$ref: '#/components/schemas/Schema\((number * 11) % count)'}}")
    }
    line(1, "schemas:")
    for number in 0..<count { writeSchema(number) }
  }

  private mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  private mutating func line(_ indentation: Int, _ line: String) {
    for _ in 0..<indentation { text += "  " }
    text += line
    text += "\n"
  }

  private func reference(_ number: Int) -> String { "$ref: '#/components/schemas/Schema\(number)'" }

  /// One of the last of these, as documents refer to what is near.
  private mutating func near(_ numbers: [Int]) -> Int? {
    numbers.isEmpty ? nil : numbers[numbers.count - 1 - below(min(200, numbers.count))]
  }

  private mutating func words(_ count: Int) -> String {
    let first = below(Self.subjects.count - count)
    return Self.subjects[first..<first + count].joined(separator: ", ")
  }

  // MARK: Schemas

  private mutating func writeSchema(_ number: Int) {
    line(2, "Schema\(number):")
    switch number % 10 {
    case 6:
      line(3, "{type: string, description: 'Words, number \(number).', enum: [\(words(5))]}")
      enumerations.append(number)
    case 7:
      line(3, "oneOf:")
      var members: [Int] = []
      for _ in 0...1 + below(2) { if let member = near(objects), !members.contains(member) { members.append(member) } }
      for member in members { line(4, "- \(reference(member))") }
    case 8:
      line(3, "allOf:")
      line(4, "- \(reference(objects[objects.count - 1 - below(6)]))")
      line(4, "- type: object")
      line(5, "required: [extraName]")
      line(5, "properties:")
      line(6, "extraName: {type: string}")
      line(6, "extra_count: {type: integer, format: int32}")
      line(6, "extraPart: {\(reference(near(objects) ?? 0))}")
    default: writeObject(number)
    }
  }

  private mutating func writeObject(_ number: Int) {
    line(3, "type: object")
    line(3, "description: Schema number \(number) of those that are measured.")
    let names = (0..<10).map { position in
      let (subject, aspect) = (Self.subjects[below(Self.subjects.count)], Self.aspects[below(Self.aspects.count)])
      // Every fourth is not called as Swift would call it.
      return position % 4 == 3 ? "\(subject)_\(aspect)_\(position)" : "\(subject)\(aspect.capitalized)\(position)"
    }
    line(3, "required: [\(names[0]), \(names[1]), \(names[5]), \(names[6])]")
    if number % 10 == 9 { line(3, "additionalProperties: false") }
    line(3, "properties:")
    let kinds = [
      "type: string, description: What it is called.", "type: integer, format: int64", "type: number, format: double",
      "type: boolean", "type: string, format: date-time", "type: string, enum: [\(words(4))]",
      "type: array, items: {type: string}", near(objects).map(reference) ?? "type: string, format: uuid",
      "type: array, items: {\(near(objects).map(reference) ?? "type: integer, format: int32")}",
      near(enumerations).map(reference) ?? "type: object, additionalProperties: {type: string}",
    ]
    for (name, kind) in zip(names, kinds) { line(4, "\(name): {\(kind)}") }
    if number % 10 != 9 { objects.append(number) }
  }
}

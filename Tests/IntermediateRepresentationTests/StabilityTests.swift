import IntermediateRepresentation
import Testing

/// An edit of one thing must not rename another, or every user of the other has to edit code.
@Suite struct StabilityTests {
  private func document(_ schemas: [String], _ messages: [String] = [], _ channels: [String] = []) throws
    -> IntermediateDocument
  {
    func list(_ entries: [String], _ indentation: String) -> String { entries.map { "\(indentation)\($0)\n" }.joined() }
    return try Snippet(
      "channels:\n  none: {address: none}\n" + list(channels, "  ") + "components:\n  messages:\n    none: {}\n"
        + list(messages, "    ") + "  schemas:\n    None: {type: string}\n" + list(schemas, "    ")
    ).document
  }

  private let schemas = [
    "a-b: {properties: {x: {properties: {y: {enum: [p, q]}}}, x-1: {type: string}}}",
    "a_b: {type: object, properties: {z: {}}}",
    "Order: {properties: {line: {properties: {sku: {}}}}}", "Type: {enum: [a, b]}",
  ]
  private let messages = [
    "placed: {payload: {properties: {a: {}}}}", "gone: {payload: {type: array, items: {properties: {b: {}}}}}",
  ]
  private let channels = ["lights: {address: 'l/{id}'}", "light-s: {address: 'm/{id}'}"]

  /// Every name, by where the document says what is so named.
  private func names(_ document: IntermediateDocument) -> [String: String] {
    var names: [String: String] = [:]
    for type in document.types {
      names[type.origin.pointer] = type.name.description
      if case .structure(let structure) = type.shape {
        for property in structure.properties { names["\(type.origin.pointer) \(property.key)"] = property.name }
      }
    }
    for message in document.messages { names[message.origin.pointer] = message.name.description }
    for channel in document.channels { names[channel.origin.pointer] = channel.name.description }
    return names
  }

  @Test("The order of the document decides no name")
  func order() throws {
    let first = try document(schemas, messages, channels)
    let second = try document(schemas.reversed(), messages.reversed(), channels.reversed())
    #expect(names(first) == names(second))
    #expect(
      Set(first.types)
        == Set(
          second.types.map { type in
            var type = type
            type.origin = first.types.first { $0.name == type.name }?.origin ?? type.origin
            return type
          }))
  }

  @Test("What is added or taken away renames nothing else")
  func additions() throws {
    let before = names(try document(schemas, messages, channels))
    let after = names(
      try document(
        ["New: {properties: {line: {properties: {q: {}}}}}"] + schemas + ["order-line: {properties: {a: {}}}"],
        ["new: {payload: {type: string}}"] + messages, ["new: {address: n}"] + channels))
    for (place, name) in before { #expect(after[place] == name, "\(place)") }
    for index in schemas.indices.dropFirst(2) {
      var fewer = schemas
      fewer.remove(at: index)
      for (place, name) in names(try document(fewer, messages, channels)) { #expect(before[place] == name, "\(place)") }
    }
  }

  @Test("A property that comes renames none that is there")
  func properties() throws {
    let before = try Snippet(schemas: "A: {properties: {b: {properties: {c: {}}}, d: {enum: [x]}}}")
    let after = try Snippet(
      schemas: "A: {properties: {a: {properties: {c: {}}}, b: {properties: {c: {}}}, d: {enum: [x]}}}")
    for (place, name) in names(before.document) { #expect(names(after.document)[place] == name) }
  }
}

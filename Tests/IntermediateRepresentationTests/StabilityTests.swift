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
      if case .enumeration(let enumeration) = type.shape {
        for value in enumeration.cases { names["\(type.origin.pointer) \(value.value.text)"] = value.name }
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

  @Test("Properties, their types and values keep their names in whatever order they stand", arguments: 0..<12)
  func shuffledProperties(seed: UInt64) throws {
    var random = Random(seed: seed)
    let keys = [
      "a-b", "a_b", "aB", "A-B", "ab", "AB", "a.b", "id", "ID", "Id", "type", "Type", "1", "-1", "🚀", "rocket", "x",
      "X",
    ]
    let values = ["a-b", "a_b", "aB", "A-B", "id", "ID", "none", "unknown", "1", "+1", "é", "Type"]
    func document() throws -> IntermediateDocument {
      let properties = keys.shuffled(using: &random).map { key in
        let cases = values.shuffled(using: &random).map { "'\($0)'" }.joined(separator: ", ")
        return key.utf8.count.isMultiple(of: 2)
          ? "'\(key)': {type: object, properties: {'\(key)': {enum: [\(cases)]}}}" : "'\(key)': {enum: [\(cases)]}"
      }
      return try Snippet(schemas: "A: {type: object, properties: {\(properties.joined(separator: ", "))}}").document
    }
    let first = names(try document())
    #expect(first == names(try document()))
    #expect(first.count > keys.count)
  }

  @Test("Messages that channels have of their own keep their names in whatever order the channels stand")
  func messagesOfChannels() throws {
    let channels = (0..<5).map {
      "c\($0): {address: c\($0), messages: {update: {payload: {type: string}}, only\($0): {}}}"
    }
    let first = names(try document([], [], channels))
    #expect(first == names(try document([], [], channels.reversed())))
    #expect(first["/channels/c0/messages/update"] == "Messages.C0Update")
    #expect(first["/channels/c0/messages/only0"] == "Messages.Only0")
  }

  @Test("Alternatives keep their names in whatever order they stand")
  func alternatives() throws {
    let members = [
      "{title: One, properties: {a: {}}}", "{required: [b], properties: {b: {}}}",
      "{type: array, items: {type: string}}",
      "{properties: {c: {}, d: {}}}", "{type: string}", "{properties: {kind: {enum: [x]}}}",
    ]
    func names(_ members: [String]) throws -> Set<String> {
      let snippet = try Snippet(schemas: "A: {oneOf: [\(members.joined(separator: ", "))]}")
      return Set(try snippet.union("Schemas.A").members.map { "\($0.name) \($0.type.text)" })
    }
    #expect(try names(members) == names(members.reversed()))
    #expect(try names(members).isSuperset(of: names(Array(members.dropFirst(2)))))
  }

  @Test("What extends a base keeps its name, and so does the base, when another extension comes")
  func extensions() throws {
    let base =
      "Pet: {type: object, discriminator: kind, properties: {kind: {type: string}, info: {properties: {x: {}}}}}"
    let cat = "Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {lives: {enum: [a, b]}}}]}"
    let dog = "Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {tail: {enum: [a, b]}}}]}"
    let before = try document([base, cat])
    let after = try document([dog, cat, base])
    #expect(Set(before.types.map(\.name)).isSubset(of: after.types.map(\.name)))
  }
}

import SpecParser
import Testing

/// What fails here: what somebody is told of a mistake misleads, or is told twice.
@Suite struct AdviceTests {
  static let messages: [(body: String, says: String)] = [
    (
      "channels: {c: {}}\noperations: {o: {action: recieve, channel: {$ref: '#/channels/c'}}}",
      "'action' must be 'send' or 'receive', not 'recieve'; did you mean 'receive'?"
    ),
    (
      "components: {schemas: {s: {maxItems: 1.5}}}", "'maxItems' must be a whole number, but is 1.5"
    ),
    (
      "components: {operationBindings: {b: {ros2: {role: publisher, node: a, qosPolicies: {reliability: relable}}}}}",
      "'reliability' must be one of 'best_effort', 'reliable', not 'relable'; did you mean 'reliable'?"
    ),
    (
      "components: {parameters: {a: {enum: [b], examples: [3]}}}",
      "each element of 'examples' must be a string, but 3 is a number; put it in quotes"
    ),
    (
      "components: {serverVariables: {a: {enum: [b], default: 3}}}",
      "'default' must be a string, but 3 is a number; put it in quotes"
    ),
    (
      "components: {schemas: {s: {discriminator: {propertyName: kind}, properties: {a: {}}}}}",
      "'discriminator' is the name of a property in AsyncAPI; the object form is OpenAPI's"
    ),
    // No name of one letter is the misspelling of another.
    (
      "components: {schemas: {a: {$ref: '#/components/schemas/b'}}}",
      "'#/components/schemas/b' leads nowhere: there is no 'b' in '/components/schemas'; define it there, or correct the reference"
    ),
  ]

  @Test(arguments: messages) func saysOnceWhatToDo(_ body: String, _ says: String) {
    #expect(Parsing.version3(body).diagnostics.map(\.message) == [says])
  }

  @Test func takesTheReliabilityThatTheSchemaOfROS2Misspells() {
    let parsing = Parsing.version3(
      "components: {operationBindings: {b: {ros2: {role: publisher, node: a, qosPolicies: {reliability: realiable}}}}}")
    #expect(parsing.places == [])
  }

  static let siblings: [(body: String, names: [String])] = [
    ("components: {messages: {a: {$ref: '#/components/messages/b', description: d}, b: {}}}", ["'description'"]),
    ("components: {messages: {a: {$ref: '#/components/messages/b', summary: d}, b: {}}}", ["'summary'"]),
    ("components: {schemas: {a: {$ref: '#/components/schemas/b', title: d}, b: {}}}", ["'title'"]),
    (
      "components: {schemas: {a: {properties: {p: {$ref: '#/components/schemas/b', description: d, title: t}}}, b: {}}}",
      ["'title'"]
    ),
    // It becomes the documentation of the property.
    (
      "components: {schemas: {a: {properties: {p: {$ref: '#/components/schemas/b', description: d}}}, b: {}}}", []
    ),
    ("components: {messages: {a: {$ref: '#/components/messages/b', x-own: d}, b: {}}}", []),
  ]

  @Test(arguments: siblings) func warnsOfWhatIsIgnoredBesideAReference(_ body: String, _ names: [String]) {
    let parsing = Parsing.version3(body)
    #expect(parsing.codes == names.map { _ in "reference-siblings" })
    for name in names { #expect(parsing.diagnostics.first?.message.hasPrefix("\(name) beside") == true) }
  }
}

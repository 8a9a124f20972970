import SpecParser

/// Finds what the document gives as examples of a message: Message Example Objects with a payload, or else the examples of
/// the schema of the payload.
struct ExampleLowering {
  let document: AsyncAPIDocument

  struct Example {
    /// The Message Example Object, or the value among the examples of the schema.
    var place: Node
    var name: String?
    var payload: Node
    var headers: Node?
  }

  func examples(of message: Message) -> [Example] {
    // What a schema of another format describes does not travel as JSON.
    if case .foreign = message.payload { return [] }
    let own = message.examples.compactMap { example in
      example.payload.map {
        Example(place: example.node, name: example.name, payload: $0, headers: example.headers)
      }
    }
    guard own.isEmpty, case .schema(let reference) = message.payload else { return own }
    return (document.schemaTable[reference.place]?.examples ?? []).map { Example(place: $0, payload: $0) }
  }

  func lower(_ message: Message) -> [MessageExampleDeclaration] {
    examples(of: message).map { example in
      MessageExampleDeclaration(
        name: example.name, payload: example.payload.json(), headers: example.headers?.json())
    }
  }
}

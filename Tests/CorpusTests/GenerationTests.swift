import IntermediateRepresentation
import SpecParser
import TemplateRenderer
import Testing

/// What fails here: a valid document of somebody is refused, or part of it is not in the generated code.
struct GenerationTests {
  @Test(
    "Every valid document is generated, and each message, channel and operation is declared on both sides",
    arguments: Corpus.validDocuments)
  func declarations(of document: Corpus.Document) throws {
    let generated = try GeneratedDocument(document)
    let lowered = generated.lowered
    #expect(lowered.sides.map(\.kind) == [.application, .client])

    // Nothing of the document is left out on the way.
    #expect(Set(lowered.channels.map(\.key)) == Set(generated.parsed.channels.map(\.key)))
    for message in generated.parsed.components.messages.map(\.message)
      + generated.parsed.channels.flatMap({ $0.messages.map(\.message) })
    {
      #expect(lowered.messages.contains { $0.origin.pointer == message.pointer }, "\(message.pointer)")
    }
    for operation in generated.parsed.operations where !operation.messages.isEmpty {
      let isSent = operation.action == .send
      for side in lowered.sides {
        let own = (side.kind == .application) == isSent ? side.publishes : side.receives
        #expect(own.contains { $0.key == operation.key }, "\(operation.key) as \(side.kind)")
      }
    }

    let messages = generated.code(.messages)
    for message in lowered.messages {
      let declaration = "nonisolated public struct \(message.name.simpleName): AsyncAPIRuntime.Message, Hashable {"
      #expect(messages.contains { $0 == declaration }, "\(declaration)")
    }
    let channels = generated.code(.channels)
    for channel in lowered.channels {
      let declaration = "nonisolated public enum \(channel.name.simpleName): AsyncAPIRuntime.Channel {"
      #expect(channels.contains { $0 == declaration }, "\(declaration)")
    }
    for side in lowered.sides {
      let code = generated.code(side.kind == .application ? .application : .client)
      for operation in side.publishes { expectPublishing(operation, of: lowered, in: code) }
      for operation in side.receives { expectReceiving(operation, of: lowered, in: code) }
    }
  }

  @Test("No text of a document hides or turns around what stands in the code", arguments: 0..<30 as Range<UInt64>)
  func invisibleCharacters(seed: UInt64) throws {
    var hostile = HostileDocument(seed: seed)
    let generated = try GeneratedDocument(
      HostileDocument.path, from: InMemorySources([HostileDocument.path: hostile.document()]))
    for file in generated.files {
      let hidden = file.text.unicodeScalars.first { scalar in
        scalar.isInvisible && scalar != "\n"
      }
      #expect(hidden == nil, "\(file.role) of the document with the seed \(seed)")
    }
  }

  private func expectPublishing(
    _ operation: OperationDeclaration, of document: IntermediateDocument, in code: [Substring]
  ) {
    for message in operation.messages {
      let label =
        operation.messages.count == 1
        ? "_ payload: " : message.name == "payload" ? "payload: " : "\(message.name) payload: "
      let first = code.indices.contains { index in
        code[index] == "nonisolated(nonsending) public func \(operation.name)(" && code[index + 1].hasPrefix(label)
          && code[index...].prefix(20).contains {
            $0.contains("\(document.namespace).\(message.message)(payload: payload")
          }
      }
      #expect(first, "\(operation.name)(\(label)")
    }
  }

  private func expectReceiving(
    _ operation: OperationDeclaration, of document: IntermediateDocument, in code: [Substring]
  ) {
    let channel = "\(document.namespace).\(operation.channel)"
    for message in operation.messages {
      let argument =
        "_ message: \(document.namespace).\(message.message), context: AsyncAPIRuntime.MessageContext<\(channel)>"
      let isHandled = code.indices.contains { index in
        code[index] == "func \(operation.name)(" && code[index + 1] == argument
      }
      #expect(isHandled, "\(operation.name)(\(argument))")
    }
    if operation.reply == nil {
      let pulls = "nonisolated(nonsending) public func \(operation.name)<Outcome>("
      #expect(code.contains { $0 == pulls }, "\(pulls)")
    }
  }
}

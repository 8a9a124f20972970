import ArgumentParser
import IntermediateRepresentation

/// What is generated of a document. If one of these is given, the `only` of the configuration does not count.
struct FilterOptions: ParsableArguments {
  @Option(
    name: .customLong("only-operation"),
    help: ArgumentHelp(
      "Generate only the operations of this name, and what else is asked for by --only-…. May be repeated.",
      discussion: "In a name, * stands for any characters and ? for one.", valueName: "name"))
  var operations: [String] = []

  @Option(
    name: .customLong("only-channel"),
    help: ArgumentHelp("Likewise, channels of this name or address, with their operations.", valueName: "name"))
  var channels: [String] = []

  @Option(
    name: .customLong("only-message"),
    help: ArgumentHelp("Likewise, messages of this name, without operations.", valueName: "name"))
  var messages: [String] = []

  @Option(
    name: .customLong("only-tag"),
    help: ArgumentHelp("Likewise, operations, channels and messages with this tag.", valueName: "name"))
  var tags: [String] = []

  var filter: DocumentFilter? {
    var filter = DocumentFilter()
    filter.operations = operations.map { NamePattern($0) }
    filter.channels = channels.map { NamePattern($0) }
    filter.messages = messages.map { NamePattern($0) }
    filter.tags = tags.map { NamePattern($0) }
    return filter.isEmpty ? nil : filter
  }
}

import ArgumentParser

@main
struct SwiftAsyncAPIGenerator: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "swift-asyncapi-generator",
    abstract: "Turns AsyncAPI documents into Swift publishers, subscribers and payload types.",
    version: "0.1.0",
    subcommands: [Generate.self, Validate.self, Inspect.self, Codes.self, TemplatesCommand.self])
}

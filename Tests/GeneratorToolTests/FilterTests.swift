import Foundation
import Testing

/// What fails here: a user asks for a part of a document and gets another, or does not learn why.
@Suite struct FilterTests {
  private static let document = """
    asyncapi: 3.0.0
    info: { title: Lamps, version: '1' }
    channels:
      lit: { address: lit, messages: { lit: { payload: { $ref: '#/components/schemas/lamp' } } } }
      dim: { address: dim, messages: { dim: { payload: { $ref: '#/components/schemas/level' } } } }
    operations:
      sendLit: { action: send, channel: { $ref: '#/channels/lit' }, tags: [{ name: light }] }
      dimLight: { action: receive, channel: { $ref: '#/channels/dim' } }
    components:
      schemas:
        lamp: { type: object, properties: { id: { type: string } } }
        level: { type: object, properties: { percent: { type: number } } }

    """

  private func run(_ configuration: String?, _ options: String...) throws -> (Tool, Folder) {
    let folder = try Folder(["asyncapi.yaml": Self.document])
    if let configuration { try folder.write(configuration, to: "asyncapi-generator.yaml") }
    let tool = try Tool(["generate", "asyncapi.yaml", "--output-directory", "out"] + options, in: folder.url)
    return (tool, folder)
  }

  private func generated(_ folder: Folder) throws -> String {
    try folder.names(in: "out").map { try folder.read("out/\($0)") }.joined()
  }

  @Test(
    "A part is chosen in the configuration or on the command line",
    arguments: [
      ("only: { operations: 'send*' }\n", []), ("only: { channels: [lit] }\n", []), ("only: { tags: [light] }\n", []),
      (nil, ["--only-operation", "sendL?t"]), (nil, ["--only-channel", "lit"]), (nil, ["--only-tag", "light"]),
      // The command line comes before the configuration.
      ("only: { operations: [dimLight] }\n", ["--only-operation", "sendLit"]),
    ] as [(String?, [String])])
  func chosen(configuration: String?, options: [String]) throws {
    let folder = try Folder(["asyncapi.yaml": Self.document])
    if let configuration { try folder.write(configuration, to: "asyncapi-generator.yaml") }
    let tool = try Tool(["generate", "asyncapi.yaml", "--output-directory", "out"] + options, in: folder.url)
    #expect(tool.status == 0 && tool.errors.isEmpty, "\(tool.errors)")
    #expect(folder.names(in: "out").count == 9)
    let swift = try generated(folder)
    #expect(swift.contains("struct Lamp") && swift.contains("enum Lit: ") && swift.contains("sendLit"))
    #expect(!swift.contains("Level") && !swift.contains("Dim") && !swift.contains("dimLight"))
  }

  @Test("Several options add up")
  func several() throws {
    let (tool, folder) = try run(nil, "--only-operation", "sendLit", "--only-message", "dim")
    #expect(tool.status == 0)
    let swift = try generated(folder)
    #expect(swift.contains("struct Lamp") && swift.contains("struct Level") && !swift.contains("dimLight"))
  }

  @Test("The report tells what was left out")
  func report() throws {
    let (tool, folder) = try run(
      "only: { operations: sendLit }\n", "--strict", "--severity=ignored-information=ignore", "--report", "r.txt")
    #expect(tool.status == 0, "\(tool.errors)")
    let report = try folder.read("r.txt")
    #expect(
      report.contains("asyncapi.yaml:8:3: unselected: 'dimLight' of 'operations': 'only' leaves it out [unselected]"))
    #expect(report.hasSuffix(" 1 ignored, 3 unselected\n"), "\(report)")
  }

  @Test(
    "What is wrong with a filter is said at its place, and nothing is written",
    arguments: [
      ("only: [a]\n", "1:7: error: 'only' is a mapping from channels, operations, messages or tags to names"),
      ("only: {}\n", "1:7: error: 'only' is a mapping from channels"),
      ("only: { chanels: [a] }\n", "1:9: error: 'only' has no key 'chanels'; did you mean 'channels'?"),
      ("only: { channels: [[a]] }\n", "1:20: error: 'channels' of 'only' is a name or a list of names"),
      ("only: { channels: [] }\n", "1:19: error: 'channels' of 'only' is empty"),
      (
        "only:\n  operations:\n    - sendLti\n",
        "3:7: error: no operation of the document is called 'sendLti'; did you mean 'sendLit'?"
      ),
      ("only: { tags: ['x*'] }\n", "1:16: error: no tag of the document is called 'x*'; there is 'light'"),
      ("only: { messages: x }\n", "1:19: error: no message of the document is called 'x'; there are 'lit', 'dim'"),
    ])
  func faults(configuration: String, message: String) throws {
    let (tool, folder) = try run(configuration)
    #expect(tool.status == 1 && tool.errorLines.count == 1)
    #expect(tool.errors.hasPrefix("asyncapi-generator.yaml:\(message)"), "\(tool.errors)")
    #expect(folder.names(in: "out").isEmpty)
  }

  @Test("A name on the command line that is that of nothing is an error too")
  func option() throws {
    let (tool, _) = try run(nil, "--only-channel", "lot")
    #expect(tool.status == 1)
    #expect(
      tool.errors == "error: no channel of the document is called 'lot'; did you mean 'lit'? [nothing-selected]\n",
      "\(tool.errors)")
  }
}

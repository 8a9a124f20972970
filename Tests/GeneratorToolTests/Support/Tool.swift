import Foundation
import Testing

/// A run of the built tool.
struct Tool {
  var status: Int32
  var output: String
  var errors: String

  /// The executable lies beside the bundle of the tests.
  private static var executable: URL {
    get throws {
      var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      while folder.path != "/" {
        let tool = folder.appendingPathComponent("swift-asyncapi-generator")
        if FileManager.default.isExecutableFile(atPath: tool.path) { return tool }
        folder.deleteLastPathComponent()
      }
      let bundle = try #require(Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") })
      return bundle.bundleURL.deletingLastPathComponent().appendingPathComponent("swift-asyncapi-generator")
    }
  }

  /// Runs the tool in a folder. Output goes to files, since a pipe that nobody reads stops a program.
  init(_ arguments: String..., in folder: URL) throws { try self.init(arguments, in: folder) }

  init(_ arguments: [String], in folder: URL) throws {
    let logs = FileManager.default.temporaryDirectory.appendingPathComponent("asyncapi-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: logs, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: logs) }
    let (out, err) = (logs.appendingPathComponent("out"), logs.appendingPathComponent("err"))
    for log in [out, err] { try Data().write(to: log) }
    let process = Process()
    process.executableURL = try Self.executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    output = try String(contentsOf: out, encoding: .utf8)
    errors = try String(contentsOf: err, encoding: .utf8)
  }

  /// The lines on standard error that say that something is wrong.
  var errorLines: [String] { errors.split(separator: "\n").map(String.init).filter { $0.contains("error: ") } }
}

/// A folder of a test with a package in it, which is removed afterwards.
final class Folder {
  let url: URL

  init(_ files: [String: String] = [:]) throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("asyncapi-\(UUID().uuidString)/package")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    try write("", to: "Package.swift")
    for (name, text) in files { try write(text, to: name) }
  }

  deinit { try? FileManager.default.removeItem(at: url.deletingLastPathComponent()) }

  func write(_ text: String, to name: String) throws {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func read(_ name: String) throws -> String {
    try String(contentsOf: url.appendingPathComponent(name), encoding: .utf8)
  }

  /// The names in a folder; none if it is not there.
  func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: url.appendingPathComponent(folder).path)) ?? []).sorted()
  }

  func dates(in folder: String) throws -> [Date] {
    try names(in: folder).map {
      let attributes = try FileManager.default.attributesOfItem(
        atPath: url.appendingPathComponent("\(folder)/\($0)").path)
      return try #require(attributes[.modificationDate] as? Date)
    }
  }
}

let lamps = """
  asyncapi: 3.1.0
  info: { title: Lamps, version: '1', \(completeInfo) }
  channels:
    lit: { address: lit, messages: { lit: { payload: { $ref: '#/components/schemas/lamp' } } } }
  operations:
    sendLit: { action: send, channel: { $ref: '#/channels/lit' } }
  id: urn:example:lamps
  defaultContentType: application/json
  servers: { harbour: { host: lamps.example.com, protocol: mqtt } }
  components:
    schemas:
      lamp: { type: object, properties: { id: { type: string } } }

  """

/// What else readers look for in `info`, so that there is nothing to advise on.
let completeInfo = """
  description: D, license: { name: MIT }, tags: [{ name: t }], \
  contact: { name: N, url: 'https://example.com', email: n@example.com }
  """

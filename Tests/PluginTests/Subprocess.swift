import Foundation

/// A program that has ended by itself.
struct Subprocess {
  var status: Int32
  /// Standard output and error, as they were written.
  var output: String

  var lines: [Substring] { output.split(whereSeparator: \.isNewline) }

  /// Runs a program found on the path.
  ///
  /// - Throws: ``DidNotEnd`` after `limit`.
  static func run(_ arguments: [String], within limit: Duration) async throws -> Subprocess {
    // A file and not a pipe: a pipe that nobody reads stops the program, and one that a child keeps open never ends.
    let log = FileManager.default.temporaryDirectory.appendingPathComponent("asyncapi-\(UUID().uuidString).log")
    try Data().write(to: log)
    defer { try? FileManager.default.removeItem(at: log) }
    let writer = try FileHandle(forWritingTo: log)
    defer { try? writer.close() }

    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = writer
    process.standardError = writer
    let (ends, end) = AsyncStream.makeStream(of: Void.self)
    process.terminationHandler = { _ in end.finish() }
    try process.run()

    let identifier = process.processIdentifier
    let watch = Task {
      try await Task.sleep(for: limit)
      kill(identifier, SIGTERM)
      try await Task.sleep(for: .seconds(10))
      kill(identifier, SIGKILL)
    }
    for await _ in ends {}
    watch.cancel()

    let output = try String(decoding: Data(contentsOf: log), as: UTF8.self)
    guard process.terminationReason == .exit else { throw DidNotEnd(arguments: arguments, output: output) }
    return Subprocess(status: process.terminationStatus, output: output)
  }

  struct DidNotEnd: Error {
    var arguments: [String]
    var output: String
  }
}

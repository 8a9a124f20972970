#if AMQP
  import Foundation
  import Synchronization

  /// A program that a test runs beside itself.
  enum Program {
    struct Output {
      var status: Int32
      var text: String
    }

    struct Missing: Error, CustomStringConvertible {
      var description: String
    }

    /// The program's path; a missing one fails the test.
    static func path(_ name: String, in folders: [String] = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]) throws
      -> String
    {
      for folder in folders where FileManager.default.isExecutableFile(atPath: "\(folder)/\(name)") {
        return "\(folder)/\(name)"
      }
      throw Missing(description: "there is no \(name) in \(folders); run 'make test', which installs it")
    }

    /// Runs it to its end without blocking a thread of Swift's tasks.
    static func run(_ path: String, _ arguments: [String], input: String = "") async throws -> Output {
      let folder = try Folder()
      let inputFile = folder.url.appendingPathComponent("in")
      let outputFile = folder.url.appendingPathComponent("out")
      try Data(input.utf8).write(to: inputFile)
      try Data().write(to: outputFile)
      let process = Process()
      process.executableURL = URL(fileURLWithPath: path)
      process.arguments = arguments
      process.standardInput = try FileHandle(forReadingFrom: inputFile)
      process.standardOutput = try FileHandle(forWritingTo: outputFile)
      process.standardError = FileHandle.nullDevice
      try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
        process.terminationHandler = { _ in continuation.resume() }
        do { try process.run() } catch {
          process.terminationHandler = nil
          continuation.resume(throwing: error)
        }
      }
      let text = String(decoding: try Data(contentsOf: outputFile), as: UTF8.self)
      return Output(status: process.terminationStatus, text: text)
    }
  }

  /// A folder of its own, removed with the object.
  final class Folder: Sendable {
    let url: URL

    init() throws {
      url = FileManager.default.temporaryDirectory.appendingPathComponent("amqp-tests-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }
  }
#endif

package import Foundation
import Synchronization

/// A program that a test runs beside itself.
///
/// Not by Foundation's `Process`: on Linux it takes a program for ended only when all that were started meanwhile have
/// ended too, since they hold its sockets.
package final class Program: Sendable {
  package struct Output: Sendable {
    package var status: Int32
    package var text: String
  }

  package struct Missing: Error, CustomStringConvertible {
    package var description: String

    package init(description: String) { self.description = description }
  }

  package let pid: pid_t
  private let status = Mutex<Int32?>(nil)

  /// Starts it. What it says on standard error is lost.
  package init(
    _ path: String, _ arguments: [String], input: String = "/dev/null", output: String = "/dev/null"
  ) throws {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
    var environment: [UnsafeMutablePointer<CChar>?] =
      ProcessInfo.processInfo.environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in words + environment { free(text) } }
    var pid: pid_t = 0
    guard posix_spawn(&pid, path, &actions, nil, &words, &environment) == 0 else {
      throw Missing(description: "\(path) does not start")
    }
    self.pid = pid
  }

  /// Its exit status once it has ended; nil before. A signal counts as 128 and its number.
  package var exitStatus: Int32? {
    status.withLock { status in
      if status != nil { return status }
      var raw: Int32 = 0
      guard waitpid(pid, &raw, WNOHANG) == pid else { return nil }
      status = raw & 0x7F == 0 ? (raw >> 8) & 0xFF : 128 + (raw & 0x7F)
      return status
    }
  }

  package func end() async throws -> Int32 {
    while true {
      if let status = exitStatus { return status }
      try await Task.sleep(for: .milliseconds(10))
    }
  }

  package func signal(_ signal: Int32) { if exitStatus == nil { kill(pid, signal) } }

  // MARK: Finding and running

  /// The program's path; a missing one fails the test.
  package static func path(
    _ name: String, in folders: [String] = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]
  ) throws -> String {
    for folder in folders where FileManager.default.isExecutableFile(atPath: "\(folder)/\(name)") {
      return "\(folder)/\(name)"
    }
    throw Missing(description: "there is no \(name) in \(folders); 'make brokers' installs it")
  }

  /// Runs it to its end.
  package static func run(_ path: String, _ arguments: [String], input: String = "") async throws -> Output {
    let folder = try Folder()
    let inputFile = folder.url.appendingPathComponent("in")
    let outputFile = folder.url.appendingPathComponent("out")
    try Data(input.utf8).write(to: inputFile)
    let program = try Program(path, arguments, input: inputFile.path, output: outputFile.path)
    do {
      let status = try await program.end()
      return Output(status: status, text: String(decoding: try Data(contentsOf: outputFile), as: UTF8.self))
    } catch {
      program.signal(SIGKILL)
      throw error
    }
  }
}

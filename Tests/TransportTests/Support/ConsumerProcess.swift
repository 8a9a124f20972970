import Foundation

/// The consumer in a process of its own, which is killed while it handles messages.
package enum ConsumerProcess {
  /// Which messages it had settled when it was killed, after that many.
  ///
  /// - Parameters:
  ///   - broker: `rabbitmq` or `kafka`
  ///   - place: the port of this machine, or the servers of a Kafka cluster
  ///   - interval: holds each so-manieth message open
  package static func settledUntilKilled(
    _ broker: String, at place: String, _ address: String, _ group: String, holding interval: Int, after count: Int
  ) async throws -> Set<String> {
    let path = try Program.path("TransportConsumerProcess", in: [products])
    let folder = try Folder()
    let output = folder.url.appendingPathComponent("out")
    let program = try Program(path, [broker, place, address, group, "\(interval)"], output: output.path)
    defer { program.signal(SIGKILL) }
    func lines() throws -> [Substring] {
      String(decoding: try Data(contentsOf: output), as: UTF8.self).split(separator: "\n")
    }
    while try lines().count < count { try await Task.sleep(for: .milliseconds(10)) }
    program.signal(SIGKILL)
    _ = try await program.end()
    return Set(try lines().map(String.init))
  }

  private static let products: String = {
    // The bundle of the tests stands beside the programs.
    let path = CommandLine.arguments.first { $0.contains(".xctest") } ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: path).deletingLastPathComponent().path
  }()
}

#if Kafka
  import TransportTestSupport
  import Foundation
  import Synchronization

  /// The consumer in a process of its own, which is killed while it handles messages.
  enum ConsumerProcess {
    /// Which messages it had settled when it was killed, after that many.
    static func settledUntilKilled(
      _ servers: String, _ topic: String, _ group: String, after count: Int
    ) async throws -> Set<String> {
      let path = try Program.path("KafkaConsumerProcess", in: [products])
      let folder = try Folder()
      let output = folder.url.appendingPathComponent("out")
      let program = try Program(path, [servers, topic, group], output: output.path)
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
#endif

#if Kafka
  import TransportTestSupport
  import AsyncAPIKafka
  import Foundation
  import Logging
  import Synchronization

  /// A broker that speaks Kafka's protocol: noida-db, which the Makefile installs. It is not Apache Kafka.
  final class KafkaBroker: Sendable {
    /// One for all tests of a run, on a data folder of its own.
    static let shared = Task { try await KafkaBroker() }

    let port: UInt16
    private let folder: Folder
    private let pid = Mutex<pid_t>(0)

    init() async throws {
      port = try FreePort.find()
      folder = try Folder()
      try await start()
    }

    var address: String { "127.0.0.1:\(port)" }

    func start() async throws {
      let program = try Self.program()
      let pidFile = folder.url.appendingPathComponent("pid").path
      // The shell ends the broker by its pid when this process ends, however it ends.
      _ = try Program(
        "/bin/sh",
        [
          "-c",
          """
          parent=$1; pid=$2; shift 2; "$@" >/dev/null 2>&1 & broker=$!; echo $broker >$pid.new; mv $pid.new $pid
          while kill -0 $parent 2>/dev/null && kill -0 $broker 2>/dev/null; do sleep 0.5; done
          # It does not always end when it is asked to.
          kill -9 $broker 2>/dev/null; kill -0 $parent 2>/dev/null || rm -rf "$(dirname $pid)"
          """,
          "sh", "\(ProcessInfo.processInfo.processIdentifier)", pidFile, program, "start", "--only", "kafka", "--host",
          "127.0.0.1", "--kafka-port", "\(port)", "--data-dir", folder.url.appendingPathComponent("data").path,
        ])
      for _ in 0..<200 {
        if FreePort.isOpen(port), let text = try? String(contentsOfFile: pidFile, encoding: .utf8),
          let pid = pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines))
        {
          self.pid.withLock { $0 = pid }
          return
        }
        try await Task.sleep(for: .milliseconds(50))
      }
      throw Program.Missing(description: "the broker does not open its port")
    }

    /// Ends it as a power cut would, and returns when it is gone.
    func kill() async throws {
      let pid = self.pid.withLock { $0 }
      signal(pid, SIGKILL)
      try? FileManager.default.removeItem(at: folder.url.appendingPathComponent("pid"))
      while FreePort.isOpen(port) { try await Task.sleep(for: .milliseconds(20)) }
    }

    private func signal(_ pid: pid_t, _ signal: Int32) {
      #if canImport(Darwin)
        Darwin.kill(pid, signal)
      #else
        Glibc.kill(pid, signal)
      #endif
    }

    /// The program itself: what pip puts beside it starts it as a child, whose pid is then another one.
    private static func program() throws -> String {
      var folder = URL(fileURLWithPath: #filePath)
      for _ in 0..<5 { folder.deleteLastPathComponent() }
      let libraries = folder.appendingPathComponent(".build/brokers/lib").path
      let versions = (try? FileManager.default.contentsOfDirectory(atPath: libraries)) ?? []
      return try Program.path("noida-db", in: versions.map { "\(libraries)/\($0)/site-packages/noida_db" })
    }
  }

  extension KafkaBroker {
    func transport(_ configure: (inout KafkaConfiguration) -> Void = { _ in }) -> KafkaTransport {
      KafkaTransport(configuration(configure), logger: Self.logger)
    }

    func configuration(_ configure: (inout KafkaConfiguration) -> Void = { _ in }) -> KafkaConfiguration {
      var configuration = KafkaConfiguration(servers: [address])
      configuration.discoveryInterval = .milliseconds(500)
      configuration.sessionTimeout = .seconds(6)
      configure(&configuration)
      return configuration
    }

    static var logger: Logger {
      var logger = Logger(label: "kafka-tests")
      if ProcessInfo.processInfo.environment["KAFKA_TESTS_LOG"] != nil { logger.logLevel = .debug }
      return logger
    }
  }
#endif

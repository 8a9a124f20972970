#if Kafka
  import AsyncAPIKafka
  import Foundation
  import Logging
  import Synchronization

  /// A broker that speaks Kafka's protocol: noida-db, which the Makefile installs. It is not Apache Kafka.
  final class KafkaBroker: Sendable {
    private struct State: @unchecked Sendable {
      // Foundation's classes are used under the lock alone.
      var process: Process?
      var pid: Int32 = 0
    }

    /// One for all tests of a run, on a data folder of its own.
    static let shared = Task { try await KafkaBroker() }

    let port: UInt16
    private let folder: Folder
    private let state = Mutex(State())

    init() async throws {
      port = try FreePort.find()
      folder = try Folder()
      try await start()
    }

    var address: String { "127.0.0.1:\(port)" }

    func start() async throws {
      let program = try Self.program()
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      // The shell ends the broker by its pid when this process ends, however it ends.
      process.arguments = [
        "-c",
        """
        parent=$1; shift; "$@" >/dev/null 2>&1 & broker=$!; echo $broker
        while kill -0 $parent 2>/dev/null && kill -0 $broker 2>/dev/null; do sleep 0.5; done
        kill $broker 2>/dev/null
        """,
        "sh", "\(ProcessInfo.processInfo.processIdentifier)", program, "start", "--only", "kafka", "--host",
        "127.0.0.1", "--kafka-port", "\(port)", "--data-dir", folder.url.path,
      ]
      let output = Pipe()
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = output
      process.standardError = FileHandle.nullDevice
      try process.run()
      let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
      guard let pid = Int32(line.trimmingCharacters(in: .whitespacesAndNewlines)) else {
        throw Program.Missing(description: "the broker does not start: \(line)")
      }
      state.withLock { $0 = State(process: process, pid: pid) }
      for _ in 0..<200 {
        if FreePort.isOpen(port) { return }
        try await Task.sleep(for: .milliseconds(50))
      }
      throw Program.Missing(description: "the broker does not open its port")
    }

    /// Ends it as a power cut would, and returns when it is gone.
    func kill() async throws {
      let pid = state.withLock { $0.pid }
      Glibc.kill(pid, SIGKILL)
      while FreePort.isOpen(port) { try await Task.sleep(for: .milliseconds(20)) }
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

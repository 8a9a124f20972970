#if AMQP
  import AsyncAPIAMQP
  import AsyncAPIRuntime
  import Foundation
  import Logging
  import Synchronization

  /// A RabbitMQ server of the test run, on free ports and with a data folder of its own.
  final class RabbitMQ: Sendable {
    private struct State: @unchecked Sendable {
      // Foundation's classes are used under the lock alone.
      var process: Process?
      var input: Pipe?
    }

    /// One for all tests that do not kill it.
    static let shared = Task { try await RabbitMQ() }

    let port: UInt16
    private let distributionPort: UInt16
    private let mapperPort: UInt16
    private let folder: Folder
    private let name = "t\(UUID().uuidString.prefix(8).lowercased())@localhost"
    private let state = Mutex(State())

    init() async throws {
      port = try FreePort.find()
      distributionPort = try FreePort.find()
      mapperPort = try FreePort.find()
      folder = try Folder()
      try Data("[].".utf8).write(to: folder.url.appendingPathComponent("plugins"))
      try Data("listeners.tcp.1 = 127.0.0.1:\(port)\n".utf8).write(to: folder.url.appendingPathComponent("rabbit.conf"))
      try await start()
    }

    func start() async throws {
      let program = try Program.path("rabbitmq-server", in: ["/usr/lib/rabbitmq/bin", "/opt/homebrew/sbin"])
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      // The shell ends all of it when this process ends, however it ends: its input is closed then.
      process.arguments = [
        "-c",
        """
        epmd -port \(mapperPort) -address 127.0.0.1 >/dev/null 2>&1 & mapper=$!
        "$1" </dev/null >"$2/out" 2>&1 &
        cat >/dev/null
        kill -9 $(cat "$2/pid" 2>/dev/null) 2>/dev/null; kill $mapper 2>/dev/null
        """, "sh", program, folder.url.path,
      ]
      let path = folder.url.path
      var environment = ProcessInfo.processInfo.environment
      environment.merge([
        "HOME": path, "RABBITMQ_NODENAME": name, "RABBITMQ_DIST_PORT": "\(distributionPort)",
        "ERL_EPMD_PORT": "\(mapperPort)", "ERL_EPMD_ADDRESS": "127.0.0.1",
        "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS": "-kernel inet_dist_use_interface {127,0,0,1}",
        "RABBITMQ_CONFIG_FILE": "\(path)/rabbit.conf", "RABBITMQ_ENABLED_PLUGINS_FILE": "\(path)/plugins",
        "RABBITMQ_CONF_ENV_FILE": "/dev/null", "RABBITMQ_MNESIA_BASE": "\(path)/mnesia",
        "RABBITMQ_LOG_BASE": "\(path)/log", "RABBITMQ_PID_FILE": "\(path)/pid",
      ]) { $1 }
      process.environment = environment
      let input = Pipe()
      process.standardInput = input
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      state.withLock { $0 = State(process: process, input: input) }
      for _ in 0..<1200 {
        if FreePort.isOpen(port) { return }
        try await Task.sleep(for: .milliseconds(50))
      }
      throw Program.Missing(description: "RabbitMQ does not open its port")
    }

    /// Ends it as a power cut would, and returns when it is gone.
    func kill() async throws {
      try state.withLock { try $0.input?.fileHandleForWriting.close() }
      while FreePort.isOpen(port) { try await Task.sleep(for: .milliseconds(20)) }
      state.withLock { $0.process }?.waitUntilExit()
    }

    func transport(_ configure: (inout AMQPConfiguration) -> Void = { _ in }) -> AMQPTransport {
      AMQPTransport(configuration(configure), logger: Self.logger)
    }

    func configuration(_ configure: (inout AMQPConfiguration) -> Void = { _ in }) -> AMQPConfiguration {
      var configuration = AMQPConfiguration(
        host: "127.0.0.1", port: Int(port), credentials: [.userPassword(username: "guest", password: "guest")])
      configure(&configuration)
      return configuration
    }

    static var logger: Logger { Logger(label: "amqp-tests") }
  }
#endif

#if AMQP
  import TransportTestSupport
  import AsyncAPIAMQP
  import AsyncAPIRuntime
  import Foundation
  import Logging
  import Synchronization

  /// A RabbitMQ server of the test run, on free ports and with a data folder of its own.
  final class RabbitMQ: Sendable {
    /// One for all tests that do not kill it.
    static let shared = Task { try await RabbitMQ() }

    let port: UInt16
    let encryptedPort: UInt16
    /// With which the server shows who it is on the encrypted port.
    let certificate: Certificate
    private let distributionPort: UInt16
    private let mapperPort: UInt16
    private let folder: Folder
    private let name = "t\(UUID().uuidString.prefix(8).lowercased())@localhost"
    private let pid = Mutex<pid_t>(0)

    init() async throws {
      port = try FreePort.find()
      encryptedPort = try FreePort.find()
      distributionPort = try FreePort.find()
      mapperPort = try FreePort.find()
      folder = try Folder()
      certificate = try await Certificate(in: folder.url)
      try Data("[].".utf8).write(to: folder.url.appendingPathComponent("plugins"))
      let settings = """
        listeners.tcp.1 = 127.0.0.1:\(port)
        listeners.ssl.1 = 127.0.0.1:\(encryptedPort)
        ssl_options.certfile = \(certificate.path)
        ssl_options.keyfile = \(certificate.keyPath)
        ssl_options.verify = verify_none

        """
      try Data(settings.utf8).write(to: folder.url.appendingPathComponent("rabbit.conf"))
      try await start()
    }

    func start() async throws {
      let server = try Program.path("rabbitmq-server", in: ["/usr/lib/rabbitmq/bin", "/opt/homebrew/sbin"])
      let path = folder.url.path
      let environment = [
        "HOME=\(path)", "RABBITMQ_NODENAME=\(name)", "RABBITMQ_DIST_PORT=\(distributionPort)",
        "ERL_EPMD_PORT=\(mapperPort)", "ERL_EPMD_ADDRESS=127.0.0.1",
        "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS=-kernel inet_dist_use_interface {127,0,0,1}",
        "RABBITMQ_CONFIG_FILE=\(path)/rabbit.conf", "RABBITMQ_ENABLED_PLUGINS_FILE=\(path)/plugins",
        "RABBITMQ_CONF_ENV_FILE=/dev/null", "RABBITMQ_MNESIA_BASE=\(path)/mnesia", "RABBITMQ_LOG_BASE=\(path)/log",
        "RABBITMQ_PID_FILE=\(path)/pid",
      ]
      // The shell ends all of it by pid when this process ends, however it ends. The name mapper ends with the server.
      _ = try Program(
        "/usr/bin/env",
        environment + [
          "/bin/sh", "-c",
          """
          parent=$1; folder=$2
          epmd -port \(mapperPort) -address 127.0.0.1 >/dev/null 2>&1 & mapper=$!; echo $mapper >"$folder/mapper"
          "$3" </dev/null >"$folder/out" 2>&1 &
          until [ -s "$folder/pid" ]; do kill -0 $parent 2>/dev/null || exit; sleep 0.1; done
          server=$(cat "$folder/pid")
          while kill -0 $parent 2>/dev/null && [ -s "$folder/pid" ]; do sleep 0.3; done
          kill -9 $server $mapper 2>/dev/null; kill -0 $parent 2>/dev/null || rm -rf "$folder"
          """, "sh", "\(ProcessInfo.processInfo.processIdentifier)", path, server,
        ])
      for _ in 0..<1200 {
        if FreePort.isOpen(port), let text = try? String(contentsOfFile: "\(path)/pid", encoding: .utf8),
          let pid = pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines))
        {
          self.pid.withLock { $0 = pid }
          return
        }
        try await Task.sleep(for: .milliseconds(50))
      }
      throw Program.Missing(description: "RabbitMQ does not open its port")
    }

    /// Ends it as a power cut would, and returns when it is gone.
    func kill() async throws {
      // The server's own name mapper too, so that its name is free again.
      let mapper = try? String(contentsOfFile: folder.url.appendingPathComponent("mapper").path, encoding: .utf8)
      let mapperPID = mapper.flatMap { pid_t($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
      for pid in [self.pid.withLock({ $0 }), mapperPID].compactMap(\.self) where pid > 0 {
        #if canImport(Darwin)
          Darwin.kill(pid, SIGKILL)
        #else
          Glibc.kill(pid, SIGKILL)
        #endif
      }
      while FreePort.isOpen(port) { try await Task.sleep(for: .milliseconds(20)) }
      try? FileManager.default.removeItem(at: folder.url.appendingPathComponent("pid"))
      while FreePort.isOpen(mapperPort) { try await Task.sleep(for: .milliseconds(20)) }
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

#if Kafka
  import Foundation
  import Synchronization

  /// A server that encrypts with a certificate which no authority has signed.
  final class TLSServer: Sendable {
    let address: String
    let certificatePath: String
    private let folder: Folder
    private let server: Program

    init() async throws {
      let openssl = try Program.path("openssl")
      folder = try Folder()
      let key = folder.url.appendingPathComponent("key.pem").path
      certificatePath = folder.url.appendingPathComponent("certificate.pem").path
      let made = try await Program.run(
        openssl,
        [
          "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1", "-addext",
          "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificatePath,
        ])
      guard made.status == 0 else { throw Program.Missing(description: "openssl makes no certificate") }
      let port = try FreePort.find()
      address = "127.0.0.1:\(port)"
      server = try Program(openssl, ["s_server", "-accept", address, "-key", key, "-cert", certificatePath, "-quiet"])
      for _ in 0..<100 where !FreePort.isOpen(port) { try await Task.sleep(for: .milliseconds(50)) }
    }

    deinit { server.signal(SIGTERM) }
  }
#endif

#if Kafka
  import TransportTestSupport
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
      let certificate = try await Certificate(for: "IP:127.0.0.1", in: folder.url)
      certificatePath = certificate.path
      let port = try FreePort.find()
      address = "127.0.0.1:\(port)"
      server = try Program(
        openssl, ["s_server", "-accept", address, "-key", certificate.keyPath, "-cert", certificate.path, "-quiet"])
      for _ in 0..<100 where !FreePort.isOpen(port) { try await Task.sleep(for: .milliseconds(50)) }
    }

    deinit { server.signal(SIGTERM) }
  }
#endif

#if AMQP
  import Foundation

  /// A certificate that no authority has signed, made out to localhost, and its key.
  struct Certificate: Sendable {
    let path: String
    let keyPath: String

    init(named name: String = "certificate", in folder: URL) async throws {
      path = folder.appendingPathComponent("\(name).pem").path
      keyPath = folder.appendingPathComponent("\(name).key.pem").path
      let made = try await Program.run(
        try Program.path("openssl"),
        [
          "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext",
          "subjectAltName=DNS:localhost", "-keyout", keyPath, "-out", path,
        ])
      guard made.status == 0 else { throw Program.Missing(description: "openssl makes no certificate") }
    }
  }
#endif

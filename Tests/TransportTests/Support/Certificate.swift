package import Foundation

/// A certificate that no authority has signed, and its key.
package struct Certificate: Sendable {
  package let path: String
  package let keyPath: String

  /// - Parameter alternativeName: to what it is made out
  package init(
    named name: String = "certificate", for alternativeName: String = "DNS:localhost", in folder: URL
  ) async throws {
    path = folder.appendingPathComponent("\(name).pem").path
    keyPath = folder.appendingPathComponent("\(name).key.pem").path
    let made = try await Program.run(
      try Program.path("openssl"),
      [
        "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=test", "-addext",
        "subjectAltName=\(alternativeName)", "-keyout", keyPath, "-out", path,
      ])
    guard made.status == 0 else { throw Program.Missing(description: "openssl makes no certificate") }
  }
}

import AsyncAPIRuntime
import Testing

@Suite struct SecretsTests {
  static let credentials: [Credential] = [
    .userPassword(username: "u", password: "hunter2"), .apiKey("hunter2"), .bearer(token: "hunter2"),
    .basic(username: "u", password: "hunter2"), .plain(username: "u", password: "hunter2"),
    .scram(username: "u", password: "hunter2", bits: 256), .certificate(path: "p", keyPath: "hunter2"),
    .oauth2(token: { "hunter2" }), .openIDConnect(token: { "hunter2" }), .symmetricKey(Array("hunter2".utf8)),
    .asymmetricKey(Array("hunter2".utf8)), .gssapi(principal: "hunter2"),
    .httpAPIKey(name: "n", in: "header", value: "hunter2"),
  ]

  private func prints(_ value: Any) -> [String] {
    var dumped = ""
    dump(value, to: &dumped)
    return ["\(value)", String(reflecting: value), dumped, "\([value])", "\(Optional(value) as Any)"]
  }

  @Test("A credential never prints its secret", arguments: credentials.indices)
  func credential(index: Int) {
    for text in prints(Self.credentials[index]) {
      #expect(!text.contains("hunter2"))
      #expect(!text.contains("104"))
    }
  }

  @Test("Generated credentials never print their secrets, nor does what holds them")
  func generatedCredentials() {
    struct Transport {
      var credentials: Streetlights.Servers.ProductionCredentials
    }
    let credentials = Streetlights.Servers.ProductionCredentials.sasl(username: "u", password: "hunter2")
    for text in prints(credentials) + prints(Transport(credentials: credentials)) {
      #expect(!text.contains("hunter2"))
    }
    #expect(credentials.credentials.count == 1)
  }

  @Test("A server says where it is and what it speaks")
  func server() {
    let server = Streetlights.Servers.production(region: .us)
    #expect(server.host == "us.lights.example:9092")
    #expect(server.path == nil)
    #expect(server.secure)
  }
}

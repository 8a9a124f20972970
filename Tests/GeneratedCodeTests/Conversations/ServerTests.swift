import AsyncAPIRuntime
import Testing

/// What fails here: a transport connects elsewhere than the document says, or without its credentials.
struct ServerTests {
  private typealias Servers = Conversations.Servers

  @Test("Host and path with their variables")
  func variables() {
    let server = Servers.production(region: .usEast, port: "1", version: "2")
    #expect(server.name == "production")
    #expect(server.host == "us-east.lights.example:1")
    #expect(server.path == "/v2/stream")
    #expect(server.protocolName == "kafka-secure")
    #expect(server.protocolVersion == "3.5")
    #expect(server.secure)
  }

  @Test("Defaults, and a value that the document does not list")
  func defaults() {
    #expect(Servers.production(version: "1").host == "eu.lights.example:9092")
    #expect(Servers.production(region: .unknown("mars"), version: "1").host == "mars.lights.example:9092")
    #expect(Servers.ProductionRegion.allCases.map(\.rawValue) == ["eu", "us-east"])
  }

  @Test("Protocol and credentials are in the type")
  func types() {
    let secured: Server<Protocols.Kafka, Servers.ProductionCredentials> = Servers.production(version: "1")
    let open: Server<Protocols.MQTT, NoCredentials> = Servers.local()
    #expect(secured.secure && !open.secure)
    #expect(open.host == "localhost:1883")
    #expect(open.path == nil)
  }

  @Test("Credentials are what the security schemes ask for, and are not printed")
  func credentials() throws {
    let sasl = Servers.ProductionCredentials.sasl(username: "me", password: "hunter2").credentials
    guard case .scram("me", "hunter2", 256)? = sasl.first, sasl.count == 1 else {
      Issue.record("\(sasl)")
      return
    }
    guard case .bearer("hunter2")? = Servers.ProductionCredentials.token(token: "hunter2").credentials.first else {
      Issue.record("\(sasl)")
      return
    }
    #expect(!"\(sasl)".contains("hunter2"))
  }
}

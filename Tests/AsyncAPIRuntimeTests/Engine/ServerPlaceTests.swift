import AsyncAPIRuntime
import Testing

@Suite struct ServerPlaceTests {
  private func server(_ host: String) -> Server<Protocols.Kafka, NoCredentials> {
    Server(name: "s", host: host, path: "/p", protocolName: "kafka", secure: true)
  }

  @Test("A server is reached at another host or port, and keeps what is not overridden")
  func overridden() {
    #expect(server("a:1").at(host: "b").host == "b:1")
    #expect(server("a:1").at(port: 2).host == "a:2")
    #expect(server("a").at(port: 2).host == "a:2")
    #expect(server("a").at(host: "b").host == "b")
    #expect(server("[::1]:1").at(port: 2).host == "[::1]:2")
    #expect(server("[::1]").at(port: 2).host == "[::1]:2")
    #expect(server("a:1").at(host: "::1").host == "[::1]:1")
    #expect(server("a:1").at(host: "b", port: 2).path == "/p")
    #expect(server("a:1").at().host == "a:1")
  }
}

import IntermediateRepresentation
import TemplateRenderer
import Testing

@Suite struct ServerTests {
  private func servers(_ text: String) throws -> Snippet {
    try Snippet(
      """
      servers:
        \(text)
      components:
        securitySchemes:
          user: {type: userPassword}
          key: {type: httpApiKey, name: 'X-"Key', in: header}
          token: {type: http, scheme: bearer}
      """)
  }

  @Test("The name of a protocol says which it is and whether the connection is encrypted")
  func protocols() throws {
    for (name, type, isSecure) in [
      ("kafka-secure", "Kafka", true), ("mqtt", "MQTT", false), ("WSS", "WebSocket", true), ("smoke", "Other", false),
    ] {
      let server = try #require(servers("s: {host: h, protocol: \(name)}").document.servers.first)
      #expect(server.protocolType == type && server.isSecure == isSecure && server.protocolName == name)
    }
  }

  @Test("Variables are arguments, and credentials an enum with a case for each way in")
  func swift() throws {
    let snippet = try servers(
      """
      production: {host: '{region}.h:{port}', pathname: '/v1', protocol: kafka, variables: {region: {enum: [eu, us], default: eu}, port: {default: '9092'}}, security: [{$ref: '#/components/securitySchemes/user'}, {$ref: '#/components/securitySchemes/key'}]}
      """)
    #expect(
      try snippet.swift(.servers, "nonisolated static func production") == #"""
        nonisolated static func production(region: ProductionRegion = .eu, port: String = "9092")
          -> AsyncAPIRuntime.Server<AsyncAPIRuntime.Protocols.Kafka, ProductionCredentials>
        {
          .init(
            name: "production", host: "\(region.rawValue).h:\(port)", path: "/v1", protocolName: "kafka", protocolVersion: nil,
            secure: false)
        }
        """#)
    #expect(
      try snippet.swift(.servers, "nonisolated enum ProductionCredentials") == #"""
        nonisolated enum ProductionCredentials: AsyncAPIRuntime.ServerCredentials {
          case user(username: String, password: String)
          case key(value: String)

          var credentials: [AsyncAPIRuntime.Credential] {
            switch self {
            case .user(let username, let password): [.userPassword(username: username, password: password)]
            case .key(let value): [.httpAPIKey(name: "X-\"Key", in: "header", value: value)]
            }
          }
        }
        """#)
  }

  @Test("Text of the document never ends a string of the code")
  func escaping() throws {
    let snippet = try servers(#"s: {host: '"\(x)', protocol: "a\"\u2028\u202e"}"#)
    let swift = try snippet.swift(.servers, "nonisolated static func s")
    #expect(swift.contains(#"host: "\"\\(x)""#))
    #expect(swift.contains(#"protocolName: "a\"\u{2028}\u{202e}""#))
  }
}

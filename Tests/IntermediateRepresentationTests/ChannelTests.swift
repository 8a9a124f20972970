import IntermediateRepresentation
import TemplateRenderer
import Testing

@Suite struct ChannelTests {
  @Test("An address is taken apart, and a parameter that stands in it twice is one")
  func address() throws {
    let snippet = try Snippet(
      """
      channels:
        lights: {address: 'a/{id}/b/{id}/{zone}', parameters: {zone: {enum: [eu, us], default: eu}, id: {description: The lamp.}}}
      """)
    let channel = try #require(snippet.document.channels.first)
    #expect(
      try json(channel.address)
        == #"[{"literal":"a/"},{"parameter":"id"},{"literal":"/b/"},{"parameter":"id"},{"literal":"/"},{"parameter":"zone"}]"#
    )
    #expect(channel.parameters.map(\.name) == ["id", "zone"])
    #expect(channel.parameters.last?.enumeration?.name.description == "Channels.Lights.Zone")
    #expect(channel.parameters.last?.defaultValue == "eu")
  }

  @Test("Parameters keep clear of the other arguments, of what Swift gives a struct and of each other")
  func parameterNames() throws {
    let keys = [
      "payload", "headers", "options", "timeout", "self", "hashValue", "init", "a-b", "a_b", "in", "engine", "template",
    ]
    let address = keys.map { "{\($0)}" }.joined(separator: "/")
    let snippet = try Snippet("channels:\n  c: {address: '\(address)'}\n")
    let names = try #require(snippet.document.channels.first).parameters.map(\.name)
    #expect(
      names == [
        "payloadParameter", "headersParameter", "optionsParameter", "timeoutParameter", "selfParameter",
        "hashValueParameter", "initParameter", "aB", "a_b", "`in`", "engine", "template",
      ])
  }

  @Test("A channel without address has no parameters")
  func nullAddress() throws {
    let snippet = try Snippet("channels:\n  c: {address: null, parameters: {id: {}}}\n")
    let channel = try #require(snippet.document.channels.first)
    #expect(channel.address == nil && channel.parameters.isEmpty)
  }

  @Test("Arguments in calls stand without backticks, since Swift warns of them")
  func swift() throws {
    let snippet = try Snippet("channels:\n  c: {address: 'a/{in}/{template}'}\n")
    #expect(
      try snippet.swift(.channels, "nonisolated enum C") == """
        nonisolated enum C: AsyncAPIRuntime.Channel {
          static let name = "c"
          private static let template = AsyncAPIRuntime.AddressTemplate([
            .literal("a/"), .parameter("in"), .literal("/"), .parameter("template"),
          ])

          static func address(_ parameters: Parameters) throws -> String {
            try template.address(parameters.`in`.addressPart, parameters.template.addressPart)
          }

          static func parameters(of address: String) -> Parameters? {
            guard let values = template.parse(address) else { return nil }
            return Parameters(in: values[0], template: values[1])
          }

          static func pattern(
            _ `in`: AsyncAPIRuntime.ParameterFilter<String>, _ template: AsyncAPIRuntime.ParameterFilter<String>
          ) -> AsyncAPIRuntime.AddressPattern {
            Self.template.pattern([`in`.addressPart, template.addressPart])
          }
        }
        """)
  }
}

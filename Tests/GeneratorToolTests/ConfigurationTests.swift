import Foundation
import Testing

@Suite struct ConfigurationTests {
  @Test(
    "A configuration beside the document is found, and each of its keys counts",
    arguments: ["asyncapi-generator.yaml", "asyncapi-generator.json"])
  func discovered(name: String) throws {
    let yaml = """
      namespace: Bulbs
      access: package
      sides: [application]
      perspective: application
      templates: mine
      nameOverrides: { lamp: Bulb, '/components/schemas/lamp/properties/id': serial }

      """
    let json =
      #"{"namespace": "Bulbs", "access": "package", "sides": ["application"], "perspective": "application", "#
      + #""templates": "mine", "nameOverrides": {"lamp": "Bulb", "/components/schemas/lamp/properties/id": "serial"}}"#
    let folder = try Folder([
      "asyncapi.yaml": lamps, name: name.hasSuffix("json") ? json : yaml,
      "mine/Header.mustache": "// Mine: {{document}}\n",
    ])
    let run = try Tool("generate", "asyncapi.yaml", "--output-directory", "out", in: folder.url)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    let schemas = try folder.names(in: "out").filter { $0.contains("Schemas") }.map { try folder.read("out/\($0)") }
      .joined()
    #expect(
      schemas.contains("package enum Bulbs {") && schemas.contains("struct Bulb:")
        && schemas.contains("var serial: String?"))
    #expect(schemas.hasPrefix("// Mine: asyncapi.yaml\n"))
    #expect(try !folder.read("out/asyncapi+Client.swift").contains("extension"))
  }

  @Test("What a configuration says of payload types counts")
  func payloadTypes() throws {
    let folder = try Folder([
      "asyncapi.yaml": lamps + """
            state: { enum: [on, off] }
            glow:
              type: object
              properties:
                a: { type: [string, 'null'] }
                b: { type: integer, default: 1 }
                c: { type: string, format: email }
                d: { $ref: '#/components/schemas/lamp' }
              additionalProperties: false

        """,
      "asyncapi-generator.yaml": """
      unknownProperties: reject
      nullableOptional: presence
      defaults: ignore
      enums: closed
      typeOverrides: { email: EmailAddress, '/components/schemas/lamp': { type: Lamp, module: LampKit } }

      """,
    ])
    let run = try Tool("generate", "asyncapi.yaml", "--output-directory", "out", in: folder.url)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    let schemas = try folder.names(in: "out").filter { $0.contains("Schemas") }.map { try folder.read("out/\($0)") }
      .joined()
    for line in [
      "import LampKit", "enum State: String", "var a: AsyncAPIRuntime.Presence<String>", "var b: Int?",
      "var c: EmailAddress?", "var d: Lamp?", "try container.refuseAdditional(",
    ] {
      #expect(schemas.contains(line), "\(line)")
    }
  }

  @Test("A configuration that is named counts, and the command line overrules it")
  func named() throws {
    let folder = try Folder(["asyncapi.yaml": lamps, "c.yaml": "namespace: Bulbs\naccess: public\n"])
    _ = try Tool(
      "generate", "asyncapi.yaml", "--output-directory", "out", "--config", "c.yaml", "--namespace", "Mine",
      in: folder.url)
    #expect(try folder.read("out/asyncapi+Schemas.swift").contains("public enum Mine {"))
  }

  @Test(
    "A fault in the configuration is said at its place, and nothing is written",
    arguments: [
      ("namespce: A\n", "1:1: error: there is no key 'namespce'; did you mean 'namespace'?"),
      ("access: open\n", "1:9: error: 'open' is no value for 'access'; expected one of public, package, internal"),
      ("sides: client\n", "1:8: error: 'sides' is a list: application, client or both"),
      ("sides: []\n", "1:8: error: 'sides' is a list: application, client or both"),
      ("sides: [client, server]\n", "1:17: error: 'server' is no value for 'sides'"),
      ("namespace: [a]\n", "1:12: error: 'namespace' must be a string"),
      ("namespace: a-b\n", "1:12: error: 'a-b' is no Swift name"),
      ("namespace: Type\n", "1:12: error: 'Type' cannot be the namespace"),
      ("perspective: mine\n", "1:14: error: 'mine' is no value for 'perspective'"),
      ("nameOverrides: [a]\n", "1:16: error: 'nameOverrides' is a mapping"),
      ("nameOverrides:\n  lamp: a-b\n", "2:9: error: 'a-b' is no Swift name"),
      ("nameOverrides:\n  lamp: Same\n  other: Same\n", "3:10: error: 'other' and 'lamp' cannot both be called 'Same'"),
      ("enums: some\n", "1:8: error: 'some' is no value for 'enums'; expected one of open, closed"),
      ("typeOverrides: [a]\n", "1:16: error: 'typeOverrides' is a mapping"),
      ("typeOverrides: { email: [a] }\n", "1:25: error: a type is a name such as Money"),
      ("typeOverrides: { email: { type: A, name: b } }\n", "1:36: error: a type has a 'type' and a 'module'"),
      ("typeOverrides: { email: a-b }\n", "1:25: error: 'a-b' is no Swift type"),
      ("[1]\n", "1:1: error: a configuration is a mapping"), ("a: [\n", "2:1: error:"),
    ])
  func faults(text: String, message: String) throws {
    let folder = try Folder([
      "asyncapi.yaml": lamps + "    other: { type: object, properties: { a: {} } }\n", "asyncapi-generator.yaml": text,
    ])
    let run = try Tool("generate", "asyncapi.yaml", "--output-directory", "out", in: folder.url)
    #expect(run.status == 1)
    #expect(run.errorLines.count == 1 && run.errors.hasPrefix("asyncapi-generator.yaml:\(message)"), "\(run.errors)")
    #expect(folder.names(in: "out").isEmpty)
  }
}

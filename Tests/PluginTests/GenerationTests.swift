import Foundation
import Testing

/// What fails here: a build does not follow an edit, or the tool is not called as it expects.
struct GenerationTests {
  @Test("The document, its configuration, schemas of the target, referenced files and templates are inputs, once each")
  func inputs() throws {
    try withTemporaryDirectory { folder in
      let names = ["Sources/App/asyncapi.yaml", "Sources/App/Main.swift", "Sources/App/order.proto"]
      let files = names.map { folder.appendingPathComponent($0) }
      for file in files { try write("", to: file) }
      try write("$ref: '../../shared/order.yaml'\n", to: files[0])
      try write("", to: folder.appendingPathComponent("shared/order.yaml"))
      try write(
        "access: public\ntemplates: ../../our templates # for all\n",
        to: folder.appendingPathComponent("Sources/App/asyncapi-generator.yaml"))
      try write("", to: folder.appendingPathComponent("our templates/Schemas.mustache"))
      try write("", to: folder.appendingPathComponent("our templates/README"))

      let discovery = DocumentDiscovery(
        targetName: "App", targetDirectory: folder.appendingPathComponent("Sources/App"))
      let document = try #require(try discovery.documents(among: files).first)
      let generation = try Generation(of: document, into: folder.appendingPathComponent("out"))
      let prefix = folder.standardizedFileURL.path + "/"
      #expect(
        generation.inputFiles(among: files).map { $0.path.replacing(prefix, with: "") } == [
          "Sources/App/asyncapi.yaml", "Sources/App/asyncapi-generator.yaml", "Sources/App/order.proto",
          "shared/order.yaml", "our templates/Schemas.mustache",
        ])
    }
  }

  @Test("Templates that a JSON configuration names are inputs")
  func templatesOfJSONConfiguration() throws {
    try withTemporaryDirectory { folder in
      let configuration = folder.appendingPathComponent("asyncapi-generator.json")
      try write(#"{ "sides": ["client"], "templates": "Templates" }"#, to: configuration)
      try write("", to: folder.appendingPathComponent("Templates/Client.mustache"))
      #expect(ConfiguredFiles.urls(namedIn: configuration).map(\.lastPathComponent) == ["Client.mustache"])
    }
  }

  @Test("Copies of files on the network are inputs, wherever they lie in the folder that the configuration names")
  func copies() throws {
    try withTemporaryDirectory { folder in
      let configuration = folder.appendingPathComponent("Sources/asyncapi-generator.yaml")
      try write("remoteRefs: ../copies\n", to: configuration)
      for name in ["example.com:8080/b.yaml?v=2", "example.com/schemas/a", "example.com/schemas/.known/c.json"] {
        try write("", to: folder.appendingPathComponent("copies/\(name)"))
      }
      let prefix = folder.standardizedFileURL.path + "/copies/"
      #expect(
        ConfiguredFiles.urls(namedIn: configuration).map { $0.path.replacing(prefix, with: "") } == [
          "example.com/schemas/.known/c.json", "example.com/schemas/a", "example.com:8080/b.yaml?v=2",
        ])
    }
  }

  @Test(
    "The tool is called with the document and the place and names of its output, and a configuration if there is one")
  func arguments() throws {
    let document = DocumentDiscovery.Document(
      url: URL(fileURLWithPath: "/package/-o.asyncapi.yaml"), path: "-o.asyncapi.yaml", outputBase: "-o_asyncapi")
    var generation = try Generation(of: document, into: URL(fileURLWithPath: "/out put"))
    let expected = [
      "generate", "/package/-o.asyncapi.yaml", "--output-directory=/out put", "--output-name=-o_asyncapi",
    ]
    #expect(generation.arguments == expected)
    generation.configuration = URL(fileURLWithPath: "/package/asyncapi-generator.yaml")
    #expect(generation.arguments == expected + ["--config=/package/asyncapi-generator.yaml"])
    #expect(generation.outputFiles.first?.path == "/out put/-o_asyncapi+Schemas.swift")
    #expect(generation.outputFiles.count == OutputFile.allCases.count)
  }
}

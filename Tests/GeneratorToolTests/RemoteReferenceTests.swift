import Foundation
import Testing

/// What fails here: a document that refers to the network cannot be read, or its copies lead to other files.
@Suite struct RemoteReferenceTests {
  private func folder(_ reference: String, _ files: [String: String] = [:]) throws -> Folder {
    let document = lamps.replacing("'#/components/schemas/lamp'", with: "'\(reference)'")
    return try Folder(files.merging(["docs/asyncapi.yaml": document]) { $1 })
  }

  @Test("Copies are found by the option and by the configuration", arguments: ["validate", "generate", "inspect"])
  func found(command: String) throws {
    let folder = try folder(
      "https://example.com/schemas/bulb.yaml#/bulb",
      [
        "../copies/example.com/schemas/bulb.yaml": "bulb: { $ref: '../../../../watt.yaml' }\n",
        "../copies/example.com/watt.yaml": "type: object\nproperties: { watts: { type: integer } }\n",
      ])
    let arguments = [command, "docs/asyncapi.yaml"] + (command == "generate" ? ["--output-directory", "out"] : [])
    let refused = try Tool(arguments, in: folder.url)
    #expect(refused.status == 1)
    #expect(
      (refused.errors + refused.output).contains(
        "download it to 'DIR/example.com/schemas/bulb.yaml', in any folder DIR, and add --remote-refs DIR"),
      "\(refused.errors)")
    let option = try Tool(arguments + ["--remote-refs", "../copies"], in: folder.url)
    #expect(option.status == 0, "\(option.errors)\(option.output)")
    try folder.write("remoteRefs: ../../copies\n", to: "docs/asyncapi-generator.yaml")
    let configured = try Tool(arguments, in: folder.url)
    #expect(configured.status == 0, "\(configured.errors)\(configured.output)")
    if command == "generate" {
      let schemas = try folder.names(in: "out").filter { $0.contains("Schemas") }.map { try folder.read("out/\($0)") }
      #expect(schemas.contains { $0.contains("var watts: Int?") })
    }
  }

  @Test("Files of the package are still reached where the copies lie among them", arguments: [".", "copies", "docs"])
  func local(copies: String) throws {
    let folder = try folder(
      "../schemas/a.yaml",
      [
        "schemas/a.yaml": "$ref: b/../../schemas/c.yaml\n", "schemas/c.yaml": "$ref: https://a.example/d.yaml\n",
        "\(copies)/a.example/d.yaml": "type: object\n",
      ])
    let run = try Tool("validate", "docs/asyncapi.yaml", "--remote-refs", copies, in: folder.url)
    #expect(run.status == 0, "\(run.output)")
  }

  @Test("Nothing leads out of the copies: no link, no way up, no reference of a copy")
  func confined() throws {
    let secret = "type: object\n"
    let folder = try folder(
      "https://a.example/b.yaml",
      ["copies/a.example/keep": "", "docs/secret.yaml": secret, "copies/secret.yaml": secret])
    func run() throws -> String {
      try Tool("validate", "docs/asyncapi.yaml", "--remote-refs", "copies", in: folder.url).output
    }
    let copy = folder.url.appendingPathComponent("copies/a.example/b.yaml")
    // The package of the document may be reached by its own references, not by links among the copies.
    try FileManager.default.createSymbolicLink(
      at: copy, withDestinationURL: folder.url.appendingPathComponent("docs/secret.yaml"))
    #expect(try run().contains("'copies/a.example/b.yaml' leads out of the folder of copies"))
    try FileManager.default.removeItem(at: copy)
    for way in ["../../docs/secret.yaml", "../secret.yaml", "%2e%2e/secret.yaml"] {
      try folder.write("$ref: '\(way)'\n", to: "copies/a.example/b.yaml")
      #expect(try run().contains("error: there is no copy of 'https://a.example/"))
    }
    try folder.write("$ref: '/etc/hostname'\n", to: "copies/a.example/b.yaml")
    #expect(try run().contains("'copies/a.example/etc/hostname'"))
  }

  @Test("A copy that a build does not know of has the next build look again")
  func inputs() throws {
    let folder = try folder("https://a.example/b.yaml", ["copies/a.example/b.yaml": "type: object\n"])
    try folder.write("", to: "out/asyncapi.inputs")
    let old = Date(timeIntervalSince1970: 1_000_000)
    let inputs = folder.url.appendingPathComponent("out/asyncapi.inputs").path
    try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: inputs)
    let paths = ["docs/asyncapi.yaml", "copies/a.example/b.yaml"].map {
      folder.url.appendingPathComponent($0).resolvingSymlinksInPath().path + "\n"
    }
    func date(after declared: String) throws -> Date? {
      try folder.write(declared, to: "out/asyncapi.inputs")
      try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: inputs)
      _ = try Tool(
        "generate", "docs/asyncapi.yaml", "--output-directory", "out", "--remote-refs", "copies", in: folder.url)
      return try FileManager.default.attributesOfItem(atPath: inputs)[.modificationDate] as? Date
    }
    #expect(try date(after: paths.joined()) == old)
    #expect(try date(after: paths[0]) != old)
  }
}

import Foundation
import Testing

/// What fails here fails in the packages of all users.
@Suite("A package that uses the plugins", .serialized, .consumerPackage("Consumer"))
struct ConsumerPackageTests {
  private let package: ConsumerPackage
  private let document = "Sources/Lights/asyncapi.yaml"

  init() throws {
    package = try #require(ConsumerPackage.current)
    try package.restore()
  }

  @Test("Generated code builds without a word about files that nobody reads, and carries a message through the broker")
  func publishesAndPulls() async throws {
    let run = try await package.run("Lights")
    #expect(run.lines.last == "lights/measured 500 lumen", "\(run.output)")
    #expect(run.status == 0)
    // Some versions of this dependency leave files of their own unread, which SwiftPM says of them.
    let unread = run.lines.filter { $0.contains("unhandled") && !$0.contains("'swift-distributed-tracing'") }
    #expect(unread.isEmpty, "\(run.output)")
  }

  @Test("Transports whose trait nobody asked for draw no warning, and no library is linked for them")
  func transportsWithoutTheirTraits() async throws {
    let transports = ["AsyncAPIAMQP", "AsyncAPIKafka"]
    let products = transports.map { "\n        .product(name: \"\($0)\", package: \"swift-asyncapi-generator\")," }
    try package.edit(
      "Package.swift", replacing: "name: \"Lights\",\n      dependencies: [",
      with: "name: \"Lights\",\n      dependencies: [\(products.joined())\n        ")
    try package.edit(
      "Sources/Lights/Lights.swift", replacing: "import AsyncAPIRuntime",
      with: "import AsyncAPIAMQP\nimport AsyncAPIKafka\nimport AsyncAPIRuntime")
    let build = try await package.build("--product", "Lights")
    #expect(build.status == 0, "\(build.output)")
    #expect(
      !build.lines.contains { $0.contains("warning") && !$0.contains("'swift-distributed-tracing'") }, "\(build.output)"
    )
    let program = try Data(contentsOf: package.product("Lights"))
    for library in ["librabbitmq", "librdkafka"] { #expect(program.range(of: Data(library.utf8)) == nil) }
  }

  @Test("An edit of the document is in the next build")
  func editOfTheDocument() async throws {
    let first = try await package.run("Lights")
    #expect(first.lines.last == "lights/measured 500 lumen", "\(first.output)")
    try package.edit(document, replacing: "address: lights/measured", with: "address: lights/brightness")
    let second = try await package.run("Lights")
    #expect(second.lines.last == "lights/brightness 500 lumen", "\(second.output)")
  }

  @Test("An edit of a file outside the target that the document refers to is in the next build")
  func editOfAReferencedFile() async throws {
    let first = try await package.run("Lights")
    #expect(first.lines.last == "lights/measured 500 lumen", "\(first.output)")
    try package.edit("Shared Schemas/measurement.yaml", replacing: "const: lumen", with: "const: lux")
    let second = try await package.run("Lights")
    #expect(second.lines.last == "lights/measured 500 lux", "\(second.output)")
  }

  /// SwiftPM does not ask the plugin again when a document changes: see `DeclaredInputs`.
  @Test("So is each edit of a file that the document did not refer to at first")
  func editOfAFileReferencedLater() async throws {
    let schema = try String(
      contentsOf: package.directory.appendingPathComponent("Shared Schemas/measurement.yaml"), encoding: .utf8)
    try package.write(schema.replacing("const: lumen", with: "const: candela"), to: "Later/other.yaml")
    try package.edit(document, replacing: "Shared%20Schemas/measurement.yaml", with: "Later/other.yaml")
    let first = try await package.run("Lights")
    #expect(first.lines.last == "lights/measured 500 candela", "\(first.output)")
    try package.edit("Later/other.yaml", replacing: "const: candela", with: "const: lux")
    let second = try await package.run("Lights")
    #expect(second.lines.last == "lights/measured 500 lux", "\(second.output)")
    try package.edit("Later/other.yaml", replacing: "const: lux", with: "const: lumen")
    let third = try await package.run("Lights")
    #expect(third.lines.last == "lights/measured 500 lumen", "\(third.output)")
  }

  /// The build after the first links the generator again, so it is the one after that which must be idle.
  @Test("A build in which nothing changed runs nothing")
  func nothingChanged() async throws {
    _ = try await package.build("--verbose")
    _ = try await package.build("--verbose")
    let dates = try package.datesOfProducts()
    let idle = try await package.build("--verbose")
    #expect(idle.status == 0, "\(idle.output)")
    #expect(runsOfTheGenerator(in: idle) == [])
    #expect(try package.datesOfProducts() == dates)
    #expect(dates.keys.contains { $0.hasSuffix("/Lights") } && dates.keys.contains { $0.hasSuffix("+Client.swift") })

    // A run of the generator would have been seen, and an output that does not change compiles nothing.
    try package.edit(document, replacing: "asyncapi: 3.0.0", with: "# A remark.\nasyncapi: 3.0.0")
    let busy = try await package.build("--verbose")
    #expect(busy.status == 0, "\(busy.output)")
    #expect(runsOfTheGenerator(in: busy).contains { $0.contains("/Sources/Lights/asyncapi.yaml") }, "\(busy.output)")
  }

  private func runsOfTheGenerator(in build: Subprocess) -> [Substring] {
    build.lines.filter { $0.contains(" generate ") && $0.contains("--output-directory=") }
  }

  @Test("A broken document fails the build with a message at the document's own line")
  func brokenDocument() async throws {
    try package.edit(document, replacing: "  title: Streetlights\n", with: "  title: Streetlights\n  title: Lamps\n")
    let build = try await package.build()
    #expect(build.status != 0)
    let message = """
      /consumer/Sources/Lights/asyncapi.yaml:4:3: error: the key 'title' stands twice in this mapping; remove one of \
      the two or rename it [duplicate-key]
      """
    #expect(build.lines.contains { $0.hasSuffix(message) && $0.hasPrefix("/") }, "\(build.output)")
  }

  @Test("Without a document the build fails and says what was looked for")
  func noDocument() async throws {
    try package.remove(document)
    let build = try await package.build()
    #expect(build.status != 0)
    let message = try #require(throws: DiscoveryError.self) {
      throw DiscoveryError.noDocument(target: "Lights")
    }.description
    #expect(build.lines.contains { $0 == "error: \(message)" }, "\(build.output)")
  }

  @Test("In a target of another language the build fails and says so")
  func otherLanguage() async throws {
    try package.write("int legacy(void);\n", to: "Sources/Legacy/include/legacy.h")
    try package.write("int legacy(void) { return 0; }\n", to: "Sources/Legacy/legacy.c")
    try package.edit(
      "Package.swift", replacing: "  targets: [\n",
      with: """
          targets: [
            .target(
              name: "Legacy", plugins: [.plugin(name: "AsyncAPIGeneratorPlugin", package: "swift-asyncapi-generator")]),

        """)
    let build = try await package.build()
    #expect(build.status != 0)
    #expect(build.output.contains("error: target 'Legacy' is not a Swift target"), "\(build.output)")
  }

  @Test("Documents of a target, two of one name and two with a blank in their paths, become files of their own")
  func severalDocuments() async throws {
    let build = try await package.build("--target", "SeveralDocuments")
    #expect(build.status == 0, "\(build.output)")
    let expected = ["orders_asyncapi", "the_returns_asyncapi", "street_lamps_asyncapi"].flatMap(OutputFile.names)
    #expect(try Set(package.generatedFiles(ofTarget: "SeveralDocuments").keys) == Set(expected))
  }

  @Test("The command plugin writes what the build plugin makes, and what it wrote compiles without the build plugin")
  func checkedInCode() async throws {
    let build = try await package.build()
    #expect(build.status == 0, "\(build.output)")
    let unnamed = try await package.generateCode()
    #expect(unnamed.status != 0)
    #expect(unnamed.output.contains("no target has code in GeneratedSources yet: name the first with --target, of"))
    let generation = try await package.generateCode("--target", "Lights", "--target", "SeveralDocuments")
    #expect(generation.status == 0, "\(generation.output)")
    for target in ["Lights", "SeveralDocuments"] {
      let files = try package.checkedInFiles(ofTarget: target)
      #expect(try files == package.generatedFiles(ofTarget: target))
      #expect(!files.isEmpty)
      for name in files.keys { #expect(generation.lines.contains { $0.hasSuffix("  \(name)") }) }
    }

    let check = try await package.generateCode("--check")
    #expect(check.status == 0, "\(check.output)")

    // Of a document that was renamed, code would stay and be compiled; what somebody wrote there is not ours.
    let folder = package.directory.appendingPathComponent("Sources/Lights/GeneratedSources")
    let stray = folder.appendingPathComponent("lamps+Channels.swift")
    let own = folder.appendingPathComponent("Own.swift")
    try "// Generated by swift-asyncapi-generator from lamps.yaml. Do not edit.\n".write(
      to: stray, atomically: true, encoding: .utf8)
    try "// Mine.\n".write(to: own, atomically: true, encoding: .utf8)
    let strayCheck = try await package.generateCode("--check")
    #expect(strayCheck.status != 0)
    #expect(strayCheck.output.contains("lamps+Channels.swift, which no document gives any more"))
    let cleaning = try await package.generateCode()
    #expect(cleaning.status == 0, "\(cleaning.output)")
    #expect(!FileManager.default.fileExists(atPath: stray.path))
    #expect(FileManager.default.fileExists(atPath: own.path))

    let plugin = """
      ,
            plugins: [.plugin(name: "AsyncAPIGeneratorPlugin", package: "swift-asyncapi-generator")]
      """
    try package.edit(
      "Package.swift", replacing: "\(plugin)),\n    .target(", with: ", exclude: [\"asyncapi.yaml\"]),\n    .target(")
    try package.edit("Package.swift", replacing: plugin, with: "")
    // Excluded, a document draws no warning, and is found all the same.
    let again = try await package.generateCode("--check")
    #expect(again.status == 0, "\(again.output)")
    #expect(!again.output.contains("unhandled"), "\(again.output)")
    let run = try await package.run("Lights")
    #expect(run.lines.last == "lights/measured 500 lumen", "\(run.output)")

    // Renamed and broken at once, the document gives no code, and that under its old name is all there is.
    let lights = package.directory.appendingPathComponent("Sources/Lights")
    try FileManager.default.moveItem(
      at: lights.appendingPathComponent("asyncapi.yaml"), to: lights.appendingPathComponent("lamps.asyncapi.yaml"))
    try package.edit(
      "Sources/Lights/lamps.asyncapi.yaml", replacing: "  title: Streetlights\n",
      with: "  title: Streetlights\n  title: Lamps\n")
    let before = try package.checkedInFiles(ofTarget: "Lights")
    let broken = try await package.generateCode("--target", "Lights")
    #expect(broken.status != 0)
    #expect(try package.checkedInFiles(ofTarget: "Lights") == before)
  }

  @Test("Checked-in code that is not up to date fails the check and stays as it is")
  func staleCode() async throws {
    let generation = try await package.generateCode("--target", "Lights")
    #expect(generation.status == 0, "\(generation.output)")
    let files = try package.checkedInFiles(ofTarget: "Lights")
    #expect(!files.isEmpty)
    #expect(try package.checkedInFiles(ofTarget: "SeveralDocuments").isEmpty)

    try package.edit(document, replacing: "address: lights/measured", with: "address: lights/brightness")
    let check = try await package.generateCode("--target=Lights", "--check")
    #expect(check.status != 0)
    #expect(check.output.contains("error: the check failed for asyncapi.yaml of target 'Lights'"), "\(check.output)")
    #expect(try package.checkedInFiles(ofTarget: "Lights") == files)
  }

  @Test("The command plugin fails with the generator's message")
  func commandForABrokenDocument() async throws {
    try package.edit(document, replacing: "  title: Streetlights\n", with: "  title: Streetlights\n  title: Lamps\n")
    let generation = try await package.generateCode("--target", "Lights")
    #expect(generation.status != 0)
    #expect(
      generation.output.contains("asyncapi.yaml:4:3: error: the key 'title' stands twice"), "\(generation.output)")
    #expect(generation.output.contains("no code was written for asyncapi.yaml of target 'Lights'"))
  }

  @Test("The command plugin names the targets there are when it is given another")
  func commandForAnUnknownTarget() async throws {
    let generation = try await package.generateCode("--target", "Lamps")
    #expect(generation.status != 0)
    #expect(
      generation.output.contains(
        "error: the package has no target 'Lamps'; its Swift targets are Lights, SeveralDocuments"),
      "\(generation.output)")
  }
}

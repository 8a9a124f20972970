import SpecParser
import Testing

/// Documents made to exhaust their reader. Where each reference costs what all of them bring, these tests do not end;
/// where references are followed by recursion, they end in a crash.
@Suite struct HostileDocumentTests {
  private func list(_ count: Int, _ entry: (Int) -> String) -> String { (0..<count).map(entry).joined(separator: "\n") }

  @Test func followsLongChains() throws {
    let parsing = Parsing.version3(
      "components:\n  schemas:\n" + list(20_000) { "    s\($0): {$ref: '#/components/schemas/s\($0 + 1)'}" }
        + "\n    s20000: {title: end}")
    #expect(parsing.places == [])
    #expect(parsing.document?.schema("s0")?.title == "end")
  }

  @Test func blamesOneReferenceOfALongChain() {
    let parsing = Parsing.version3(
      "components:\n  messages:\n" + list(10_000) { "    m\($0): {$ref: '#/components/messages/m\($0 + 1)'}" }
        + "\n    m10000: {$ref: '#/channels/c'}\nchannels: {c: {address: a}}")
    #expect(parsing.places == ["api.yaml:10005:20 reference-to-other-kind"])
  }

  @Test func comparesALargeObjectWithEachKindOnce() {
    let parsing = Parsing.version3(
      "x-own:\n" + list(10_000) { "  x-\($0): a" } + "\n  address: a\ncomponents:\n  messages:\n"
        + list(3000) { "    m\($0): {$ref: '#/x-own'}" })
    #expect(Set(parsing.codes) == ["reference-to-other-kind"])
  }

  @Test func findsACircleOfManySchemas() {
    let parsing = Parsing.version3(
      "components:\n  schemas:\n"
        + list(10_000) {
          "    s\($0): {type: object, required: [a], properties: {a: {$ref: '#/components/schemas/s\(($0 + 1) % 10_000)'}}}"
        })
    #expect(parsing.codes == ["no-finite-value"])
    let alternatives = list(10_000) { "      - {$ref: '#/components/schemas/s\($0)'}" }
    let wide = Parsing.version3(
      "components:\n  schemas:\n    s:\n      oneOf:\n" + alternatives + "\n"
        + list(10_000) { "    s\($0): {allOf: [{$ref: '#/components/schemas/s'}]}" })
    #expect(wide.codes == ["no-finite-value"])
  }

  @Test func boundsReferencesOnTheWayOfReferences() {
    let parsing = Parsing.version3(
      "components:\n  schemas:\n" + list(5000) { "    s\($0): {$ref: '#/components/schemas/s\($0 + 1)/x'}" }
        + "\n    s5000: {x: {}}")
    #expect(parsing.report.hasErrors)
    #expect(parsing.diagnostics.contains { $0.message.contains("more than 100 deep") })
  }

  @Test func nestsSchemasAsDeepAsTheTreeAllows() {
    let depth = 240
    let parsing = Parsing.version3(
      "components: {schemas: {s: " + String(repeating: "{not: ", count: depth) + "{}"
        + String(repeating: "}", count: depth + 2))
    #expect(parsing.places == [])
  }

  @Test func readsWhatManyShareOnce() {
    let many = 3000
    let parameters = list(many) { "      p\($0): {}" }
    let parsing = Parsing.version3(
      "channels:\n" + list(many) { "  c\($0): {$ref: '#/components/channels/shared'}" } + "\noperations:\n"
        + list(many) { "  o\($0): {$ref: '#/components/operations/shared'}" }
        + "\ncomponents:\n  channels:\n    shared:\n"
        + "     address: null\n     messages:\n" + list(many) { "      m\($0): {$ref: '#/components/messages/m'}" }
        + "\n     parameters:\n" + parameters
        + "\n  messages: {m: {}}\n  operations:\n    shared:\n      action: send\n"
        + "      channel: {$ref: '#/channels/c0'}\n      messages:\n"
        + list(many) { "        - {$ref: '#/channels/c1/messages/m\($0)'}" })
    #expect(parsing.errors == [])
    #expect(parsing.document?.operations.count == many)
  }

  @Test func findsChannelsAndMessagesAtOnce() throws {
    let many = 5000
    let parsing = Parsing.version3(
      "channels:\n  c:\n    messages:\n" + list(many) { "      m\($0): {}" } + "\n" + list(many) { "  c\($0): {}" }
        + "\noperations:\n  all:\n    action: send\n    channel: {$ref: '#/channels/c'}\n    messages:\n"
        + list(many) { "      - {$ref: '#/channels/c/messages/m\($0)'}" } + "\n"
        + list(many) { "  o\($0): {action: send, channel: {$ref: '#/channels/c\($0)'}}" })
    #expect(parsing.places == [])
    let document = try #require(parsing.document)
    #expect(document.operation("all")?.messages.count == many)
    #expect(document.operations.last?.channel == document.channels.last?.node)
  }

  @Test func takesManyOperationsOfOneID() {
    let many = 5000
    let parsing = Parsing.version2("channels:\n" + list(many) { "  c\($0): {publish: {operationId: x}}" })
    #expect(parsing.errors.count == many - 1)
    #expect(Set(parsing.document?.operations.map(\.key) ?? []).count == many)
  }

  @Test func takesAnAddressOfManyParameters() {
    let many = 5000
    let address = (0..<many).map { "{p\($0)}" }.joined()
    let parsing = Parsing.version3(
      "channels:\n  c:\n    address: '\(address)'\n    parameters:\n" + list(many) { "      p\(many - 1 - $0): {}" })
    #expect(parsing.places == [])
    #expect(parsing.document?.channels.first?.parameters.map(\.name).prefix(2) == ["p0", "p1"])
  }

  @Test func seeksFewSuggestions() {
    let many = 3000
    let parsing = Parsing.version3(
      "components:\n  schemas:\n"
        + list(many) { "    order-number-\($0): {$ref: '#/components/schemas/order-numbers-\($0)'}" })
    #expect(parsing.errors.count == many)
    #expect(parsing.errors.count { $0.message.contains("did you mean") } <= 50)
  }

  @Test func shortensLongTexts() {
    let text = String(repeating: "x", count: 100_000)
    let parsing = Parsing.version3(
      "\(text.prefix(900)): 1\ncomponents: {schemas: {a: {$ref: '#/\(text)'}, b: {type: '\(text)'}}}")
    #expect(parsing.codes.count == 3)
    #expect(parsing.diagnostics.allSatisfy { $0.message.utf8.count < 1000 })
  }

  @Test func copiesALongTextOnce() throws {
    // 10 GB if each use of the trait had a copy of its own.
    let text = String(repeating: "x", count: 2_000_000)
    let parsing = Parsing.version3(
      "x-text: &text \(text)\ncomponents:\n  messageTraits: {t: {description: *text}}\n  messages:\n"
        + list(5000) { "    m\($0): {traits: [{$ref: '#/components/messageTraits/t'}]}" } + "\n  schemas:\n"
        + list(10) { "    s\($0): {description: *text, format: *text}" })
    #expect(parsing.places == [])
    #expect(parsing.document?.message("m4999")?.wording.description?.utf8.count == text.utf8.count)
    #expect(parsing.document?.schema("s9")?.description?.utf8.count == text.utf8.count)
  }

  // MARK: Files

  /// A document whose schemas are files.
  private func document(of files: Int) -> String {
    Parsing.header3 + "components:\n  schemas:\n" + list(files) { "    s\($0): {$ref: 'f\($0).yaml'}" }
  }

  @Test(arguments: [true, false]) func readsOnlySoManyFiles(areThere: Bool) throws {
    var files = ["api.yaml": document(of: 1000)]
    if areThere { for number in 0..<1000 { files["f\(number).yaml"] = "{title: t}" } }
    var limits = TreeLimits()
    limits.files = 11
    let parsing = Parsing(files, limits: limits)
    #expect(parsing.codes.filter { $0 == "too-many-files" }.count == 1)
    #expect(parsing.codes.count == (areThere ? 1 : 11))
    #expect(parsing.document?.files.count == (areThere ? 11 : 1))
    limits.files = 1001
    #expect(Parsing(files, limits: limits).codes.filter { $0 == "too-many-files" } == [])
  }

  @Test func readsOnlySoMuchOfAllFiles() {
    var files = ["api.yaml": document(of: 20)]
    for number in 0..<20 { files["f\(number).yaml"] = "# \(String(repeating: "x", count: 1000))\n{}" }
    var limits = TreeLimits()
    limits.bytesOfAllFiles = 10_000
    let parsing = Parsing(files, limits: limits)
    #expect(parsing.codes == ["too-many-files"])
    #expect((8...12).contains(parsing.document?.files.count ?? 0))
  }

  @Test func followsFilesThatLeadFromOneToTheNext() {
    var files = ["api.yaml": document(of: 1)]
    for number in 0..<3000 { files["f\(number).yaml"] = "{$ref: 'f\(number + 1).yaml'}" }
    files["f3000.yaml"] = "{title: end}"
    let parsing = Parsing(files)
    #expect(parsing.places == [])
    #expect(parsing.document?.schema("s0")?.title == "end")
  }

  @Test func followsPathsOfManyDetours() {
    let detours = String(repeating: "./a/../", count: 500)
    var files = [
      "api.yaml": Parsing.header3 + "components:\n  schemas:\n"
        + list(300) { "    s\($0): {$ref: '\(detours)f.yaml#/d\($0)'}" }
    ]
    files["f.yaml"] = list(300) { "d\($0): {title: t\($0)}" }
    let parsing = Parsing(files)
    #expect(parsing.places == [])
    #expect(parsing.document?.schema("s299")?.title == "t299")
  }

  // MARK: Pointers

  @Test func followsPointersOfManyTokens() {
    let parsing = Parsing.version3(
      "x-a: \(String(repeating: "{a: ", count: 200)){title: end}\(String(repeating: "}", count: 200))\ncomponents:\n  schemas:\n"
        + list(2000) { "    s\($0): {$ref: '#/x-a\(String(repeating: "/a", count: 200))'}" })
    #expect(parsing.places == [])
    #expect(parsing.document?.schema("s1999")?.title == "end")
  }

  @Test func walksPointersThroughCirclesOfObjectsAsLongAsTheyAre() {
    let parsing = Parsing.version3(
      "components:\n  schemas:\n    a: {title: t, x: {$ref: '#/components/schemas/b'}}\n    b: {x: {$ref: '#/components/schemas/a'}}\n"
        + list(200) { "    s\($0): {$ref: '#/components/schemas/a\(String(repeating: "/x", count: 1000))/x/x'}" })
    #expect(parsing.errors == [])
    #expect(parsing.document?.schema("s199")?.title == "t")
  }

  @Test func explainsReferencesThatCrossOneAnother() {
    let many = 1000
    let parsing = Parsing.version3(
      "components:\n  schemas:\n"
        + list(many) {
          "    s\($0): {$ref: '#/components/schemas/s\(($0 * 7 + 1) % many)/x/s\(($0 * 13 + 5) % many)'}"
        })
    #expect(parsing.report.hasErrors)
    #expect(parsing.diagnostics.count <= many)
  }
}

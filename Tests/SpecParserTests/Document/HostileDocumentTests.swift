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
    // 20 GB if each alias and each use of the trait had a copy of its own.
    let text = String(repeating: "x", count: 2_000_000)
    let parsing = Parsing.version3(
      "x-text: &text \(text)\ncomponents:\n  messageTraits: {t: {description: *text}}\n  messages:\n"
        + list(5000) { "    m\($0): {traits: [{$ref: '#/components/messageTraits/t'}]}" } + "\n  schemas:\n"
        + list(5000) { "    s\($0): {description: *text, format: *text}" })
    #expect(parsing.places == [])
    #expect(parsing.document?.message("m4999")?.wording.description?.utf8.count == text.utf8.count)
    #expect(parsing.document?.schema("s4999")?.description?.utf8.count == text.utf8.count)
  }
}

import Testing

/// The plugin declares these names and the tool writes them: if they change, users' own references and checked-in
/// files break.
struct OutputFileTests {
  @Test(
    "A document's path in its target gives the base name of its files",
    arguments: [
      ("asyncapi.yaml", "asyncapi"),
      ("orders/asyncapi.yaml", "orders_asyncapi"),
      ("streetlights.asyncapi.yaml", "streetlights_asyncapi"),
      ("a/b/street lights.asyncapi.json", "a_b_street_lights_asyncapi"),
      ("v1.2/asyncapi.yml", "v1_2_asyncapi"),
      ("Größe-1_x.asyncapi.yaml", "Gr__e-1_x_asyncapi"),
      ("-o.asyncapi.yaml", "-o_asyncapi"),
    ])
  func base(path: String, base: String) {
    #expect(OutputFile.base(forDocumentAt: path) == base)
  }

  @Test("A composed and a decomposed letter, which look the same, give the same name")
  func baseOfEquivalentSpellings() {
    #expect(OutputFile.base(forDocumentAt: "\u{E9}.asyncapi.yaml") == "__asyncapi")
    #expect(OutputFile.base(forDocumentAt: "e\u{301}.asyncapi.yaml") == "__asyncapi")
  }

  @Test("The files of a document")
  func names() {
    #expect(
      OutputFile.names(base: "orders") == [
        "orders+Schemas.swift", "orders+Schemas2.swift", "orders+Schemas3.swift", "orders+Schemas4.swift",
        "orders+Messages.swift", "orders+Channels.swift", "orders+Servers.swift", "orders+Application.swift",
        "orders+Client.swift",
      ])
  }
}

import SpecParser
import Testing

@Suite struct DiagnosticTests {
  @Test func readsAsEditorsExpect() {
    let place = SourceLocation(path: "a/b.yaml", line: 3, column: 7)
    let other = SourceLocation(path: "a/b.yaml", line: 1, column: 1)
    let diagnostic = Diagnostic(
      .error, .duplicateKey, "the key 'x' stands twice", at: place, notes: [.init("the first one", at: other)])
    #expect(
      diagnostic.description == """
        a/b.yaml:3:7: error: the key 'x' stands twice [duplicate-key]
        a/b.yaml:1:1: note: the first one
        """)
  }

  @Test func standsWithoutAPlace() {
    #expect(Diagnostic(.warning, DiagnosticCode("c", .note, ""), "m", at: nil).description == "warning: m [c]")
  }
}

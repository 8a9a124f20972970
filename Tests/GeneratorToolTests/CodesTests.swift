import Foundation
import Testing

/// What fails here: somebody meets a code that no list explains.
@Suite struct CodesTests {
  private static let page = "Sources/swift-asyncapi-generator/Documentation.docc/DiagnosticCodes.md"

  private func codes(_ arguments: String...) throws -> Tool {
    let folder = try Folder()
    return try Tool(["codes"] + arguments, in: folder.url)
  }

  @Test("The page of the documentation is what the tool prints")
  func page() throws {
    try Recorded.expect(Self.page, toBe: codes("--format", "markdown").output)
  }

  @Test("Every code of the sources is listed, once")
  func complete() throws {
    let listed = try codes().output.split(separator: "\n").dropFirst().compactMap { $0.split(separator: " ").first }
    #expect(Set(listed).count == listed.count)
    #expect(Set(listed.map(String.init)) == (try declaredCodes()))
  }

  /// The names in `static let x = Self("name", .weight, …)`.
  private func declaredCodes() throws -> Set<String> {
    let sources = Recorded.root.appendingPathComponent("Sources")
    let paths = try #require(FileManager.default.enumerator(atPath: sources.path)).compactMap { $0 as? String }
    let declaration = /Self\(\s*"([a-z0-9-]+)",\s*\.(unsound|violation|suspicious|note|ignored)\b/
    var names: Set<String> = []
    for path in paths where path.hasSuffix(".swift") {
      let text = try String(contentsOf: sources.appendingPathComponent(path), encoding: .utf8)
      guard text.contains("extension DiagnosticCode") else { continue }
      names.formUnion(text.matches(of: declaration).map { String($0.output.1) })
    }
    return names
  }

  @Test("A code is explained, and a misspelt one is corrected")
  func explain() throws {
    let run = try codes("unknown-field", "merge-key")
    let lines = run.output.split(separator: "\n")
    #expect(run.status == 0 && lines.count == 3)
    #expect(lines[1].hasPrefix("unknown-field  violation  error     warning   An object has a field"))
    let wrong = try codes("unknown-feild")
    #expect(wrong.status == 64 && wrong.errors.contains("did you mean 'unknown-field'?"), "\(wrong.errors)")
  }
}

import Foundation
import IntermediateRepresentation
import SpecParser
import TemplateRenderer
import Testing

/// What the documents in `Fixtures/Documents` become, kept in `Fixtures/Expected`. With `RECORD=1` in the environment
/// the test writes it anew, and fails, so that nobody takes that for a test.
@Suite struct SnapshotTests {
  @Test(
    "The representation and the Swift of the documents are what they were",
    arguments: ["streetlights.asyncapi.yaml", "orders.asyncapi.yaml", "chat.asyncapi.json", "words.asyncapi.yaml"])
  func snapshots(name: String) throws {
    let text = try String(contentsOf: Fixtures.documents.appendingPathComponent(name), encoding: .utf8)
    let report = Report(purpose: .generation(strict: false))
    let parsed = try #require(DocumentReader.read(name, from: InMemorySources([name: text]), report: report))
    let document = Lowering.lower(parsed, settings: GenerationSettings(), report: report)
    #expect(!report.hasErrors, "\(report.diagnostics.map(\.description))")
    let folder = Fixtures.expected.appendingPathComponent(String(name.prefix { $0 != "." }))
    try compare(representation(of: document), with: folder.appendingPathComponent("IR.json"))
    for file in Renderer(templates: try TemplateSet()).render(document) {
      try compare(file.text, with: folder.appendingPathComponent("\(file.role.rawValue).swift"))
    }
  }

  private func representation(of document: IntermediateDocument) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let data = try encoder.encode(document)
    #expect(try JSONDecoder().decode(IntermediateDocument.self, from: data) == document)
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  private func compare(_ text: String, with file: URL) throws {
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      Issue.record("\(file.lastPathComponent) is recorded anew; look at the difference, and test without RECORD")
      return
    }
    let expected = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    guard text != expected else { return }
    Issue.record("\(file.pathComponents.suffix(2).joined(separator: "/")) differs: \(firstDifference(expected, text))")
  }

  private func firstDifference(_ expected: String, _ found: String) -> String {
    let (old, new) = (
      expected.split(separator: "\n", omittingEmptySubsequences: false),
      found.split(separator: "\n", omittingEmptySubsequences: false)
    )
    let line = zip(old, new).prefix { $0 == $1 }.count
    let was = old.dropFirst(line).prefix(4).map { "- \($0)" }
    let became = new.dropFirst(line).prefix(4).map { "+ \($0)" }
    return "line \(line + 1)\n" + (was + became).joined(separator: "\n")
  }
}

enum Fixtures {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let documents = root.appendingPathComponent("Fixtures/Documents")
  static let expected = root.appendingPathComponent("Fixtures/Expected")
  static let templates = root.appendingPathComponent("Templates")
  static let manifest = root.appendingPathComponent("Package.swift")
}

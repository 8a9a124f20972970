import IntermediateRepresentation
import SpecParser
import Testing

@testable import TemplateRenderer

@Suite struct ImportTests {
  /// The lines of a file that import something.
  private func imports(of role: RenderedFile.Role, payload: String) throws -> [Substring] {
    let sources = InMemorySources([
      "asyncapi.yaml": """
      asyncapi: 3.0.0
      info: {title: Imports, version: 1.0.0}
      components:
        schemas:
          Moments: {type: array, items: {type: string, format: date-time}}
          Moment: {type: string, format: date-time}
        messages:
          one: {headers: {type: object, properties: {name: {type: string}}}, payload: \(payload)}
      """
    ])
    let report = Report(purpose: .generation(strict: false))
    let parsed = try #require(DocumentReader.read("asyncapi.yaml", from: sources, report: report))
    let document = Lowering.lower(parsed, settings: GenerationSettings(access: .public), report: report)
    let files = Renderer(templates: try TemplateSet()).render(document)
    let text = try #require(files.first { $0.role == role }).text
    return text.split(separator: "\n").filter { $0.contains("import Foundation") }
  }

  @Test("A module whose types are only within an alias is not imported for all to see, of which Swift would warn")
  func aliasOfContainer() throws {
    #expect(try imports(of: .messages, payload: "{$ref: '#/components/schemas/Moments'}") == [])
    #expect(try imports(of: .messages, payload: "{$ref: '#/components/schemas/Moment'}").count == 2)
    #expect(
      try imports(of: .messages, payload: "{type: array, items: {$ref: '#/components/schemas/Moment'}}").count == 2)
  }
}

import IntermediateRepresentation
import SpecParser
import Testing

/// What is reported of a small document.
struct Reported {
  let report: GenerationReport
  let document: IntermediateDocument
  let diagnostics: Report

  /// - Parameter text: what follows the header of a document
  init(
    _ text: String, version: String = "3.0.0", settings: GenerationSettings = GenerationSettings(),
    strict: Bool = false, files: [String: String] = [:]
  ) throws {
    var sources = files
    sources["a.yaml"] = "asyncapi: \(version)\ninfo: {title: Shop, version: '1'}\n" + text
    diagnostics = Report(purpose: .generation(strict: strict))
    let parsed = try #require(
      DocumentReader.read("a.yaml", from: InMemorySources(sources), report: diagnostics), "\(diagnostics.diagnostics)")
    (document, report) = try #require(
      Lowering.lowerAndReport(parsed, settings: settings, report: diagnostics), "\(diagnostics.diagnostics)")
  }

  /// The only schema of a document.
  init(schema: String, settings: GenerationSettings = GenerationSettings()) throws {
    try self.init(
      "components: {schemas: {S: \(schema), Other: {type: object, properties: {o: {}}}}}", settings: settings)
  }

  /// Class and code of what stands at a JSON pointer.
  subscript(pointer: String) -> String? {
    report.constructs.first { $0.key.pointer == pointer && $0.key.kind == .string }.map { $0.treatment.code }
  }

  /// What is ignored, as pointers.
  var ignored: [String] { report.constructs.filter { $0.treatment.kind == .ignored }.map(\.key.pointer) }

  /// Each construct as `line:column code`.
  var places: [String] {
    report.constructs.map { "\($0.key.location.line):\($0.key.location.column) \($0.treatment.code)" }
  }
}

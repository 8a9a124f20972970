import IntermediateRepresentation
import SpecParser
import TemplateRenderer
import Testing

/// What becomes of the generated Swift when something of a document is taken away.
struct Ablation {
  let constructs: [Construct]
  private let root: Node
  private let swift: [String]
  private let settings: GenerationSettings

  init(_ text: String, validates: Bool = false) throws {
    var settings = GenerationSettings()
    settings.validatesConstraints = validates
    self.settings = settings
    var found: [Diagnostic] = []
    let yaml = try Tree.read(SourceFile(path: "a.yaml", bytes: Array(text.utf8)), diagnostics: &found)
    // JSON from the beginning, so that only what is taken away makes a difference.
    let report = Report(purpose: .generation(strict: false))
    let document = try #require(Self.document(JSONText(of: yaml.root), report), "\(report.diagnostics)")
    let (intermediate, constructs) = try #require(
      Lowering.lowerAndReport(document, settings: settings, report: report), "\(report.diagnostics)")
    root = document.node
    self.constructs = constructs.constructs
    swift = try Self.swift(intermediate)
  }

  private static func document(_ json: JSONText, _ report: Report) -> AsyncAPIDocument? {
    DocumentReader.read("a.json", from: InMemorySources(["a.json": json.text]), report: report)
  }

  private static func swift(_ document: IntermediateDocument) throws -> [String] {
    // Lines move when one is taken away.
    Renderer(templates: try TemplateSet()).render(document).map { $0.text.replacing(/"a\.json:\d+"/, with: "") }
  }

  /// Whether the Swift is the same without a construct; `nil` where nothing can be generated without it.
  func isSame(without construct: Construct) throws -> Bool? {
    // Of a schema that is not read, the place counts, and what is in it does not.
    let isUnread = construct.treatment.code == "ignored-schema"
    let json = JSONText(of: root, without: isUnread ? construct.key.valueOfKey : construct.key)
    let report = Report(purpose: .generation(strict: false))
    guard let document = Self.document(json, report), !report.hasErrors else { return nil }
    let intermediate = Lowering.lower(document, settings: settings, report: report)
    return report.hasErrors ? nil : try Self.swift(intermediate) == swift
  }
}

extension Node {
  fileprivate var valueOfKey: Node? { parent?.pairs.first { $0.key == self }?.value }
}

/// The JSON of a value, without one of its entries, or without what one of its values holds.
private struct JSONText {
  private(set) var text = ""
  private let omitted: Node?

  init(of root: Node, without omitted: Node? = nil) {
    self.omitted = omitted
    write(root)
  }

  private mutating func write(_ node: Node) {
    switch node.kind {
    case .mapping:
      text += "{"
      var separator = ""
      for (key, value) in node.pairs where key != omitted && node != omitted {
        text += separator + key.json() + ": "
        write(value)
        separator = ",\n"
      }
      text += "}"
    case .sequence:
      text += "["
      var separator = ""
      for element in node.elements where node != omitted {
        text += separator
        write(element)
        separator = ","
      }
      text += "]"
    default: text += node == omitted ? "true" : node.json()
    }
  }
}

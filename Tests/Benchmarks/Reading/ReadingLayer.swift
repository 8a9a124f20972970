import CLibYAML
import SpecParser

/// How far a document is read. Each layer does what the one before does, and more.
enum ReadingLayer: String, CaseIterable {
  /// Only the bytes are there.
  case bytes
  /// libyaml finds all events, and nothing is made of them: what no reader built on it can do without.
  case events
  case tree
  /// The tree, references and the document's model, as the generator needs them.
  case model
  /// All of it, and every rule.
  case validation

  func run(_ document: BenchmarkDocument) throws {
    switch self {
    case .bytes: break
    case .events: try Self.passEvents(document.bytes)
    case .tree:
      var diagnostics: [Diagnostic] = []
      _ = try Tree.read(SourceFile(path: document.name, bytes: document.bytes), diagnostics: &diagnostics)
    case .model: try Self.read(document, for: .generation(strict: false))
    case .validation: try Self.read(document, for: .validation)
    }
  }

  private static func read(_ document: BenchmarkDocument, for purpose: Purpose) throws {
    let report = Report(purpose: purpose)
    let file = SingleFile(path: document.name, bytes: document.bytes)
    let read = DocumentReader.read(document.name, from: file, report: report)
    guard read != nil else { throw Failure.unreadable(report.diagnostics.first) }
  }

  private static func passEvents(_ bytes: [UInt8]) throws {
    var parser = yaml_parser_t()
    yaml_parser_initialize(&parser)
    defer { yaml_parser_delete(&parser) }
    var event = yaml_event_t()
    try bytes.withUnsafeBufferPointer { bytes in
      yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
      yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      while true {
        guard yaml_parser_parse(&parser, &event) == 1 else { throw Failure.notYAML }
        let isLast = event.type.rawValue == YAML_STREAM_END_EVENT.rawValue
        yaml_event_delete(&event)
        if isLast { return }
      }
    }
  }

  enum Failure: Error {
    case notYAML
    case unreadable(Diagnostic?)
  }
}

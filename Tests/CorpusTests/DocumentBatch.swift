import IntermediateRepresentation
import SpecParser
import TemplateRenderer

/// Documents that are compiled together, as one module.
struct DocumentBatch: Sendable {
  struct Member: Sendable {
    var document: Corpus.Document
    var generated: GeneratedDocument
    /// With the properties that the document does not name, and with `validate()`.
    var capturing: GeneratedDocument
  }

  let name: String
  private(set) var members: [Member] = []
  private var size = 0

  /// Generated text, in bytes. More of it takes the compiler too much memory, less takes too many modules.
  private static let largest = 1_500_000

  private init(name: String) { self.name = name }

  /// The documents, in their order, from which code is generated.
  ///
  /// - Throws: what the generator has to say of a document that is valid
  static func batches(of documents: [Corpus.Document]) throws -> [DocumentBatch] {
    var batches: [DocumentBatch] = []
    for document in documents {
      guard let generated = try GeneratedDocument(ifSound: document) else { continue }
      if batches.last?.hasRoom(for: generated) != true {
        batches.append(DocumentBatch(name: "Batch\(batches.count)"))
      }
      try batches[batches.count - 1].add(generated, of: document)
    }
    return batches
  }

  private func hasRoom(for document: GeneratedDocument) -> Bool {
    members.isEmpty || size + document.size <= Self.largest
  }

  /// Where another document is called the same, this one gets a namespace of its own.
  private mutating func add(_ generated: GeneratedDocument, of document: Corpus.Document) throws {
    let taken = Set(members.map(\.generated.lowered.namespace))
    let name = generated.lowered.namespace
    var generated = generated
    if taken.contains(name) {
      var number = 2
      while taken.contains("\(name)\(number)") { number += 1 }
      generated = try generated.with(GenerationSettings(namespace: "\(name)\(number)", access: .public))
    }
    var settings = GenerationSettings(namespace: generated.lowered.namespace, access: .public)
    settings.unknownProperties = .capture
    settings.validatesConstraints = true
    var capturing = try generated.with(settings)
    // Only the types are run, and the messages in which some of them are nested.
    capturing.files.removeAll { [.channels, .servers, .application, .client].contains($0.role) }
    members.append(Member(document: document, generated: generated, capturing: capturing))
    size += generated.size
  }
}

extension GeneratedDocument {
  /// In bytes.
  var size: Int { files.reduce(0) { $0 + $1.text.utf8.count } }

  /// `nil` for a document that breaks a rule.
  ///
  /// - Throws: ``Refusal`` for a valid one
  fileprivate init?(ifSound document: Corpus.Document) throws {
    do {
      try self.init(document)
    } catch let refusal as Refusal {
      let report = Report(purpose: .validation)
      let sources = document.sources
      let parsed = DocumentReader.read(sources.documentPath, from: sources, report: report)
      if parsed == nil || report.hasErrors { return nil }
      throw refusal
    }
  }
}

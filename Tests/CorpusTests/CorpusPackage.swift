import Foundation
import IntermediateRepresentation

/// The package with the code of the corpus and the program that runs its examples, built once for all tests.
struct CorpusPackage: Sendable {
  /// Each test that needs it waits for the same build.
  static let built = Task {
    let package = try CorpusPackage(Corpus.compiledDocuments)
    try await package.compiled.build(in: package.folder)
    return package
  }

  let batches: [DocumentBatch]
  let examples: [Example]
  let compiled: CompiledPackage
  let input: String
  /// Stays where it is, so that only what is generated otherwise is compiled again.
  private let folder = Corpus.repository.appending(path: ".build/corpus/\(Corpus.isWholeCompiled ? "whole" : "part")")

  init(_ documents: [Corpus.Document]) throws {
    batches = try DocumentBatch.batches(of: documents)
    var compiled = CompiledPackage()
    var program = ExampleProgram()
    var examples: [Example] = []
    for batch in batches {
      compiled.add(batch.name, from: batch.name, batch.members.map(\.generated))
      let capturing = "Capturing\(batch.name)"
      compiled.add(capturing, from: "\(batch.name) with unknown properties", batch.members.map(\.capturing))
      for member in batch.members {
        for example in Example.all(of: member) {
          examples.append(example)
          guard let use = example.use, let capturingUse = example.capturingUse else { continue }
          program.add(example.value, as: use, of: member.generated, in: batch.name)
          program.add(example.value, as: capturingUse, of: member.capturing, in: capturing)
        }
      }
    }
    try Self.addVariants(of: batches.flatMap(\.members), to: &compiled)
    compiled.add(program.target)
    self.compiled = compiled
    self.examples = examples
    input = program.input
  }

  /// Some documents with each access level, and each way to compile them that users choose.
  private static func addVariants(of members: [DocumentBatch.Member], to package: inout CompiledPackage) throws {
    let moderate = members.filter { $0.generated.size < 100_000 }
    let sample = moderate.enumerated().filter { $0.offset % (moderate.count / 8 + 1) == 3 }
    func documents(_ access: AccessLevel) throws -> [GeneratedDocument] {
      try sample.map { number, member in
        try member.generated.with(GenerationSettings(namespace: "Sample\(number)", access: access))
      }
    }
    let features = ["ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility"]
    let choices =
      [("Plain", []), ("OnTheMainActor", [".defaultIsolation(MainActor.self)"])]
      + features.map { ($0, [CompiledPackage.upcoming($0)]) }
    for (name, settings) in choices {
      package.add(
        CompiledPackage.Target(name: name, source: name, documents: try documents(.public), settings: settings))
    }
    for access in AccessLevel.allCases where access != .public {
      package.add("Access_\(access.rawValue)", from: "access \(access.rawValue)", try documents(access))
    }
  }

  /// What the program says of an example, with the usual types and with those that keep unknown properties.
  struct Answer {
    var usual: Substring?
    var capturing: Substring?
  }

  /// What the program says of each example that has a type.
  func answers() async throws -> [Answer] {
    let file = folder.appending(path: "examples.tsv")
    try write(input, to: file)
    let lines = try await compiled.run(ExampleProgram.name, [file.path], in: folder).lines
    return stride(from: 0, to: lines.count, by: 2).map { number in
      Answer(usual: lines[number], capturing: number + 1 < lines.count ? lines[number + 1] : nil)
    }
  }
}

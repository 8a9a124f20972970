import Foundation
import IntermediateRepresentation
import SpecParser
import Testing

/// What fails here: generated code does not compile, or with warnings.
struct CompilationTests {
  @Test("Generated code compiles without a warning: the specification's examples, our own documents, and hostile text")
  func compiles() async throws {
    var package = CompiledPackage()
    for (number, document) in Corpus.latestExamples.enumerated() {
      package.add("Document\(number)", from: document.description, [try GeneratedDocument(document)])
    }
    let own = Corpus.ownDocuments
    for access in AccessLevel.allCases {
      package.add(
        "Access_\(access.rawValue)", from: "our own documents, access \(access.rawValue)",
        try own.map { try GeneratedDocument($0, settings: GenerationSettings(access: access)) })
    }
    for side in SideDeclaration.Kind.allCases {
      package.add(
        "Only_\(side.rawValue)", from: "our own documents, \(side.rawValue) only",
        try own.map { try GeneratedDocument($0, settings: GenerationSettings(access: .public, sides: [side])) })
    }
    let both = try own.map { try GeneratedDocument($0) }
    package.add(
      "OnTheMainActor", from: "our own documents, on the main actor", both,
      settings: [".defaultIsolation(MainActor.self)"])
    package.add(
      "ApproachableConcurrency", from: "our own documents, with approachable concurrency", both,
      settings: [
        ".defaultIsolation(MainActor.self)", #".enableUpcomingFeature("NonisolatedNonsendingByDefault")"#,
        #".enableUpcomingFeature("InferIsolatedConformances")"#,
      ])
    package.add(
      "Hostile", from: "hostile text",
      try (0..<3).map { number in
        var hostile = HostileDocument(seed: UInt64(number))
        return try GeneratedDocument(
          HostileDocument.path, from: InMemorySources([HostileDocument.path: hostile.document()]),
          settings: GenerationSettings(namespace: number == 0 ? nil : "Hostile\(number)", access: .public))
      })

    let folder = FileManager.default.temporaryDirectory.appending(path: "asyncapi generated \(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try await package.build(in: folder)
  }

  @Test("What does not compile is told with its document and the compiler's words")
  func failure() throws {
    var package = CompiledPackage()
    package.add("Fine", from: "a fine document", [])
    package.add("Broken", from: "a broken document", [])
    let output = """
      [1/2] Compiling Broken document0+Schemas.swift
      /folder/Sources/Broken/document0+Schemas.swift:1:13: error: cannot find type 'Missing' in scope
      /folder/Sources/Broken/document0+Schemas.swift:1:13: error: cannot find type 'Missing' in scope
      error: fatalError
      """
    #expect(
      package.explanation(of: Subprocess(status: 1, output: output)) == """
        a broken document:
          /folder/Sources/Broken/document0+Schemas.swift:1:13: error: cannot find type 'Missing' in scope
        """)
    #expect(package.explanation(of: Subprocess(status: 1, output: "error: no space")) == "error: no space")
  }
}

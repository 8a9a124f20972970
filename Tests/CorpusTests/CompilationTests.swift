import Foundation
import IntermediateRepresentation
import SpecParser
import Testing

/// What fails here: generated code does not compile, or with warnings.
struct CompilationTests {
  @Test("The code of documents of others compiles without a warning, both sides, and a sample of it in each way")
  func corpus() async throws {
    let batches = try await CorpusPackage.built.value.batches
    print("\(batches.reduce(0) { $0 + $1.members.count }) documents compile, in \(batches.count) modules.")
  }

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
        try own.map { try GeneratedDocument($0, settings: Self.validating(GenerationSettings(access: access))) })
    }
    for side in SideDeclaration.Kind.allCases {
      package.add(
        "Only_\(side.rawValue)", from: "our own documents, \(side.rawValue) only",
        try own.map { try GeneratedDocument($0, settings: GenerationSettings(access: .public, sides: [side])) })
    }
    let both = try own.map { try GeneratedDocument($0, settings: Self.validating(GenerationSettings(access: .public))) }
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
      "BesideOwnTypes", from: "our own documents, beside a user's types that are called as those of the runtime", both,
      ownCode: Self.typesOfRuntime.map { "struct \($0) {}\n" }.joined())
    package.add(
      "WithOwnSettings", from: "our own documents, with every setting", try own.map(Self.withEverySetting),
      ownCode: """
        public struct Money: Codable, Hashable, Sendable {}
        public enum Texts { public struct Address: Codable, Hashable, Sendable {} }
        """)
    package.add(
      "Hostile", from: "hostile text",
      try (0..<3).map { number in
        var hostile = HostileDocument(seed: UInt64(number))
        return try GeneratedDocument(
          HostileDocument.path, from: InMemorySources([HostileDocument.path: hostile.document()]),
          settings: Self.validating(
            GenerationSettings(namespace: number == 0 ? nil : "Hostile\(number)", access: .public)))
      })

    let folder = FileManager.default.temporaryDirectory.appending(path: "asyncapi generated \(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try await package.build(in: folder)
  }

  /// The names of the runtime's public types, and of those that only generated code sees.
  private static let typesOfRuntime = [
    "AddressParameter", "AddressPattern", "AddressTemplate", "AnyChannel", "AsyncAPIError", "Box", "Bytes", "Channel",
    "Codecs", "Configuration", "Credential", "Disposition", "Duration", "ElementEncoder", "FailurePolicy",
    "ISO8601Duration", "InboundMessage", "Incoming", "JSONValue", "Key", "LocalDate", "Message", "MessageContext",
    "NoCredentials", "NoHandler", "NoHeaders", "NoParameters", "ParameterFilter", "PayloadProbe", "Presence",
    "Protocols", "PublishOptions", "PublishReceipt", "PublisherEngine", "PublisherTransport", "Received",
    "ReceivedMessages", "RequestReplyTransport", "RuntimeService", "Server", "ServerCredentials", "SubscriberEngine",
    "SubscriberTransport", "ValueLocation", "Written", "Error", "Result", "Optional", "Data", "URL", "Array",
    "Dictionary", "Handler", "Publisher", "Subscriber", "Subscriptions", "Payload", "Headers", "Parameters", "Schemas",
    "Messages", "Channels", "Servers", "Application", "Client", "Constraint", "ConstraintViolation",
    "ConstraintViolations", "Pattern", "SchemaConstraint", "Validatable", "Validation",
  ]

  private static func validating(_ settings: GenerationSettings) -> GenerationSettings {
    var settings = settings
    settings.validatesConstraints = true
    return settings
  }

  private static func withEverySetting(_ document: Corpus.Document) throws -> GeneratedDocument {
    var settings = GenerationSettings(access: .public)
    settings.unknownProperties = .reject
    settings.nullableOptional = .presence
    settings.enums = .closed
    settings.defaults = .ignore
    settings.validatesConstraints = true
    let place = SourceLocation(path: "", line: 1, column: 1)
    settings.typeOverrides = [
      TypeOverride(key: "decimal", type: "Money", location: place),
      TypeOverride(key: "uri", type: "Texts.Address", location: place),
      TypeOverride(key: "/components/schemas/Region", type: "CharacterSet", module: "Foundation", location: place),
    ]
    return try GeneratedDocument(document, settings: settings)
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

package import SpecParser

/// What becomes of each thing that a document says.
package struct GenerationReport: Sendable {
  /// The path of the document.
  package let document: String
  /// In the order of the document, and of the files that it refers to.
  package let constructs: [Construct]

  init(_ outcome: Outcome) {
    document = outcome.document.files.first ?? ""
    constructs = ConstructWalk.constructs(of: outcome)
  }

  package func count(_ kind: Treatment.Kind) -> Int { constructs.count { $0.treatment.kind == kind } }

  /// Says what is ignored, as far as somebody wants to hear of it: where it is an error, or by a level of its code.
  /// Of what something has been said already, nothing more is.
  package func warn(_ report: Report) {
    let isError = report.purpose == .generation(strict: true)
    let known = Set(report.diagnostics.filter { Self.codesOfSuchThings.contains($0.code) }.map(\.location))
    for construct in constructs where construct.treatment.kind == .ignored {
      let name = construct.treatment.code
      guard isError || report.levels[name] != nil, let code = Self.codes[name],
        !known.contains(construct.key.location)
      else { continue }
      report(
        code,
        "\(construct.words) is ignored: \(construct.destination); remove it, or let it pass with '--severity \(name)=ignore'",
        at: construct.key)
    }
  }

  /// Whether somebody wants to hear of what is ignored.
  package static func isAskedFor(by report: Report) -> Bool {
    report.purpose == .generation(strict: true) || codes.keys.contains { report.levels[$0] != nil }
  }

  /// The codes of diagnostics which say themselves that a key is in vain.
  private static let codesOfSuchThings = Set(
    [
      DiagnosticCode.unknownField, .unknownKeyword, .fieldOfLaterVersion, .referenceSiblings, .redundantParameter,
      .doubtfulBinding,
    ].map(\.name))

  private static let codes = Dictionary(
    DiagnosticCode.ofReporting.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
}

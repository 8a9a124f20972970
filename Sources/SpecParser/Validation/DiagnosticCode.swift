/// What a diagnostic is about, and how much it weighs.
package struct DiagnosticCode: Hashable, Sendable {
  /// What follows from a finding. The severity depends on what the document is read for.
  package enum Weight: String, Hashable, Sendable {
    /// Nothing sound can be generated: always an error.
    case unsound
    /// The specification forbids it, generation survives it: an error for `validate`, a warning for `generate`.
    case violation
    /// Allowed, but hardly meant: a warning.
    case suspicious
    /// Worth knowing: a note.
    case note
    /// Allowed, but without effect on what is generated: an error for `generate --strict`, which alone says it.
    case ignored
  }

  /// Stable, in kebab-case.
  package let name: String
  package let weight: Weight
  /// How much it weighs in a document of AsyncAPI 3, where that is different.
  package let weightInVersion3: Weight?
  /// One sentence for the list of codes: when it is reported.
  package let meaning: String

  package init(_ name: String, _ weight: Weight, inVersion3 weightInVersion3: Weight? = nil, _ meaning: String) {
    self.name = name
    self.weight = weight
    self.weightInVersion3 = weightInVersion3
    self.meaning = meaning
  }

  package static func == (left: Self, right: Self) -> Bool { left.name == right.name }

  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// What a document is read for.
package enum Purpose: Hashable, Sendable {
  case validation
  /// Code can be generated from documents that break rules of form; `strict` refuses them all the same.
  case generation(strict: Bool)

  package func severity(of weight: DiagnosticCode.Weight) -> Diagnostic.Severity {
    switch (weight, self) {
    case (.unsound, _): .error
    case (.violation, .generation(strict: false)): .warning
    case (.violation, _): .error
    case (.suspicious, _): .warning
    case (.ignored, .generation(strict: true)): .error
    case (.note, _), (.ignored, _): .note
    }
  }
}

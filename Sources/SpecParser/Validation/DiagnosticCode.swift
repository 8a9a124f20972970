/// What a diagnostic is about, and how much it weighs.
package struct DiagnosticCode: Hashable, Sendable {
  /// What follows from a finding. The severity depends on what the document is read for.
  package enum Weight: Hashable, Sendable {
    /// Nothing sound can be generated: always an error.
    case unsound
    /// The specification forbids it, generation survives it: an error for `validate`, a warning for `generate`.
    case violation
    /// Allowed, but hardly meant: a warning.
    case suspicious
    /// Worth knowing: a note.
    case note
  }

  /// Stable, in kebab-case.
  package let name: String
  package let weight: Weight

  package init(_ name: String, _ weight: Weight) {
    self.name = name
    self.weight = weight
  }
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
    case (.note, _): .note
    }
  }
}

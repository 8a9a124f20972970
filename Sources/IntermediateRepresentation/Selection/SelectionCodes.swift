package import SpecParser

/// The codes of filters.
extension DiagnosticCode {
  static let nothingSelected = Self(
    "nothing-selected", .unsound, "A name or pattern of `only` is that of nothing in the document.")

  package static let ofSelection: [Self] = [nothingSelected]
}

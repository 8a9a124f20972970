extension DiagnosticCode {
  /// Every code of the reader, in the order of the list in the documentation.
  package static let ofReading: [Self] = ofTexts + ofReferences + ofStructure + ofMeaning + ofStyle
}

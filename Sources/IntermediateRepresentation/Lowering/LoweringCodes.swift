import SpecParser

/// The codes of what lowering cannot hold in a type.
extension DiagnosticCode {
  static let flattenedTooLarge = Self("flattened-too-large", .unsound)
  static let mergedTooFar = Self("merged-too-far", .suspicious)
}

import IntermediateRepresentation
import SpecParser
import TemplateRenderer

/// The codes of the command line, the configuration, and the files that are written.
extension DiagnosticCode {
  static let invalidConfiguration = Self(
    "invalid-configuration", .unsound, "The configuration has a key or a value that is not known.")
  static let severalConfigurations = Self(
    "several-configurations", .unsound, "More than one file could be the configuration of the document.")
  static let invalidNamespace = Self("invalid-namespace", .unsound, "The namespace cannot be a name in Swift.")
  static let fileExists = Self("file-exists", .unsound, "A file is there already, and is not overwritten.")
  static let staleOutput = Self("stale-output", .unsound, "`--check` found a file that is not what would be written.")
  static let unwritableOutput = Self("unwritable-output", .unsound, "A file or its folder cannot be written.")

  static let ofTool: [Self] = [
    invalidConfiguration, severalConfigurations, invalidNamespace, fileExists, staleOutput, unwritableOutput,
  ]

  /// Every code that the tool can report.
  static let all: [Self] = ofReading + ofLowering + ofSelection + ofReporting + ofTemplates + ofTool
}

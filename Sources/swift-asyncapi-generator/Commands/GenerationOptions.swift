import ArgumentParser
import IntermediateRepresentation
import SpecParser

extension AccessLevel: ExpressibleByArgument {}
extension SideDeclaration.Kind: ExpressibleByArgument {}

/// What the commands that generate have in common. The command line overrules the configuration.
struct GenerationOptions: ParsableArguments {
  @Argument(help: "The AsyncAPI document: YAML, or JSON if its name ends in .json.")
  var document: String

  @OptionGroup var reading: ReadingOptions

  @Option(
    name: .customLong("side"), help: "A side to generate: application or client. Both by default; may be repeated.")
  var sides: [SideDeclaration.Kind] = []

  @Option(help: "The enum that holds everything. By default it comes from the title.")
  var namespace: String?

  @Option(help: "How far the declarations can be seen: public, package or internal.")
  var access: AccessLevel?

  @Option(
    help: ArgumentHelp(
      "A folder with templates that take the place of the built-in ones of the same name.", valueName: "dir"))
  var templates: String?

  @OptionGroup var filter: FilterOptions

  @Flag(
    help: "Treat what the specification forbids as an error, even where code can be generated, and what is ignored.")
  var strict = false

  /// What comes of a document, before it is rendered.
  struct Outcome {
    var document: IntermediateDocument
    var configuration: Configuration
    /// What became of each thing that the document says, if somebody wants to know.
    var constructs: GenerationReport?
  }

  /// Reads configuration and document; `nil` where the report then says why not.
  ///
  /// - Parameter wantsConstructs: whether the constructs are wanted, by the configuration
  func outcome(report: Report, wantsConstructs: (Configuration) -> Bool = { _ in false }) -> Outcome? {
    guard let configuration = reading.configuration(of: document, report: report) else { return nil }
    var settings = GenerationSettings(
      namespace: namespace ?? configuration.namespace, access: access ?? configuration.access ?? .internal,
      sides: sides.isEmpty ? configuration.sides ?? SideDeclaration.Kind.allCases : sides,
      nameOverrides: configuration.nameOverrides)
    if let fault = settings.namespace.flatMap(Self.fault(ofNamespace:)) {
      report.add([
        Diagnostic(.error, .invalidNamespace, fault, at: namespace == nil ? configuration.namespaceLocation : nil)
      ])
      return nil
    }
    settings.typeOverrides = configuration.typeOverrides
    settings.unknownProperties = configuration.unknownProperties ?? settings.unknownProperties
    settings.nullableOptional = configuration.nullableOptional ?? settings.nullableOptional
    settings.defaults = configuration.defaults ?? settings.defaults
    settings.enums = configuration.enums ?? settings.enums
    settings.validatesConstraints = configuration.validate ?? settings.validatesConstraints
    settings.generatesExamples = configuration.examples ?? settings.generatesExamples
    settings.sides = SideDeclaration.Kind.allCases.filter(settings.sides.contains)
    guard let parsed = reading.read(document, configuration: configuration, report: report), !report.hasErrors else {
      return nil
    }
    settings.only = filter.filter ?? configuration.only
    guard wantsConstructs(configuration) || GenerationReport.isAskedFor(by: report) else {
      let document = Lowering.lower(parsed, settings: settings, report: report)
      return report.hasErrors ? nil : Outcome(document: document, configuration: configuration)
    }
    return Lowering.lowerAndReport(parsed, settings: settings, report: report).map { document, constructs in
      Outcome(document: document, configuration: configuration, constructs: constructs)
    }
  }

  private static func fault(ofNamespace name: String) -> String? {
    if SwiftIdentifier.verbatim(name) == nil { return "'\(name)' is no Swift name; expected letters, digits and '_'" }
    if !ReservedNames.allowsNamespace(name) {
      return "'\(name)' cannot be the namespace, since Swift or the generated code needs the name; choose another"
    }
    return nil
  }
}

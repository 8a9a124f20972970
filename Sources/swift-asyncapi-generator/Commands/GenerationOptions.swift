import ArgumentParser
import Foundation
import IntermediateRepresentation
import SpecParser

extension AccessLevel: ExpressibleByArgument {}
extension SideDeclaration.Kind: ExpressibleByArgument {}

/// What the commands that generate have in common. The command line overrules the configuration.
struct GenerationOptions: ParsableArguments {
  @Argument(help: "The AsyncAPI document: YAML, or JSON if its name ends in .json.")
  var document: String

  @Option(help: "The configuration. Without it, asyncapi-generator.yaml beside the document is read if it is there.")
  var config: String?

  @Option(
    name: .customLong("side"), help: "A side to generate: application or client. Both by default; may be repeated.")
  var sides: [SideDeclaration.Kind] = []

  @Option(help: "The enum that holds everything. By default it comes from the title.")
  var namespace: String?

  @Option(help: "How far the declarations can be seen: public, package or internal.")
  var access: AccessLevel?

  @Option(help: "A folder with templates that take the place of the built-in ones of the same name.")
  var templates: String?

  @Option(
    name: .customLong("allow-root"),
    help: "A further folder that references may reach, beside the package of the document. May be repeated.")
  var allowedRoots: [String] = []

  @Flag(help: "Treat what the specification forbids as an error, even where code can be generated.")
  var strict = false

  /// Reads configuration and document; `nil` where the report then says why not.
  func intermediateDocument(report: Report, sources: inout DiskSources) -> (IntermediateDocument, Configuration)? {
    guard let configuration = configuration(report: report) else { return nil }
    var settings = GenerationSettings(
      namespace: namespace ?? configuration.namespace, access: access ?? configuration.access ?? .internal,
      sides: sides.isEmpty ? configuration.sides ?? SideDeclaration.Kind.allCases : sides.unique,
      nameOverrides: configuration.nameOverrides)
    if let fault = settings.namespace.flatMap(Self.fault(ofNamespace:)) {
      report.add([
        Diagnostic(.error, .invalidNamespace, fault, at: namespace == nil ? configuration.namespaceLocation : nil)
      ])
      return nil
    }
    settings.sides = SideDeclaration.Kind.allCases.filter(settings.sides.contains)
    sources = DiskSources(document: document, allowedRoots: allowedRoots)
    guard
      let parsed = DocumentReader.read(
        sources.documentPath, from: sources, perspective: configuration.perspective ?? .application, report: report),
      !report.hasErrors
    else { return nil }
    sources.filesRead = parsed.files
    let lowered = Lowering.lower(parsed, settings: settings, report: report)
    return report.hasErrors ? nil : (lowered, configuration)
  }

  private static func fault(ofNamespace name: String) -> String? {
    if SwiftIdentifier.verbatim(name) == nil { return "'\(name)' is no Swift name; expected letters, digits and '_'" }
    if !ReservedNames.allowsNamespace(name) {
      return "'\(name)' cannot be the namespace, since Swift or the generated code needs the name; choose another"
    }
    return nil
  }

  private func configuration(report: Report) -> Configuration? {
    do {
      let found =
        try config
        ?? ConfigurationDiscovery.configuration(
          ofDocumentAt: URL(fileURLWithPath: document))?.relativePath(likeDocument: document)
      guard let found else { return Configuration() }
      return Configuration.read(found, report: report)
    } catch {
      report.add([Diagnostic(.error, .severalConfigurations, "\(error)", at: nil)])
      return nil
    }
  }
}

extension URL {
  /// The path of a file beside the document, written as the document's was.
  fileprivate func relativePath(likeDocument document: String) -> String {
    RelativePath.resolve(lastPathComponent, from: document)
  }
}

extension Array where Element: Hashable {
  fileprivate var unique: Self {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

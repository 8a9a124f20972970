import ArgumentParser
import Foundation
import SpecParser

/// What the commands that read documents have in common. The command line overrules the configuration.
struct ReadingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The configuration. Without it, asyncapi-generator.yaml beside the document is read if it is there.",
      valueName: "file"))
  var config: String?

  @Option(
    name: .customLong("severity"),
    help: ArgumentHelp(
      "How a code is reported: as error, warning or note, or not at all (ignore). May be repeated.",
      discussion: "'swift-asyncapi-generator codes' lists the codes.", valueName: "code=level"),
    transform: SeverityChoice.init(option:))
  var severities: [SeverityChoice] = []

  @Option(
    name: .customLong("allow-root"),
    help: ArgumentHelp(
      "A further folder that references may reach, beside the package of the document. May be repeated.",
      valueName: "dir"))
  var allowedRoots: [String] = []

  @Option(
    help: ArgumentHelp(
      "The folder with copies of the files that references name by https:// or http://.",
      discussion: "As 'wget -x' puts them: https://example.com/a/b.yaml is read from DIR/example.com/a/b.yaml, and "
        + "https://example.com:8080/b.yaml?v=2 from 'DIR/example.com:8080/b.yaml?v=2'.",
      valueName: "dir"))
  var remoteRefs: String?

  /// The configuration of a document; `nil` where the report then says what is wrong with it.
  func configuration(of document: String, report: Report) -> Configuration? {
    report.levels = severities.levels
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

  func read(_ document: String, configuration: Configuration, report: Report) -> AsyncAPIDocument? {
    let sources = DiskSources(
      document: document, allowedRoots: allowedRoots, copies: remoteRefs ?? configuration.remoteRefs)
    return DocumentReader.read(
      sources.documentPath, from: sources, perspective: configuration.perspective ?? .application, report: report)
  }
}

extension URL {
  /// The path of a file beside the document, written as the document's was.
  fileprivate func relativePath(likeDocument document: String) -> String {
    RelativePath.resolve(lastPathComponent, from: document)
  }
}

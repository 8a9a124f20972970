import Foundation

/// One run of the generator: a document and where its Swift goes.
struct Generation {
  var document: DocumentDiscovery.Document
  var configuration: URL?
  var outputDirectory: URL

  /// - Throws: ``DiscoveryError`` if it is not clear which configuration is meant.
  init(of document: DocumentDiscovery.Document, into outputDirectory: URL) throws {
    self.document = document
    self.configuration = try ConfigurationDiscovery.configuration(ofDocumentAt: document.url)
    self.outputDirectory = outputDirectory
  }

  /// What the tool is called with. Values are joined to their options, since one may begin with a hyphen.
  var arguments: [String] {
    [
      "generate", document.url.path, "--output-directory=\(outputDirectory.path)",
      "--output-name=\(document.outputBase)",
    ]
      + (configuration.map { ["--config=\($0.path)"] } ?? [])
  }

  var outputFiles: [URL] {
    OutputFile.names(base: document.outputBase).map { outputDirectory.appendingPathComponent($0) }
  }

  /// Everything whose edit may change the output.
  ///
  /// - Parameter files: The target's files. All that might hold schemas count, referenced or not, since a file that
  ///   no build command reads draws a warning from SwiftPM.
  func inputFiles(among files: [URL]) -> [URL] {
    let inputs =
      [document.url] + (configuration.map { [$0] } ?? [])
      + files.filter { Self.schemaExtensions.contains($0.pathExtension) }
      + ReferencedFiles().urls(reachedFrom: document.url)
      + (configuration.map(ConfiguredFiles.urls) ?? [])
    var seen: Set<String> = []
    return inputs.map(\.standardizedFileURL).filter { seen.insert($0.path).inserted }
  }

  private static let schemaExtensions: Set<String> = ["yaml", "yml", "json", "avsc", "proto"]
}

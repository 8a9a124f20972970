import Foundation

/// Documents of others, which are not part of the package: `ASYNCAPI_CORPUS` or `../shared/corpus` beside it. Where they
/// are absent, our own take their place.
enum Corpus {
  struct Document: Hashable, Sendable, CustomStringConvertible {
    var path: String
    /// The folder that its references may reach.
    var root: String
    var description: String { String(path.dropFirst(root.count + 1)) }
    var sources: DiskSources { DiskSources(document: path, allowedRoots: [root]) }
  }

  static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let folder: URL? = {
    let given = ProcessInfo.processInfo.environment["ASYNCAPI_CORPUS"].map { URL(fileURLWithPath: $0) }
    let folder = given ?? repository.appending(path: "../shared/corpus").standardizedFileURL
    if FileManager.default.fileExists(atPath: folder.appending(path: "VERDICTS.tsv").path) { return folder }
    print("The corpus is absent: set ASYNCAPI_CORPUS to test with it. Our own documents take its place.")
    return nil
  }()

  /// Whether all of it is compiled and run, which takes many minutes, and not only a part that stands for it.
  static let isWholeCompiled = ProcessInfo.processInfo.environment["ASYNCAPI_CORPUS_PART"] == "whole"

  /// The documents of others, with what the official parser says of each.
  private static let verdicts: [(document: Document, verdict: Substring)] = {
    guard let folder else { return [] }
    let lines = (try? String(contentsOf: folder.appending(path: "VERDICTS.tsv"), encoding: .utf8)) ?? ""
    return lines.split(whereSeparator: \.isNewline).compactMap { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count > 1, ["official/", "real/", "tools/"].contains(where: fields[0].hasPrefix) else { return nil }
      return (Document(path: folder.appending(path: String(fields[0])).path, root: folder.path), fields[1])
    }
  }()

  /// The documents that the official parser calls valid.
  static let validDocuments: [Document] =
    folder == nil ? ownDocuments : verdicts.filter { $0.verdict == "valid" }.map(\.document)

  /// The documents of AsyncAPI's compatibility kit that it calls valid.
  private static let kitDocuments: [Document] = {
    guard let folder, let files = FileManager.default.enumerator(atPath: folder.appending(path: "tck").path) else {
      return []
    }
    return files.compactMap { $0 as? String }.filter { path in
      let name = path.split(separator: "/").last ?? ""
      return name.hasPrefix("valid") && name.hasSuffix(".yaml") && !path.contains("/includes/")
    }.sorted().map { Document(path: folder.appending(path: "tck/\($0)").path, root: folder.path) }
  }()

  /// Every document from which code may be generated.
  static let documents: [Document] = folder == nil ? ownDocuments : verdicts.map(\.document) + kitDocuments

  /// The documents whose code is compiled and run: all, or some of each origin.
  static let compiledDocuments: [Document] = {
    guard folder != nil, !isWholeCompiled else { return documents }
    return documents.enumerated().filter { $0.offset.isMultiple(of: 8) }.map(\.element)
  }()

  /// The specification's own examples at its latest versions.
  static let latestExamples: [Document] = {
    guard folder != nil else { return ownDocuments }
    return validDocuments.filter { document in
      document.description.hasPrefix("official/")
        && ["v3.0.0", "v3.1.0"].contains { document.description.contains($0) }
    }
  }()

  static let ownDocuments = ["Payloads/payloads", "Conversations/conversations", "Legacy/legacy"].map {
    Document(
      path: repository.appending(path: "Tests/GeneratedCodeTests/\($0).asyncapi.yaml").path, root: repository.path)
  }
}

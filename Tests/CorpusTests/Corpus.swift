import Foundation

/// Documents of others, which are not part of the package: `ASYNCAPI_CORPUS` or `../shared/corpus` beside it. Where they
/// are absent, our own take their place.
enum Corpus {
  struct Document: Sendable, CustomStringConvertible {
    var path: String
    /// The folder that its references may reach.
    var root: String
    var description: String { String(path.dropFirst(root.count + 1)) }
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

  /// The documents that the official parser calls valid.
  static let validDocuments: [Document] = {
    guard let folder else { return ownDocuments }
    let verdicts = (try? String(contentsOf: folder.appending(path: "VERDICTS.tsv"), encoding: .utf8)) ?? ""
    return verdicts.split(whereSeparator: \.isNewline).compactMap { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count > 1, fields[1] == "valid",
        ["official/", "real/", "tools/"].contains(where: fields[0].hasPrefix)
      else { return nil }
      return Document(path: folder.appending(path: String(fields[0])).path, root: folder.path)
    }
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

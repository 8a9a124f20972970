import Foundation
import IntermediateRepresentation
import TemplateRenderer
import Testing

/// A package of generated code, with a target for each of several documents, that a user's compiler at its strictest
/// must be content with.
struct CompiledPackage {
  struct Target {
    var name: String
    /// What it is generated from, for who reads a failure.
    var source: String
    var documents: [GeneratedDocument] = []
    /// The user's own files in the target, by name.
    var ownFiles: [String: String] = [:]
    /// Swift settings, as they stand in a manifest.
    var settings: [String] = []
    /// The other targets of the package that a program uses; `nil` for a library.
    var usedByProgram: [String]?
  }

  private(set) var targets: [Target] = []

  mutating func add(
    _ name: String, from source: String, _ documents: [GeneratedDocument], ownCode: String = "",
    settings: [String] = []
  ) {
    add(
      Target(
        name: name, source: source, documents: documents, ownFiles: ownCode.isEmpty ? [:] : ["Own.swift": ownCode],
        settings: Self.strict + settings))
  }

  mutating func add(_ target: Target) { targets.append(target) }

  /// The settings of who wants to be told everything.
  static let strict = ["ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility"].map(upcoming)

  static func upcoming(_ feature: String) -> String { ".enableUpcomingFeature(\"\(feature)\")" }

  /// Writes the package into a folder and builds it. A folder that was built before is built again where it differs.
  ///
  /// - Throws: ``Failure`` with the compiler's errors, each under its document
  func build(in folder: URL, within limit: Duration = .seconds(1800)) async throws {
    try write(in: folder)
    let build = try await Subprocess.run(
      [
        "swift", "build", "--package-path", folder.path, "--scratch-path", folder.appending(path: "scratch").path,
        // Nobody debugs it, and nobody looks anything up in it.
        "--disable-index-store", "-Xswiftc", "-gnone",
      ],
      within: limit)
    if build.status != 0 { throw Failure(description: explanation(of: build)) }
  }

  /// Runs a program of the package, which has been built.
  func run(_ program: String, _ arguments: [String], in folder: URL) async throws -> Subprocess {
    try await Subprocess.run(
      [folder.appending(path: "scratch/debug/\(program)").path] + arguments, within: .seconds(600))
  }

  func write(in folder: URL) throws {
    // The versions that this package was built with are on this machine already.
    try? FileManager.default.copyItem(
      at: Corpus.repository.appending(path: "Package.resolved"), to: folder.appending(path: "Package.resolved"))
    try writeIfNew(manifest, to: folder.appending(path: "Package.swift"))
    var written: Set<String> = []
    for target in targets {
      var files = target.ownFiles
      for (number, document) in target.documents.enumerated() {
        for file in document.files { files["document\(number)+\(file.role.rawValue).swift"] = file.text }
      }
      for (name, text) in files {
        let path = "\(target.name)/\(name)"
        written.insert(path)
        try writeIfNew(text, to: folder.appending(path: "Sources/\(path)"))
      }
    }
    let sources = folder.appending(path: "Sources").path
    for case let path as String in FileManager.default.enumerator(atPath: sources) ?? .init()
    where path.hasSuffix(".swift") && !written.contains(path) {
      try FileManager.default.removeItem(atPath: "\(sources)/\(path)")
    }
  }

  private func writeIfNew(_ text: String, to file: URL) throws {
    if (try? String(contentsOf: file, encoding: .utf8)) != text { try CorpusTests.write(text, to: file) }
  }

  private var manifest: String {
    let declarations = targets.map { target in
      let settings = target.settings.joined(separator: ", ")
      let others = (target.usedByProgram ?? []).map { "\"\($0)\", " }.joined()
      return """
            .\(target.usedByProgram == nil ? "target" : "executableTarget")(
              name: "\(target.name)",
              dependencies: [\(others).product(name: "AsyncAPIRuntime", package: "swift-asyncapi-generator")],
              swiftSettings: [.treatAllWarnings(as: .error), \(settings)]),

        """
    }
    return """
      // swift-tools-version: 6.2
      import PackageDescription

      let package = Package(
        name: "generated",
        platforms: [.macOS(.v15)],
        dependencies: [.package(name: "swift-asyncapi-generator", path: "\(Corpus.repository.path)")],
        targets: [
      \(declarations.joined())  ],
        swiftLanguageModes: [.v6]
      )
      """
  }
}

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
    var documents: [GeneratedDocument]
    /// What the user's own file in the target says.
    var ownCode = ""
    /// Swift settings besides the strict ones, as they stand in a manifest.
    var settings: [String] = []
  }

  private(set) var targets: [Target] = []

  mutating func add(
    _ name: String, from source: String, _ documents: [GeneratedDocument], ownCode: String = "",
    settings: [String] = []
  ) {
    targets.append(Target(name: name, source: source, documents: documents, ownCode: ownCode, settings: settings))
  }

  /// What the compiler has to say, by target.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// Writes the package into a folder and builds it.
  ///
  /// - Throws: ``Failure`` with the compiler's errors, each under its document
  func build(in folder: URL) async throws {
    try write(Self.manifest(for: targets), to: folder.appending(path: "Package.swift"))
    for target in targets {
      for (number, document) in target.documents.enumerated() {
        for file in document.files {
          try write(
            file.text,
            to: folder.appending(path: "Sources/\(target.name)/document\(number)+\(file.role.rawValue).swift"))
        }
      }
    }
    for target in targets where !target.ownCode.isEmpty {
      try write(target.ownCode, to: folder.appending(path: "Sources/\(target.name)/Own.swift"))
    }
    // The versions that this package was built with are on this machine already.
    try? FileManager.default.copyItem(
      at: Corpus.repository.appending(path: "Package.resolved"), to: folder.appending(path: "Package.resolved"))
    let build = try await Subprocess.run(
      ["swift", "build", "--package-path", folder.path, "--scratch-path", folder.appending(path: "scratch").path],
      within: .seconds(1800))
    if build.status != 0 { throw Failure(description: explanation(of: build)) }
  }

  /// The compiler's errors, each under its document.
  func explanation(of build: Subprocess) -> String {
    let errors = build.lines.filter { $0.contains("error: ") }
    var explained: [String] = []
    for target in targets {
      let own = errors.filter { $0.contains("/Sources/\(target.name)/") }
      if own.isEmpty { continue }
      explained.append("\(target.source):")
      explained += Set(own).sorted().prefix(10).map { "  \($0)" }
    }
    return explained.isEmpty ? build.output : explained.joined(separator: "\n")
  }

  private static func manifest(for targets: [Target]) -> String {
    let declarations = targets.map { target in
      """
          .target(
            name: "\(target.name)",
            dependencies: [.product(name: "AsyncAPIRuntime", package: "swift-asyncapi-generator")],
            swiftSettings: strict + [\(target.settings.joined(separator: ", "))]),

      """
    }
    return """
      // swift-tools-version: 6.2
      import PackageDescription

      let strict: [SwiftSetting] =
        ["ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility"].map { .enableUpcomingFeature($0) }
        + [.treatAllWarnings(as: .error)]

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

import Foundation
import Testing

/// A copy of a package in Fixtures/Packages in a temporary folder, which depends on this package by its path as a
/// user's package would.
struct ConsumerPackage {
  /// The package of the suite that runs.
  @TaskLocal static var current: ConsumerPackage?

  let directory: URL
  private let template: URL
  private let scratch: URL

  fileprivate init(template name: String, in folder: URL) {
    template = Self.repository.appendingPathComponent("Fixtures/Packages/\(name)")
    directory = folder.appendingPathComponent("consumer")
    scratch = folder.appendingPathComponent("scratch")
  }

  private static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Makes the package what its template is, and touches nothing that already is, so that the next build does no more
  /// than it must.
  func restore() throws {
    let paths = try Self.filePaths(in: template)
    for path in try Self.filePaths(in: directory) where !paths.contains(path) && path != "Package.resolved" {
      try FileManager.default.removeItem(at: directory.appendingPathComponent(path))
    }
    for path in paths {
      let text = try String(contentsOf: template.appendingPathComponent(path), encoding: .utf8)
        .replacing("PATH_OF_SWIFT_ASYNCAPI_GENERATOR", with: Self.repository.path)
      let file = directory.appendingPathComponent(path)
      if (try? Data(contentsOf: file)) != Data(text.utf8) { try PluginTests.write(text, to: file) }
    }
    // The versions that this package was built with are on this machine already.
    let versions = directory.appendingPathComponent("Package.resolved")
    if !FileManager.default.fileExists(atPath: versions.path) {
      try? FileManager.default.copyItem(
        at: Self.repository.appendingPathComponent("Package.resolved"), to: versions)
    }
  }

  /// Replaces a text that must be there.
  func edit(_ path: String, replacing old: String, with new: String) throws {
    let file = directory.appendingPathComponent(path)
    let text = try String(contentsOf: file, encoding: .utf8)
    try #require(text.contains(old))
    try PluginTests.write(text.replacing(old, with: new), to: file)
  }

  func write(_ text: String, to path: String) throws {
    try PluginTests.write(text, to: directory.appendingPathComponent(path))
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: directory.appendingPathComponent(path))
  }

  func build(_ arguments: String...) async throws -> Subprocess { try await swift("build", arguments) }

  func run(_ product: String) async throws -> Subprocess { try await swift("run", [product]) }

  func generateCode(_ arguments: String...) async throws -> Subprocess {
    try await swift("package", ["--allow-writing-to-package-directory", "generate-asyncapi-code"] + arguments)
  }

  /// A first build compiles the generator and all it depends on, maybe on a loaded machine.
  private func swift(_ command: String, _ arguments: [String]) async throws -> Subprocess {
    try await Subprocess.run(
      ["swift", command, "--package-path", directory.path, "--scratch-path", scratch.path] + arguments,
      within: .seconds(1800))
  }

  /// The contents of the files that the build plugin made for a target, by name.
  func generatedFiles(ofTarget target: String) throws -> [String: Data] {
    try swiftFiles(in: scratch.appendingPathComponent("plugins/outputs/consumer/\(target)"))
  }

  /// The contents of the files that the command plugin wrote for a target, by name.
  func checkedInFiles(ofTarget target: String) throws -> [String: Data] {
    try swiftFiles(in: directory.appendingPathComponent("Sources/\(target)/GeneratedSources"))
  }

  private func swiftFiles(in folder: URL) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for path in try Self.filePaths(in: folder) where path.hasSuffix(".swift") {
      let file = folder.appendingPathComponent(path)
      files[file.lastPathComponent] = try Data(contentsOf: file)
    }
    return files
  }

  /// The program that a build made.
  func product(_ name: String) -> URL { scratch.appendingPathComponent("debug/\(name)") }

  /// When each file of a build was last written: what a build that does nothing leaves as it is.
  func datesOfProducts() throws -> [String: Date] {
    var dates: [String: Date] = [:]
    for path in try Self.filePaths(in: scratch)
    where path.hasSuffix(".swift") || path.hasSuffix(".o") || path.hasSuffix(".swiftmodule")
      || path.hasSuffix("/Lights")
    {
      let attributes = try FileManager.default.attributesOfItem(atPath: scratch.appendingPathComponent(path).path)
      dates[path] = attributes[.modificationDate] as? Date
    }
    return dates
  }

  private static func filePaths(in folder: URL) throws -> Set<String> {
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return Set(
      paths.filter {
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(
          atPath: folder.appendingPathComponent($0).path, isDirectory: &isFolder)
        return exists && !isFolder.boolValue && !$0.hasSuffix(".DS_Store")
      })
  }
}

/// Gives all tests of a suite one package to build, since the first build of each compiles the generator.
struct ConsumerPackageTrait: SuiteTrait, TestScoping {
  var template: String

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    // The space is on purpose: paths of users have them.
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("asyncapi consumer \(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let package = ConsumerPackage(template: template, in: folder)
    try await ConsumerPackage.$current.withValue(package, operation: function)
  }
}

extension Trait where Self == ConsumerPackageTrait {
  static func consumerPackage(_ template: String) -> Self { Self(template: template) }
}

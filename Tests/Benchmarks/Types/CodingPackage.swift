import Foundation
import IntermediateRepresentation

/// A package with a program that decodes and encodes values of the generated types and of those with synthesized
/// coding. Building it builds the runtime too, whose module the compiler needs for what is measured.
struct CodingPackage {
  private let folder: URL
  private let repository: URL

  init() {
    var repository = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { repository.deleteLastPathComponent() }
    self.repository = repository
    folder = repository.appending(path: ".build/benchmarks/types")
  }

  /// Where the modules are that generated code imports.
  func modules(_ configuration: String) -> String { folder.appending(path: "scratch/\(configuration)/Modules").path }

  func build(_ code: MeasuredCode) throws {
    try? FileManager.default.removeItem(at: folder.appending(path: "Sources"))
    try code.write(to: folder.appending(path: "Sources"))
    try? FileManager.default.removeItem(at: folder.appending(path: "Sources/Everything"))
    try write(manifest, to: "Package.swift")
    try? FileManager.default.copyItem(
      at: repository.appending(path: "Package.resolved"), to: folder.appending(path: "Package.resolved"))
    try write(CodingProgram(code).text, to: "Sources/Coding/main.swift")
    let clock = repository.appending(path: "Tests/Benchmarks/ProcessorTime.swift")
    try write(String(contentsOf: clock, encoding: .utf8), to: "Sources/Coding/ProcessorTime.swift")
    let command = [
      "swift", "build", "--package-path", folder.path, "--scratch-path", folder.appending(path: "scratch").path,
    ]
    _ = try CompilerRun(command + ["-c", "release"])
    _ = try CompilerRun(command + ["-c", "debug", "--product", "AsyncAPIRuntime"])
  }

  /// Runs the program, which prints what it measures.
  func run() throws {
    let process = Process()
    process.executableURL = folder.appending(path: "scratch/release/Coding")
    try process.run()
    process.waitUntilExit()
  }

  private func write(_ text: String, to path: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
  }

  private var manifest: String {
    """
    // swift-tools-version: 6.2
    import PackageDescription

    let runtime: Target.Dependency = .product(name: "AsyncAPIRuntime", package: "swift-asyncapi-generator")
    let package = Package(
      name: "types",
      platforms: [.macOS(.v15)],
      products: [.library(name: "Types", targets: ["Synthesized", "Generated"])],
      dependencies: [.package(name: "swift-asyncapi-generator", path: "\(repository.path)")],
      targets: [
        .target(name: "Synthesized"),
        .target(name: "Generated", dependencies: [runtime]),
        .executableTarget(name: "Coding", dependencies: ["Synthesized", "Generated", runtime]),
      ],
      swiftLanguageModes: [.v6]
    )

    """
  }
}

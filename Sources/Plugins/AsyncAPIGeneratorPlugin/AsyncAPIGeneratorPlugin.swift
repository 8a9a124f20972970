import Foundation
import PackagePlugin

/// Generates Swift from the AsyncAPI documents of a target in each build.
@main
struct AsyncAPIGeneratorPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
    guard let target = target as? SwiftSourceModuleTarget else {
      throw DiscoveryError.notSwift(target: target.name)
    }
    return try commands(
      discovery: DocumentDiscovery(targetName: target.name, targetDirectory: target.directoryURL),
      files: target.sourceFiles.map(\.url),
      tool: context.tool(named: "swift-asyncapi-generator").url,
      workDirectory: context.pluginWorkDirectoryURL)
  }

  private func commands(
    discovery: DocumentDiscovery, files: [URL], tool: URL, workDirectory: URL
  ) throws -> [Command] {
    try discovery.documents(among: files).map { document in
      let generation = try Generation(of: document, into: workDirectory.appendingPathComponent(document.outputBase))
      let inputs = generation.inputFiles(among: files)
      let declaration = DeclaredInputs(outputBase: document.outputBase, outputDirectory: generation.outputDirectory)
      try declaration.declare(inputs)
      return .buildCommand(
        displayName: "Generate AsyncAPI code for \(discovery.targetName) from \(document.displayName)",
        executable: tool,
        arguments: generation.arguments,
        environment: [:],
        inputFiles: inputs + [declaration.file],
        outputFiles: generation.outputFiles)
    }
  }
}

#if canImport(XcodeProjectPlugin)
  import XcodeProjectPlugin

  extension AsyncAPIGeneratorPlugin: XcodeBuildToolPlugin {
    func createBuildCommands(context: XcodePluginContext, target: XcodeTarget) throws -> [Command] {
      try commands(
        discovery: DocumentDiscovery(
          targetName: target.displayName, targetDirectory: context.xcodeProject.directoryURL),
        files: target.inputFiles.map(\.url),
        tool: context.tool(named: "swift-asyncapi-generator").url,
        workDirectory: context.pluginWorkDirectoryURL)
    }
  }
#endif

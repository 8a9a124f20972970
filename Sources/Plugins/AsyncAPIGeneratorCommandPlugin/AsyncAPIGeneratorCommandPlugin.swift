import Foundation
import PackagePlugin

/// Writes the Swift of AsyncAPI documents into the package, for those who check generated code in.
@main
struct AsyncAPIGeneratorCommandPlugin: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) async throws {
    let arguments = try CommandArguments(arguments)
    if arguments.showsHelp {
      print(CommandArguments.help)
      return
    }
    let tool = try context.tool(named: "swift-asyncapi-generator").url
    var failed: [String] = []
    for (discovery, documents) in try documents(of: context.package, targets: arguments.targets) {
      let code = CheckedInCode(targetDirectory: discovery.targetDirectory)
      let generations = try documents.map { try Generation(of: $0, into: code.folder) }
      let unfinished = try generations.filter {
        try !perform($0, for: discovery.targetName, with: tool, checksOnly: arguments.checksOnly)
      }
      failed += unfinished.map { "\($0.document.path) of target '\(discovery.targetName)'" }
      // A document may be both renamed and broken: then the code under its old name is all there is.
      guard unfinished.isEmpty else { continue }
      for stray in try code.strays(besides: generations) {
        if arguments.checksOnly {
          failed.append("\(stray.path), which no document gives any more")
        } else {
          try FileManager.default.removeItem(at: stray)
          print("\(discovery.targetName): removed \(stray.path), which no document gives any more")
        }
      }
    }
    if !failed.isEmpty { throw CommandError.failed(failed, checksOnly: arguments.checksOnly) }
  }

  private func documents(
    of package: Package, targets names: [String]
  ) throws -> [(DocumentDiscovery, [DocumentDiscovery.Document])] {
    let candidates = package.targets(ofType: SwiftSourceModuleTarget.self)
    for name in names where !candidates.contains(where: { $0.name == name }) {
      if package.targets.contains(where: { $0.name == name }) { throw DiscoveryError.notSwift(target: name) }
      throw CommandError.unknownTarget(name, known: candidates.map(\.name))
    }
    let found = try candidates.filter { names.isEmpty || names.contains($0.name) }
      .compactMap { target -> (DocumentDiscovery, [DocumentDiscovery.Document])? in
        let discovery = DocumentDiscovery(targetName: target.name, targetDirectory: target.directoryURL)
        let others = package.targets.map(\.directoryURL).filter { $0 != target.directoryURL }
        do {
          return (discovery, try discovery.documents(among: TargetFiles.all(in: target.directoryURL, besides: others)))
        } catch DiscoveryError.noDocument where names.isEmpty {
          return nil
        }
      }
    if found.isEmpty { throw CommandError.noDocument(candidates: candidates.map(\.name)) }
    if !names.isEmpty { return found }
    // What a plugin is told of a target does not say whether the build plugin is used there, which would make all twice.
    let checkedIn = found.filter { CheckedInCode(targetDirectory: $0.0.targetDirectory).exists }
    if checkedIn.isEmpty { throw CommandError.noCheckedInCode(candidates: found.map(\.0.targetName)) }
    return checkedIn
  }

  private func perform(
    _ generation: Generation, for target: String, with tool: URL, checksOnly: Bool
  ) throws -> Bool {
    let before = generation.outputFiles.map { try? Data(contentsOf: $0) }
    let process = Process()
    process.executableURL = tool
    process.arguments = generation.arguments + (checksOnly ? ["--check"] : [])
    process.environment = [:]
    try process.run()
    process.waitUntilExit()
    guard process.terminationReason == .exit, process.terminationStatus == 0 else { return false }

    let written = zip(generation.outputFiles, before).filter { (try? Data(contentsOf: $0)) != $1 }.map(\.0)
    let outcome = written.isEmpty ? "is up to date" : "written"
    print("\(target): code for \(generation.document.path) \(outcome) in \(generation.outputDirectory.path)")
    for file in written { print("  \(file.lastPathComponent)") }
    return true
  }
}

private enum CommandError: Error, CustomStringConvertible {
  case unknownTarget(String, known: [String])
  case noDocument(candidates: [String])
  case noCheckedInCode(candidates: [String])
  case failed([String], checksOnly: Bool)

  var description: String {
    switch self {
    case .unknownTarget(let name, let known):
      """
      the package has no target '\(name)'; its Swift targets are \(known.sorted().joined(separator: ", ")) (SwiftPM \
      leaves out a target that has no Swift file yet)
      """
    case .noDocument(let candidates):
      """
      no target has an AsyncAPI document named asyncapi.yaml or <name>.asyncapi.yaml (or .yml or .json); looked in \
      \(candidates.sorted().joined(separator: ", "))
      """
    case .noCheckedInCode(let candidates):
      """
      no target has code in GeneratedSources yet: name the first with --target, of \
      \(candidates.sorted().joined(separator: ", ")); it must not use the build plugin
      """
    case .failed(let documents, let checksOnly):
      "\(checksOnly ? "the check failed for" : "no code was written for") \(documents.joined(separator: ", "))"
    }
  }
}

import Foundation

/// What generated types cost to compile and to code, beside the same types with synthesized coding.
///
/// Both have the same properties, initializers and conformances. Unions are written by hand on both sides; those beside
/// ours try one member after the other and keep nothing that they do not know.
struct TypesSection {
  private static let sizes = [(schemas: 100, rounds: 3), (schemas: 500, rounds: 1)]
  /// What is to be kept to.
  private static let reach: [Configuration: Double] = [.debug: 1, .release: 0.8]
  private static let reachOfTime = 68.0
  private static let reachOfMemory = 0.6e9

  private enum Configuration: String, CaseIterable {
    case debug
    case release
  }

  private let package = CodingPackage()

  func run() throws {
    try package.build(MeasuredCode(schemas: 100))
    try package.run()
    let folder = FileManager.default.temporaryDirectory.appending(path: "asyncapi-types-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    var table = Table([
      "schemas", "build", "synthesized s", "MB", "types s", "MB", "ratio", "reach", "everything s", "MB", "reach",
    ])
    for (schemas, rounds) in Self.sizes {
      let sources = folder.appending(path: "\(schemas)")
      try MeasuredCode(schemas: schemas).write(to: sources)
      for configuration in Configuration.allCases {
        var runs: [MeasuredCode.Module: [CompilerRun]] = [:]
        // In turn, so that whatever slows the machine down slows all of them.
        for _ in 0..<rounds {
          for module in MeasuredCode.Module.allCases {
            runs[module, default: []].append(try compile(module, in: sources, configuration))
          }
        }
        table.append(Self.row(schemas, configuration, runs))
      }
    }
    print(table)
  }

  private func compile(_ module: MeasuredCode.Module, in folder: URL, _ configuration: Configuration) throws
    -> CompilerRun
  {
    let sources = folder.appending(path: module.rawValue)
    let output = folder.appending(path: "\(module.rawValue)-\(configuration.rawValue)")
    try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
    let files = try FileManager.default.contentsOfDirectory(atPath: sources.path).sorted().map {
      sources.appending(path: $0).path
    }
    // As SwiftPM calls it.
    let mode =
      configuration == .debug
      ? ["-Onone", "-enable-batch-mode", "-j\(ProcessInfo.processInfo.activeProcessorCount)"]
      : ["-O", "-whole-module-optimization"]
    return try CompilerRun(
      ["swiftc", "-swift-version", "6", "-g", "-parse-as-library", "-module-name", module.rawValue] + mode
        + ["-emit-module", "-c", "-I", package.modules(configuration.rawValue)] + files, in: output)
  }

  private static func row(
    _ schemas: Int, _ configuration: Configuration, _ runs: [MeasuredCode.Module: [CompilerRun]]
  ) -> [String] {
    func time(_ module: MeasuredCode.Module) -> Double { median(runs[module]?.map(\.userTime) ?? []) }
    func memory(_ module: MeasuredCode.Module) -> Double { median(runs[module]?.map { Double($0.peakMemory) } ?? []) }
    let modules: [MeasuredCode.Module] = [.synthesized, .generated, .everything]
    let cells = modules.map { [String(format: "%.1f", time($0)), String(format: "%.0f", memory($0) / 1e6)] }
    let isLimited = schemas == 500 && configuration == .debug
    return ["\(schemas)", configuration.rawValue] + cells[0] + cells[1]
      + [String(format: "%.2f", time(.generated) / time(.synthesized)), reach[configuration].map { "<= \($0)" } ?? ""]
      + cells[2]
      + [isLimited ? "<= \(Int(reachOfTime)) s, \(Int(reachOfMemory / 1e6)) MB" : ""]
  }

  private static func median(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.sorted()[values.count / 2]
  }
}

import Foundation

/// What reading a document costs, in multiples of what libyaml alone does with the same bytes.
struct ReadingSection {
  private static let sizes = [100, 1000, 5000]
  private static let timed: [ReadingLayer] = [.events, .tree, .model, .validation]
  /// What is to be kept to, in multiples of the events.
  private static let reach: [ReadingLayer: Double] = [.tree: 2, .validation: 5]
  /// What five times as many schemas are to cost at most.
  private static let reachOfGrowth = 5.5

  func run() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "asyncapi-benchmarks-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let generated = try Self.sizes.map { size in
      let url = folder.appending(path: "\(size) schemas")
      try GeneratedDocument(schemas: size, seed: 1).text.write(to: url, atomically: true, encoding: .utf8)
      return try BenchmarkDocument(url)
    }
    let others = try BenchmarkDocument.largestOfOthers(3)
    var table = Table(["document", "kB", "libyaml ms", "tree", "model", "validated", "peak MB: bytes", "tree", "all"])
    for document in generated + (others ?? []) { table.append(try Self.row(document)) }
    table.append(
      ["within reach", "", ""] + Self.timed.dropFirst().map { Self.reach[$0].map { "<= \(Self.factor($0))" } ?? "" }
        + ["", "", ""])
    print(table)
    if others == nil { print("The documents of others are absent: set ASYNCAPI_CORPUS to measure them too.") }
    let growth = try Self.timed.map { layer in
      "\(layer) \(Self.factor(try Self.growth(of: layer, from: generated[1], to: generated[2])))"
    }
    print(
      "growth from \(Self.sizes[1]) to \(Self.sizes[2]) schemas: \(growth.joined(separator: ", "))",
      "(within reach: <= \(Self.factor(Self.reachOfGrowth)))")
  }

  private static func row(_ document: BenchmarkDocument) throws -> [String] {
    let runs = try AlternatingRuns(timed.map { layer in { try layer.run(document) } }, budget: 4)
    let peaks = try [ReadingLayer.bytes, .tree, .validation].map {
      rounded(Double(try PeakMemory.of($0, document)) / 1e6)
    }
    let name = document.name.split(separator: "__").first.map { String($0) } ?? ""
    return [name, "\(document.bytes.count / 1000)", rounded(runs.median(0) * 1000)]
      + (1..<timed.count).map { factor(runs.ratio(of: $0, to: 0)) } + peaks
  }

  private static func growth(
    of layer: ReadingLayer, from small: BenchmarkDocument, to large: BenchmarkDocument
  ) throws -> Double {
    try AlternatingRuns([{ try layer.run(small) }, { try layer.run(large) }], budget: 4).ratio(of: 1, to: 0)
  }

  private static func rounded(_ value: Double) -> String { String(format: "%.1f", value) }

  private static func factor(_ value: Double) -> String { String(format: "%.2fx", value) }
}

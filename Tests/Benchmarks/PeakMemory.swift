import Foundation

/// The most memory that a piece of work ever holds, measured in a process of its own.
enum PeakMemory {
  /// What makes this program measure itself: `--peak-memory <layer> <file>`.
  static let argument = "--peak-memory"

  /// In bytes, the program itself and the file's bytes included.
  static func of(_ layer: ReadingLayer, _ document: BenchmarkDocument) throws -> Int {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
    process.arguments = [argument, layer.rawValue, document.url.path]
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0, let bytes = Int(text.filter(\.isNumber)) else { throw Failure.child(text) }
    return bytes
  }

  static func measureThisProcess(_ arguments: [String]) throws {
    guard arguments.count == 2, let layer = ReadingLayer(rawValue: arguments[0]) else { throw Failure.arguments }
    try layer.run(BenchmarkDocument(URL(fileURLWithPath: arguments[1])))
    print(try peak)
  }

  private static var peak: Int {
    get throws {
      #if os(Linux)
        // What getrusage says includes the parent's memory before this program was loaded.
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        guard let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
          let kilobytes = Int(line.filter(\.isNumber))
        else { throw Failure.noPeak }
        return kilobytes * 1024
      #else
        var usage = rusage()
        getrusage(RUSAGE_SELF, &usage)
        return Int(usage.ru_maxrss)
      #endif
    }
  }

  enum Failure: Error {
    case arguments
    case child(String)
    case noPeak
  }
}

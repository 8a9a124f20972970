import Foundation

/// What a run of the compiler cost, measured by a process of this program's own that waits for nothing else.
struct CompilerRun {
  /// What makes this program run a command and measure it: `--measure <command>…`.
  static let argument = "--measure"

  /// Of all processes together, in seconds.
  var userTime: Double
  /// Of the largest process, in bytes.
  var peakMemory: Int

  init(_ command: [String], in folder: URL? = nil) throws {
    let process = Process()
    process.currentDirectoryURL = folder
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0]).absoluteURL
    process.arguments = [Self.argument] + command
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let numbers = text.split(separator: "\n").last?.split(separator: " ").compactMap { Double($0) } ?? []
    guard process.terminationStatus == 0, numbers.count == 2 else { throw Failure(command: command, output: text) }
    userTime = numbers[0]
    peakMemory = Int(numbers[1])
  }

  static func measureCommand(_ command: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.standardError = FileHandle.standardOutput
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { exit(1) }
    var usage = rusage()
    #if os(Linux)
      let unit = 1024
      getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
    #else
      let unit = 1
      getrusage(RUSAGE_CHILDREN, &usage)
    #endif
    print(Double(usage.ru_utime.tv_sec) + Double(usage.ru_utime.tv_usec) / 1e6, Int(usage.ru_maxrss) * unit)
  }

  struct Failure: Error {
    var command: [String]
    var output: String
  }
}

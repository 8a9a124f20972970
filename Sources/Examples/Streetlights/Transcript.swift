import Foundation

/// What the two sides have to say, line by line.
enum Transcript {
  static func application(_ line: String) { write("  application | \(line)") }
  static func client(_ line: String) { write("       client | \(line)") }
  static func broker(_ line: String) { write("       broker | \(line)") }
  static func heading(_ line: String) { write("\n\(line)") }

  /// At once: two processes may write to one terminal.
  private static func write(_ line: String) { FileHandle.standardOutput.write(Data("\(line)\n".utf8)) }
}

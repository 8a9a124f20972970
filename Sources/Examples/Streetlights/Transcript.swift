/// What the two sides have to say, line by line.
enum Transcript {
  static func application(_ line: String) { print("  application | \(line)") }
  static func client(_ line: String) { print("       client | \(line)") }
  static func broker(_ line: String) { print("       broker | \(line)") }
  static func heading(_ line: String) { print("\n\(line)") }
}

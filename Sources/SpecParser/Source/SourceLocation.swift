/// A place in a file that a person can go to.
package struct SourceLocation: Hashable, Sendable, Codable {
  /// The path as it is shown to the user.
  package var path: String
  /// The line, from 1.
  package var line: Int
  /// The column in Unicode scalars, from 1.
  package var column: Int

  package init(path: String, line: Int, column: Int) {
    self.path = path
    self.line = line
    self.column = column
  }
}

extension SourceLocation: CustomStringConvertible {
  package var description: String { "\(path):\(line):\(column)" }
}

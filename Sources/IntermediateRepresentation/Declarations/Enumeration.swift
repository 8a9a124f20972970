/// Values, of which others may come later: then one more case keeps what the document does not know.
package struct Enumeration: Codable, Hashable, Sendable {
  package enum RawType: String, Codable, Hashable, Sendable {
    case string = "String"
    case integer = "Int"
    case number = "Double"
    /// Values of several kinds.
    case json = "JSONValue"
  }

  package struct Case: Codable, Hashable, Sendable {
    package var name: String
    package var value: Literal
    package var documentation: [String] = []
  }

  package var rawType: RawType
  package var cases: [Case]
  /// The case that holds any other value; `nil` where no other value is decoded.
  package var unknownCase: String?
  /// Whether there are so many values that a table finds them faster, and compiles faster, than a switch.
  package var usesTable: Bool
}

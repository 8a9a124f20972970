/// A value that breaks a constraint of the document.
///
/// It says what is wrong without showing the value, so that it may be logged.
public struct ConstraintViolation: Error, Hashable, Sendable {
  /// Where the value stands in what was validated, as a JSON Pointer (RFC 6901); empty for the whole of it.
  public var path: String
  /// The keyword of the schema, such as `minimum`.
  public var constraint: String
  /// What is asked of the value; follows it in a sentence, such as `must be at least 1`.
  public var requirement: String
  /// Where the document says so, as `asyncapi.yaml:41`.
  public var place: String

  /// A violation.
  public init(path: String, constraint: String, requirement: String, place: String) {
    self.path = path
    self.constraint = constraint
    self.requirement = requirement
    self.place = place
  }
}

extension ConstraintViolation: CustomStringConvertible {
  /// What is wrong and where, such as `/quantity must be at least 1 (minimum, asyncapi.yaml:41)`.
  public var description: String {
    "\(path.isEmpty ? "The value" : path) \(requirement) (\(constraint), \(place))"
  }
}

/// A value that may break constraints of the document which its Swift type does not hold.
///
/// Generated types conform where `validate: true` stands in the configuration of the generator.
public protocol Validatable {
  /// Adds what is wrong with the value.
  func validate(into violations: inout ConstraintViolations)
}

extension Validatable {
  /// What is wrong with the value, the first hundred things of it; empty if nothing is.
  public func validate() -> [ConstraintViolation] {
    var violations = ConstraintViolations()
    validate(into: &violations)
    return violations.all
  }
}

/// In which direction the engine validates messages: payload, headers and the parameters of the address.
public struct Validation: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: Int

  /// A set of directions.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Before a message is encoded. What is invalid is not sent, and the caller gets an error with the code
  /// `invalid-message`.
  public static let sending = Validation(rawValue: 1)
  /// After a message was decoded. What is invalid reaches no handler: the failure policy decides.
  public static let receiving = Validation(rawValue: 2)
}

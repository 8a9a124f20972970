/// Marks that the message in hand breaks constraints of the document, so that it is not taken for a failure of the
/// handler.
struct InvalidMessage: Error {
  var cause: AsyncAPIError
}

extension AsyncAPIError {
  static func invalid(
    _ violations: [ConstraintViolation], message: String, address: String, isSent: Bool
  ) -> AsyncAPIError {
    var error = AsyncAPIError(
      .invalidMessage, address: address, message: message,
      detail: "The message is invalid\(isSent ? " and was not sent" : ""): \(violations.summary).")
    error.violations = violations
    return error
  }
}

extension [ConstraintViolation] {
  /// The first three of them, and how many there are besides: for logs, and as the reason of a dead letter.
  public var summary: String { map { "\($0)" }.summary }
}

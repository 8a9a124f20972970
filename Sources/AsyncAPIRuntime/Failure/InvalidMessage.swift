/// Marks that the message in hand breaks constraints of the document, so that it is not taken for a failure of the
/// handler.
struct InvalidMessage: Error {
  var cause: AsyncAPIError
}

extension AsyncAPIError {
  static func invalid(
    _ violations: [ConstraintViolation], message: String, address: String, isSent: Bool
  ) -> AsyncAPIError {
    let first = violations.first.map { "\($0)" } ?? ""
    let others = violations.count > 1 ? ", and \(violations.count - 1) more" : ""
    var error = AsyncAPIError(
      .invalidMessage, address: address, message: message,
      detail: "The message is invalid\(isSent ? " and was not sent" : ""): \(first)\(others).")
    error.violations = violations
    return error
  }
}

/// Marks that the message in hand does not decode, so that it is not taken for a failure of the handler, which may meet
/// decoding errors of its own.
struct Undecodable: Error {
  var cause: AsyncAPIError
}

extension AsyncAPIError {
  /// Says where decoding failed, but not what stood there: descriptions are logged, payloads must not be.
  static func undecodable(_ cause: any Error, message: String?, address: String) -> AsyncAPIError {
    if let error = cause as? AsyncAPIError { return error.within(message: message, address: address) }
    return AsyncAPIError(
      .undecodable, address: address, message: message, detail: "It does not decode: \(place(of: cause)).",
      cause: cause)
  }

  private func within(message: String?, address: String) -> AsyncAPIError {
    var error = self
    error.message = error.message ?? message
    error.address = error.address ?? address
    return error
  }

  private static func place(of error: any Error) -> String {
    guard let error = error as? DecodingError else { return "\(type(of: error))" }
    return switch error {
    case .keyNotFound(let key, let context): "'\(key.stringValue)' is missing\(path(context))"
    case .typeMismatch(let type, let context): "something else than \(type) stands\(path(context))"
    case .valueNotFound(let type, let context): "null stands in place of \(type)\(path(context))"
    case .dataCorrupted(let context):
      context.codingPath.isEmpty ? "it is malformed" : "the value is not valid\(path(context))"
    @unknown default: "\(type(of: error))"
    }
  }

  private static func path(_ context: DecodingError.Context) -> String {
    guard !context.codingPath.isEmpty else { return " at the top" }
    return " at "
      + context.codingPath.map { key in key.intValue.map { "[\($0)]" } ?? ".\(key.stringValue)" }.joined()
  }
}

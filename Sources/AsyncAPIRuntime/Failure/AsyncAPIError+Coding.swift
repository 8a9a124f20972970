extension AsyncAPIError {
  // Both say where coding failed, but not what stood there: descriptions are logged, payloads must not be.

  package static func undecodable(_ cause: any Error, message: String?, address: String?) -> AsyncAPIError {
    if var error = cause as? AsyncAPIError {
      error.message = error.message ?? message
      error.address = error.address ?? address
      return error
    }
    return AsyncAPIError(
      .undecodable, address: address, message: message, detail: "The message does not decode: \(fault(of: cause)).",
      cause: cause)
  }

  static func unencodable(_ cause: any Error, _ context: PublishContext, address: String) -> AsyncAPIError {
    if let error = cause as? AsyncAPIError {
      return error.within(
        operation: context.operation, channel: context.channel, address: address, message: context.message)
    }
    return AsyncAPIError(
      .encodingFailed, operation: context.operation, channel: context.channel, address: address,
      message: context.message, detail: "The message cannot be encoded: \(fault(of: cause)).", cause: cause)
  }

  static func fault(of error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, let context):
      "'\(key.stringValue)' is missing\(place(context.codingPath))"
    case DecodingError.typeMismatch(let type, let context):
      "something else than \(type) stands\(place(context.codingPath))"
    case DecodingError.valueNotFound(let type, let context):
      "null stands in place of \(type)\(place(context.codingPath))"
    case DecodingError.dataCorrupted(let context) where context.underlyingError is UnnamedProperty:
      "the document names no property '\(context.codingPath.last?.stringValue ?? "")'\(place(context.codingPath.dropLast()))"
    case DecodingError.dataCorrupted(let context):
      context.codingPath.isEmpty ? "it is malformed" : "there is an invalid value\(place(context.codingPath))"
    case EncodingError.invalidValue(_, let context):
      "there is a value that the format cannot hold\(place(context.codingPath))"
    default:
      "\(type(of: error))"
    }
  }

  private static func place(_ path: some Collection<any CodingKey>) -> String {
    path.isEmpty
      ? " at the top"
      : " at " + path.map { key in key.intValue.map { "[\($0)]" } ?? ".\(key.stringValue)" }.joined()
  }
}

public import AsyncAPIRuntime

extension ExemplifiedMessage {
  /// The document's examples as messages, in its order.
  ///
  /// Throws an `AsyncAPIError` with the code `undecodable` for the first that is no such message.
  public static func samples() throws -> [Self] {
    try examples.indices.map(sample)
  }

  /// The first example of the document, or that with a name.
  ///
  /// Throws an `AsyncAPIError` with the code `unknown-message` if there is none of the name, and one with the code
  /// `undecodable` for an example that is no such message.
  public static func sample(named name: String? = nil) throws -> Self {
    guard let index = examples.firstIndex(where: { name == nil || $0.name == name }) else {
      let names = examples.compactMap(\.name).map { "'\($0)'" }.joined(separator: ", ")
      throw AsyncAPIError(
        .unknownMessage, message: Self.name,
        detail:
          "The document has no example '\(name ?? "")' of the message; it has \(names.isEmpty ? "none with a name" : names)."
      )
    }
    return try sample(index)
  }

  private static func sample(_ index: Int) throws -> Self {
    let example = examples[index]
    let codec = JSONCodec()
    do {
      return Self(
        payload: try codec.decode(Payload.self, from: Array(example.payload.utf8)),
        headers: try codec.decode(Headers.self, from: Array((example.headers ?? "{}").utf8)))
    } catch {
      var error = AsyncAPIError.undecodable(error, message: Self.name, address: nil)
      error.detail = "Example \(example.name.map { "'\($0)'" } ?? "\(index + 1)") of the document: \(error.detail)"
      throw error
    }
  }
}

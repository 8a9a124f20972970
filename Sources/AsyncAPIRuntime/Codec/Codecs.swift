/// Which codec reads and writes which content type.
///
/// Content types compare without case and without parameters such as `;charset=utf-8`. What is registered wins; then
/// `application/json`, `*/*+json`, `text/plain` (for `String`) and `application/octet-stream` (for `Bytes`) are built in.
public struct Codecs: Sendable {
  /// The codec for `application/json` and everything that ends in `+json`.
  public var json: any Codec
  private var registered: [String: any Codec] = [:]

  /// The built-in codecs, with `json` for JSON.
  public init(json: any Codec = JSONCodec()) { self.json = json }

  /// Lets a codec read and write a content type.
  public mutating func register(_ codec: any Codec, for contentType: String) {
    registered[ContentType.normalized(contentType)] = codec
  }

  /// The codec for a content type. Throws an `AsyncAPIError` with the code `unsupportedContentType` if there is none.
  public func codec(for contentType: String) throws -> any Codec {
    if let codec = known(contentType) { return codec }
    if let codec = known(ContentType.normalized(contentType)) { return codec }
    throw AsyncAPIError(
      .unsupportedContentType,
      detail: "No codec is registered for the content type \(contentType.debugDescription); add one to "
        + "Configuration.codecs.")
  }

  private func known(_ name: String) -> (any Codec)? {
    if !registered.isEmpty, let codec = registered[name] { return codec }
    return switch name {
    case "application/json": json
    case "text/plain": TextCodec()
    case "application/octet-stream": BytesCodec()
    default: name.utf8.count > 5 && name.hasSuffix("+json") ? json : nil
    }
  }
}

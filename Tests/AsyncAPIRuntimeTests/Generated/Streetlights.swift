// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

/// What the generator writes for a document with two receive operations, a send, a request with its reply, and a channel
/// without an address; written by hand, to be compiled and driven against the runtime.
nonisolated public enum Streetlights {
  /// The content of messages.
  nonisolated public enum Schemas {}
  /// What travels.
  nonisolated public enum Messages {}
  /// Where it travels.
  nonisolated public enum Channels {}
  /// Through what it travels.
  nonisolated public enum Servers {}
  /// The side that the document describes.
  nonisolated public enum Application {}
  /// The other side.
  nonisolated public enum Client {}
}

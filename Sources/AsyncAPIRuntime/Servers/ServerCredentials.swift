/// What a server demands before it talks. Generated types conform; whatever they hold is never printed.
public protocol ServerCredentials:
  Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable
{
  /// The credentials to show; empty if the server demands none.
  var credentials: [Credential] { get }
}

extension ServerCredentials {
  /// The type's name, without what it holds.
  public var description: String { "\(Self.self)(redacted)" }

  /// The type's name, without what it holds.
  public var debugDescription: String { description }

  /// A mirror without children: `dump` and debuggers see nothing.
  public var customMirror: Mirror { Mirror(self, children: []) }
}

/// The credentials for a server that demands none.
public struct NoCredentials: ServerCredentials {
  /// No credentials.
  public init() {}

  /// Empty.
  public var credentials: [Credential] { [] }
}

/// A generated file, not yet written.
package struct RenderedFile: Hashable, Sendable {
  /// What the file holds; its raw value is the end of the file's name.
  package enum Role: String, CaseIterable, Hashable, Sendable {
    case schemas = "Schemas"
    case schemas2 = "Schemas2"
    case schemas3 = "Schemas3"
    case schemas4 = "Schemas4"
    case messages = "Messages"
    case channels = "Channels"
    case servers = "Servers"
    case application = "Application"
    case client = "Client"

    static let shards: [Role] = [.schemas, .schemas2, .schemas3, .schemas4]

    /// The template without its ending.
    var template: String {
      switch self {
      case .schemas, .schemas2, .schemas3, .schemas4: "Schemas"
      case .messages, .channels, .servers, .application, .client: rawValue
      }
    }
  }

  package var role: Role
  package var text: String
}

/// What spans and metrics are told apart by: names of the document, of which there are few.
struct MessagingAttributes: Hashable, Sendable {
  /// OpenTelemetry's type of a messaging operation.
  enum Kind: String, Sendable {
    case send
    case process
  }

  var kind: Kind
  var system: String?
  var operation: String
  var channel: String
  var message: String?

  /// Names and values, by OpenTelemetry's conventions where they have a name.
  var all: [(String, String)] {
    var all = [
      ("messaging.operation.type", kind.rawValue), ("messaging.operation.name", kind.rawValue),
      ("asyncapi.operation", operation), ("asyncapi.channel", channel),
    ]
    if let system { all.append(("messaging.system", system)) }
    if let message { all.append(("asyncapi.message", message)) }
    return all
  }

  var spanName: String { "\(kind.rawValue) \(channel)" }
}

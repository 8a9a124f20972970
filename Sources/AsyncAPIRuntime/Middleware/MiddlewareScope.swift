/// Whose messages a middleware sees.
enum MiddlewareScope: Sendable {
  case operations(Set<String>)
  case channels(Set<String>)

  func includes(operation: String, channel: String) -> Bool {
    switch self {
    case .operations(let names): names.contains(operation)
    case .channels(let names): names.contains(channel)
    }
  }
}

import SpecParser

/// Which of several objects decides on a field: a message and its traits, for one, may all have a description.
struct Overrides {
  private var winning = NodeTable<Bool>()
  private var losing = NodeTable<Bool>()

  /// What an object shares with its traits. All headers and bindings count, and the rest is not generated.
  private static let fields = [
    "messageId", "operationId", "schemaFormat", "contentType", "name", "title", "summary", "description", "deprecated",
  ]

  /// - Parameter objects: the most important first
  mutating func settle(_ objects: [Node]) {
    for field in Self.fields {
      // Where there is a summary, it is shown instead of the title.
      var isDecided = field == "title" && objects.contains { ($0["summary"]?.kind ?? .null) != .null }
      for object in objects {
        guard let value = object[field] else { continue }
        if isDecided { losing.set(true, for: value) } else { winning.set(true, for: value) }
        isDecided = true
      }
    }
  }

  func areLost(_ value: Node) -> Bool { losing.contains(value) && !winning.contains(value) }
}

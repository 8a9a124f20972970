/// Gives each text a key of its own.
struct UniqueKeys {
  private var taken: Set<String> = []
  private var nextNumbers: [String: Int] = [:]

  /// The text if it is new, or else with a number from 2 behind it.
  mutating func claim(_ text: String) -> String {
    if taken.insert(text).inserted { return text }
    var number = nextNumbers[text] ?? 2
    while !taken.insert("\(text) \(number)").inserted { number += 1 }
    nextNumbers[text] = number + 1
    return "\(text) \(number)"
  }
}

extension [(key: String, message: Node)] {
  /// Each message once, under its first key, and no two under one key.
  func uniqued() -> Self {
    var messages: Set<Node> = []
    var keys = UniqueKeys()
    return compactMap { key, message in
      messages.insert(message).inserted ? (keys.claim(key), message) : nil
    }
  }
}

/// Messages of 2.x are told apart by `messageId` (Message Object).
extension DocumentRules {
  func checkMessageIDs(of messages: [Message]) {
    guard context.version.major == 2 else { return }
    var places: [String: Node] = [:]
    for message in messages {
      guard let place = message.id else { continue }
      guard let other = places.updateValue(place, forKey: place.text), other != place else { continue }
      report(
        .duplicateMessageID,
        "the messageId \(Excerpt.quoted(place.text)) is taken; each message needs one of its own", at: place,
        notes: [.init("the other message", at: other.location)])
    }
  }
}

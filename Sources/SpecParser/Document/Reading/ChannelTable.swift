/// The channels of a 3.x document, by all that a reference may lead to.
struct ChannelTable {
  struct Entry {
    var channel: Channel
    /// The positions of the messages, by where the channel lists them and where they are written.
    var positionsBySite: [Node: Int]
    var positionsByPlace: [Node: Int]
  }

  private(set) var entries: [Entry] = []
  private var bySite: [Node: Int] = [:]
  private var byPlace: [Node: Int] = [:]
  private var keys = UniqueKeys()

  /// Takes up a channel.
  ///
  /// - Parameter site: where the document lists it; `nil` for one that is only referred to
  mutating func append(_ entry: Entry, site: Node?) {
    var entry = entry
    entry.channel.key = keys.claim(entry.channel.key)
    if let site, bySite[site] == nil { bySite[site] = entries.count }
    if byPlace[entry.channel.node] == nil { byPlace[entry.channel.node] = entries.count }
    entries.append(entry)
  }

  func entry(at site: Node) -> Entry? { bySite[site].map { entries[$0] } }

  func entry(writtenAt place: Node) -> Entry? { byPlace[place].map { entries[$0] } }
}

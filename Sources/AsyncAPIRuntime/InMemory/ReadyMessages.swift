/// The messages that wait for a consumer: in one line, or in a line for each partition.
struct ReadyMessages {
  private let partitions: Partitions?
  private var lines: [Deque<InboundMessage>]
  private(set) var count = 0
  private var lastWithoutKey = 0

  init(partitions: Partitions?) {
    self.partitions = partitions
    lines = Array(repeating: Deque(), count: partitions?.count ?? 1)
  }

  var lineCount: Int { lines.count }

  /// Where a message belongs. Those without a key take turns.
  mutating func line(for message: InboundMessage) -> Int {
    guard let partitions else { return 0 }
    if let partition = partitions.partition(of: message.key) { return partition }
    lastWithoutKey = (lastWithoutKey + 1) % lines.count
    return lastWithoutKey
  }

  mutating func append(_ message: InboundMessage, to line: Int) {
    lines[line].append(message)
    count += 1
  }

  mutating func prepend(_ message: InboundMessage, to line: Int) {
    lines[line].prepend(message)
    count += 1
  }

  mutating func popFirst(of line: Int) -> InboundMessage? {
    guard let message = lines[line].popFirst() else { return nil }
    count -= 1
    return message
  }

  mutating func removeAll() { self = ReadyMessages(partitions: partitions) }
}

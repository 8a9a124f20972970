#if Kafka
  /// Which messages of a partition were handed out and which are settled.
  ///
  /// Kafka commits one offset per partition, which stands for all that is before it. So a settled message counts only when
  /// every older one is settled.
  struct PartitionLedger: Sendable {
    /// In order; those before `head` are settled.
    private var offsets: [Int64] = []
    private var head = 0
    private var settledAhead: Set<Int64> = []
    /// Where reading goes on after a restart; nil as long as it is where it began.
    private(set) var position: Int64?
    private var committed: Int64?

    /// - Parameter start: where reading begins, if that has yet to be committed
    init(start: Int64? = nil) { position = start }

    /// How many are unsettled or wait for the settling of an older one.
    var count: Int { offsets.count - head }

    /// What has yet to be committed.
    var toCommit: Int64? { position == committed ? nil : position }

    /// False if it is in hand or settled already.
    mutating func receive(_ offset: Int64) -> Bool {
      if let last = offsets.last ?? position.map({ $0 - 1 }), offset <= last { return false }
      offsets.append(offset)
      return true
    }

    mutating func settle(_ offset: Int64) {
      settledAhead.insert(offset)
      while head < offsets.count, settledAhead.remove(offsets[head]) != nil {
        position = offsets[head] + 1
        head += 1
      }
      if head > 1_024, head * 2 > offsets.count {
        offsets.removeFirst(head)
        head = 0
      }
    }

    mutating func noteCommit(of offset: Int64) { committed = offset }

    mutating func noteFailedCommit() { committed = nil }
  }
#endif

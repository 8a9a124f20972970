#if Kafka
  import Testing

  @testable import AsyncAPIKafka

  @Suite struct LedgerTests {
    @Test func onlyWhatIsSettledWithoutAGapIsCommitted() {
      var ledger = PartitionLedger()
      for offset in [5, 6, 9, 10] as [Int64] {
        let isNew = ledger.receive(offset)
        #expect(isNew)
      }
      ledger.settle(6)
      ledger.settle(10)
      #expect(ledger.toCommit == nil)
      ledger.settle(5)
      #expect(ledger.toCommit == 7)
      ledger.noteCommit(of: 7)
      #expect(ledger.toCommit == nil)
      ledger.settle(9)
      #expect(ledger.toCommit == 11)
      #expect(ledger.count == 0)
    }

    @Test func aFailedCommitIsMadeAgain() {
      var ledger = PartitionLedger()
      _ = ledger.receive(0)
      ledger.settle(0)
      ledger.noteCommit(of: 1)
      ledger.noteFailedCommit()
      #expect(ledger.toCommit == 1)
    }

    @Test func whereReadingBeganIsCommittedBeforeAnythingIsSettled() {
      var ledger = PartitionLedger(start: 40)
      #expect(ledger.toCommit == 40)
      ledger.noteCommit(of: 40)
      let isOld = ledger.receive(39)
      #expect(!isOld)
      let isNew = ledger.receive(40)
      #expect(isNew)
      #expect(ledger.toCommit == nil)
    }

    /// Settles in random order, and compares with the plain definition.
    @Test func anyOrderOfSettlingCommitsTheSame() {
      var random = SystemRandomNumberGenerator()
      for _ in 0..<50 {
        var ledger = PartitionLedger()
        let offsets = (0..<3_000).map { Int64($0 * 2) }
        for offset in offsets { _ = ledger.receive(offset) }
        var settled: Set<Int64> = []
        var next = 0
        for (count, offset) in offsets.shuffled(using: &random).enumerated() {
          ledger.settle(offset)
          settled.insert(offset)
          while next < offsets.count, settled.contains(offsets[next]) { next += 1 }
          if count % 100 == 0 || count == offsets.count - 1 {
            #expect(ledger.position == (next == 0 ? nil : offsets[next - 1] + 1))
            #expect(ledger.count == offsets.count - next)
          }
        }
      }
    }
  }
#endif

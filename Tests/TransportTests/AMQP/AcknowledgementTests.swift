#if AMQP
  import Testing

  @testable import AsyncAPIAMQP

  /// What fails here: the server is told to forget a message that nobody has settled yet, or is told twice.
  struct AcknowledgementTests {
    @Test("Those that follow one another are told at once, those ahead of an open one by themselves")
    func runs() {
      var acknowledgements = Acknowledgements()
      #expect(acknowledgements.accepting([2, 1, 3, 5]) == (3, [5]))
      #expect(acknowledgements.accepting([]) == (nil, []))
      #expect(acknowledgements.accepting([7]) == (nil, [7]))
      // 5 has been told already, and 6 is open.
      #expect(acknowledgements.accepting([4]) == (4, []))
      #expect(acknowledgements.accepting([6, 8]) == (8, []))
    }

    @Test("What is refused or given back is passed over")
    func refused() {
      var acknowledgements = Acknowledgements()
      acknowledgements.note(2)
      acknowledgements.note(1)
      #expect(acknowledgements.accepting([4]) == (nil, [4]))
      acknowledgements.note(3)
      #expect(acknowledgements.accepting([5]) == (5, []))
    }

    @Test("Whatever the order, each is told exactly once, and never before it is settled")
    func anyOrder() {
      var generator = SystemRandomNumberGenerator()
      for _ in 0..<200 {
        var acknowledgements = Acknowledgements()
        var open = Set(1...60 as ClosedRange<UInt64>)
        var told: Set<UInt64> = []
        var left = Array(open).shuffled(using: &generator)
        while !left.isEmpty {
          let batch = Array(left.prefix(Int.random(in: 1...6, using: &generator)))
          left.removeFirst(batch.count)
          open.subtract(batch)
          if batch.count == 1 {
            acknowledgements.note(batch[0])
            told.insert(batch[0])
            continue
          }
          let (through, single) = acknowledgements.accepting(batch)
          if let through {
            let run = Set(1...through).subtracting(told)
            #expect(!run.isEmpty && run.isDisjoint(with: open))
            told.formUnion(run)
          }
          for tag in single { #expect(told.insert(tag).inserted) }
        }
        #expect(told.count == 60)
      }
    }
  }
#endif

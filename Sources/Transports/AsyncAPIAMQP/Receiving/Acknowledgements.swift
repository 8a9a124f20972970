#if AMQP
  /// Which deliveries of a connection the server has been told of. Those that follow one another are told at once.
  struct Acknowledgements {
    /// All before it are settled.
    private var next: UInt64 = 1
    private var settledAhead: Set<UInt64> = []

    /// What accepts these: up to which tag at once, and which one by one.
    mutating func accepting(_ tags: [UInt64]) -> (through: UInt64?, single: [UInt64]) {
      var through: UInt64?
      var single: [UInt64] = []
      for tag in tags.sorted() {
        if tag == next {
          through = tag
          skip(tag)
        } else {
          single.append(tag)
          settledAhead.insert(tag)
        }
      }
      return (through, single)
    }

    /// One is refused or given back.
    mutating func note(_ tag: UInt64) {
      if tag == next { skip(tag) } else { settledAhead.insert(tag) }
    }

    private mutating func skip(_ tag: UInt64) {
      next = tag + 1
      while settledAhead.remove(next) != nil { next += 1 }
    }
  }
#endif

/// What a search goes back to, the last first.
struct PatternFrames: ~Copyable {
  struct Frame {
    enum Kind: UInt8 {
      /// Another way: the instruction `place`.
      case choice
      /// The value `position` of the register `place`.
      case restore
      /// One scalar fewer for the instruction `place`, down to `limit`.
      case fewer
      /// One scalar more for the instruction `place`, `limit` at most.
      case more
    }

    var kind: Kind
    var place: Int32
    var position: Int32
    var limit: Int32

    static func choice(_ place: Int32, _ position: Int32) -> Self {
      Self(kind: .choice, place: place, position: position, limit: 0)
    }

    static func restore(_ register: Int32, _ value: Int32) -> Self {
      Self(kind: .restore, place: register, position: value, limit: 0)
    }

    static func fewer(_ place: Int32, _ position: Int32, _ limit: Int32) -> Self {
      Self(kind: .fewer, place: place, position: position, limit: limit)
    }

    static func more(_ place: Int32, _ position: Int32, _ limit: Int32) -> Self {
      Self(kind: .more, place: place, position: position, limit: limit)
    }
  }

  private(set) var count = 0
  private var capacity = 256
  private var frames = UnsafeMutablePointer<Frame>.allocate(capacity: 256)

  /// So many that a search is given up.
  private static let most = 1 << 20

  var isFull: Bool { count >= Self.most }

  deinit { frames.deallocate() }

  mutating func push(_ frame: Frame) {
    if count == capacity {
      let larger = UnsafeMutablePointer<Frame>.allocate(capacity: capacity * 2)
      larger.moveInitialize(from: frames, count: count)
      frames.deallocate()
      frames = larger
      capacity *= 2
    }
    frames[count] = frame
    count += 1
  }

  mutating func pop() -> Frame? {
    guard count > 0 else { return nil }
    count -= 1
    return frames[count]
  }

  mutating func removeAll() { count = 0 }

  /// Drops the choices from a height on: what they lead to is decided.
  mutating func keepRestores(from height: Int) {
    var kept = height
    var position = height
    while position < count {
      if frames[position].kind == .restore {
        frames[kept] = frames[position]
        kept += 1
      }
      position += 1
    }
    count = kept
  }
}

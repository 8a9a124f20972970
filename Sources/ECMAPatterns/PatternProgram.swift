/// A pattern as a list of instructions, which ``PatternMatcher`` follows.
package struct PatternProgram: Sendable {
  struct Instruction: Sendable {
    enum Code: UInt8, Sendable {
      /// One scalar: `first` is its value.
      case scalar
      /// One scalar that is no line break.
      case any
      /// One scalar of a set: `first` is its number.
      case set
      /// The instruction after this, `first` to `second` times; `third` is its choice.
      case repeated
      case repeatedLazily
      case start
      case end
      case wordBoundary
      case noWordBoundary
      case jump
      /// `first`, or else `second`; `third` is its choice.
      case split
      /// Keeps the position in the register `first`.
      case save
      /// Forgets the registers from `first` to before `second`.
      case forget
      /// The text between a pair of registers: `first` is the number of the reference.
      case backReference
      /// What must stand here; then on to `first`. `second` is 1 where it must not.
      case look
      case lookEnd
      /// Sets the register `first` to 0.
      case count
      /// Another round of the loop `first`, or out of it.
      case round
      case roundStart
      /// Refuses a round that matched nothing: `first` is the register of where it began.
      case roundEnd
      /// On to `second` after a round that matched nothing, since more of them change nothing.
      case leaveIfEmpty
      /// As `roundEnd`, in the counted loop `second`.
      case countedRoundEnd
      case accept
    }

    var code: Code
    var isBackward = false
    var first: Int32 = 0
    var second: Int32 = 0
    var third: Int32 = 0
  }

  /// A loop whose rounds are counted.
  struct Loop: Sendable {
    var counter: Int32
    var least: Int32
    var most: Int32
    var isLazy: Bool
    var exit: Int32 = 0
  }

  var instructions: [Instruction] = []
  var sets: [ScalarSet] = []
  var loops: [Loop] = []
  /// The groups that each back reference can mean.
  var references: [[Int]] = []
  var registers = 0
  /// Places with a choice, whose outcome depends on nothing but the position in the text if `isMemoryless`.
  var choices = 0
  var isMemoryless = true
  /// Whether half of a surrogate pair is asked for, which only texts beyond the Basic Multilingual Plane can have.
  var hasSurrogates = false
  /// Whether there is something of which nothing is known here.
  var isUnknown = false

  static let unlimited = Int32.max

  package init(_ pattern: ECMAPattern) {
    var compiler = PatternCompiler(pattern)
    self = compiler.program()
  }

  init() {}

  /// Whether everything that the pattern asks for is known.
  package var isDecidable: Bool { !isUnknown }

  /// What it took to make, in instructions and sets of characters.
  package var size: Int { instructions.count + sets.count }
}

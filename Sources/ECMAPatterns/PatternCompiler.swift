/// Makes instructions of a pattern. The depth of patterns is bounded, and so is the recursion.
struct PatternCompiler {
  typealias Code = PatternProgram.Instruction.Code

  private let pattern: ECMAPattern
  var result = PatternProgram()
  /// Whether the texts of groups are needed. Otherwise it does not matter which of two equal ways is taken.
  let hasReferences: Bool
  private var isBackward = false
  private var sets: [CharacterClass: Int] = [:]

  init(_ pattern: ECMAPattern) {
    self.pattern = pattern
    hasReferences = pattern.root.hasBackReference
  }

  mutating func program() -> PatternProgram {
    result.registers = hasReferences ? 2 * (pattern.groupNames.count + 1) : 0
    if hasReferences { result.isMemoryless = false }
    emit(pattern.root)
    append(.accept)
    return result
  }

  var next: Int { result.instructions.count }

  @discardableResult mutating func append(_ code: Code, _ first: Int = 0, _ second: Int = 0, _ third: Int = 0)
    -> Int
  {
    result.instructions.append(
      .init(code: code, isBackward: isBackward, first: Int32(first), second: Int32(second), third: Int32(third)))
    return next - 1
  }

  mutating func register() -> Int {
    result.registers += 1
    return result.registers - 1
  }

  mutating func choice() -> Int {
    result.choices += 1
    return result.choices - 1
  }

  // MARK: Terms

  mutating func emit(_ term: PatternTerm) {
    switch term.form {
    case .sequence(let terms): emitSequence(terms)
    case .alternatives(let terms): emitAlternatives(terms)
    case .scalar(let value): emitScalar(value)
    case .any: append(.any)
    case .characters(let characters): emitSet(characters)
    case .assertion(let assertion): emitAssertion(assertion)
    case .group(let content): emit(content)
    case .capture(let content, let number): emitCapture(content, number)
    case .modified(let content, _, _):
      result.isUnknown = true
      emit(content)
    case .look(let content, let look): emitLook(content, look)
    case .backReference(let groups):
      result.references.append(groups)
      append(.backReference, result.references.count - 1)
    case .repetition(let content, let repetition): emitRepetition(content, repetition)
    }
  }

  private mutating func emitSequence(_ terms: [PatternTerm]) {
    if isBackward {
      for term in terms.reversed() { emit(term) }
    } else {
      for term in terms { emit(term) }
    }
  }

  private mutating func emitAlternatives(_ terms: [PatternTerm]) {
    var exits: [Int] = []
    for term in terms.dropLast() {
      let split = emitSplit()
      emit(term)
      exits.append(append(.jump))
      setTargets(of: split, split + 1, next, isLazy: false)
    }
    if let last = terms.last { emit(last) }
    for exit in exits { result.instructions[exit].first = Int32(next) }
  }

  private mutating func emitScalar(_ value: UInt32) {
    if value & 0xFFFF_F800 == 0xD800 { result.hasSurrogates = true }
    append(.scalar, Int(value))
  }

  private mutating func emitSet(_ characters: CharacterClass) {
    for case .range(let range) in characters.members {
      let bounds = [range.lowerBound, range.upperBound]
      if bounds.contains(where: { $0 & 0xFFFF_F800 == 0xD800 }) { result.hasSurrogates = true }
    }
    if let known = sets[characters] {
      append(.set, known)
      return
    }
    let set = ScalarSet(characters)
    if set.isUnknown { result.isUnknown = true }
    append(.set, result.sets.count)
    sets[characters] = result.sets.count
    result.sets.append(set)
  }

  private mutating func emitAssertion(_ assertion: PatternTerm.Assertion) {
    switch assertion {
    case .start: append(.start)
    case .end: append(.end)
    case .wordBoundary: append(.wordBoundary)
    case .noWordBoundary: append(.noWordBoundary)
    }
  }

  private mutating func emitCapture(_ content: PatternTerm, _ number: Int) {
    guard hasReferences else { return emit(content) }
    append(.save, isBackward ? 2 * number + 1 : 2 * number)
    emit(content)
    append(.save, isBackward ? 2 * number : 2 * number + 1)
  }

  private mutating func emitLook(_ content: PatternTerm, _ look: PatternTerm.Look) {
    // Whether what is looked for is there is decided for good, before the rest is.
    result.isMemoryless = false
    let wasBackward = isBackward
    let start = append(.look, 0, look.isNegated ? 1 : 0)
    isBackward = look.isBehind
    emit(content)
    append(.lookEnd)
    isBackward = wasBackward
    result.instructions[start].first = Int32(next)
  }
}

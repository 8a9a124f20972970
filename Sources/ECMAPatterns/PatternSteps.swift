/// What single instructions do to the position.
extension PatternSearch {
  func step(over instruction: PatternProgram.Instruction, _ position: inout Int32) -> Bool {
    guard instruction.isBackward ? position > 0 : position < text.count else { return false }
    let scalar = text[instruction.isBackward ? position - 1 : position]
    switch instruction.code {
    case .scalar: if scalar != UInt32(bitPattern: instruction.first) { return false }
    case .any: if scalar == 0x0A || scalar == 0x0D || scalar == 0x2028 || scalar == 0x2029 { return false }
    default: if !program.sets[Int(instruction.first)].contains(scalar) { return false }
    }
    position += instruction.isBackward ? -1 : 1
    return true
  }

  /// As many scalars as there are, of which going back gives up one after the other.
  func takeMost(
    _ instruction: PatternProgram.Instruction, _ pc: Int32,
    _ instructions: UnsafePointer<PatternProgram.Instruction>, _ position: inout Int32, _ steps: inout Int
  ) -> Bool {
    let one = instructions[Int(pc) + 1]
    var taken: Int32 = 0
    var limit = position
    while taken < instruction.second, steps > 0, step(over: one, &position) {
      taken += 1
      steps -= 1
      if taken == instruction.first { limit = position }
    }
    guard taken >= instruction.first else { return false }
    if taken > instruction.first { frames.push(.fewer(pc, position, limit)) }
    return true
  }

  /// As few scalars as there must be, to which going back adds one after the other.
  func takeFewest(
    _ instruction: PatternProgram.Instruction, _ pc: Int32,
    _ instructions: UnsafePointer<PatternProgram.Instruction>, _ position: inout Int32, _ steps: inout Int
  ) -> Bool {
    let one = instructions[Int(pc) + 1]
    var taken: Int32 = 0
    while taken < instruction.first {
      guard steps > 0, step(over: one, &position) else { return false }
      taken += 1
      steps -= 1
    }
    if instruction.second > taken { frames.push(.more(pc, position, instruction.second - taken)) }
    return true
  }

  func stepOverText(
    of instruction: PatternProgram.Instruction, _ position: inout Int32, _ steps: inout Int
  ) -> Bool {
    for group in program.references[Int(instruction.first)] {
      let start = registers[2 * group]
      let end = registers[2 * group + 1]
      guard start >= 0, end >= start else { continue }
      let length = end - start
      let first = instruction.isBackward ? position - length : position
      guard first >= 0, first + length <= text.count else { return false }
      for offset in 0..<length where text[start + offset] != text[first + offset] { return false }
      steps -= Int(length)
      position = instruction.isBackward ? first : first + length
      return true
    }
    return true
  }

  // MARK: Loops

  func round(_ instruction: PatternProgram.Instruction, _ pc: Int32, _ position: Int32) -> Int32 {
    let loop = program.loops[Int(instruction.first)]
    let rounds = registers[Int(loop.counter)]
    if rounds < loop.least { return pc + 1 }
    if rounds >= loop.most { return loop.exit }
    frames.push(.choice(loop.isLazy ? pc + 1 : loop.exit, position))
    return loop.isLazy ? loop.exit : pc + 1
  }

  /// After a round that matched nothing, all those that must be can be as empty.
  func skipEmptyRounds(of number: Int32) -> Bool {
    let loop = program.loops[Int(number)]
    guard registers[Int(loop.counter)] <= loop.least else { return false }
    set(loop.counter, loop.least)
    return true
  }
}

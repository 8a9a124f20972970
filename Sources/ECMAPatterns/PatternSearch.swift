/// One text in which a pattern is looked for, by trying and going back.
///
/// What is left to try stands on a stack of its own. Where the outcome of a choice depends on nothing but the position,
/// none is tried twice, so that the time is bounded by the length of the pattern times that of the text.
// Memory by hand: arrays cost several times as much in unoptimised builds.
final class PatternSearch {
  let program: PatternProgram
  let text: ScalarText
  let registers: UnsafeMutablePointer<Int32>
  var frames = PatternFrames()
  private var looks: [Look] = []
  /// A bit for each choice at each position that was tried.
  private var tried: UnsafeMutablePointer<UInt64>?

  /// Something that must stand at a place, while it is looked for.
  private struct Look {
    var instruction: Int32
    var position: Int32
    var frames: Int
  }

  private static let mostTried = 1 << 23

  init(_ program: PatternProgram, in bytes: TextBytes) {
    self.program = program
    text = ScalarText(bytes)
    registers = .allocate(capacity: program.registers + 1)
    registers.initialize(repeating: -1, count: program.registers + 1)
    let places = program.choices * (Int(text.count) + 1)
    if program.isMemoryless, places <= Self.mostTried {
      let words = places / 64 + 1
      tried = .allocate(capacity: words)
      tried?.initialize(repeating: 0, count: words)
    }
  }

  deinit {
    registers.deallocate()
    tried?.deallocate()
  }

  func run(_ steps: inout Int) -> PatternMatch {
    program.instructions.withUnsafeBufferPointer { instructions in
      guard let base = instructions.baseAddress else { return .undecided }
      let isAnchored = base[0].code == .start
      var start: Int32 = 0
      while start <= (isAnchored ? 0 : text.count) {
        let outcome = match(at: start, base, &steps)
        if outcome != .absent { return outcome }
        start += 1
      }
      return .absent
    }
  }

  private func match(
    at start: Int32, _ instructions: UnsafePointer<PatternProgram.Instruction>, _ steps: inout Int
  ) -> PatternMatch {
    frames.removeAll()
    looks.removeAll()
    var pc: Int32 = 0
    var position = start
    while true {
      steps -= 1
      guard steps > 0, !frames.isFull else { return .undecided }
      let instruction = instructions[Int(pc)]
      var isFitting = true
      switch instruction.code {
      case .scalar, .any, .set:
        isFitting = step(over: instruction, &position)
        pc += 1
      case .repeated:
        isFitting = isNew(instruction.third, position) && takeMost(instruction, pc, instructions, &position, &steps)
        pc += 2
      case .repeatedLazily:
        isFitting = isNew(instruction.third, position) && takeFewest(instruction, pc, instructions, &position, &steps)
        pc += 2
      case .start:
        isFitting = position == 0
        pc += 1
      case .end:
        isFitting = position == text.count
        pc += 1
      case .wordBoundary, .noWordBoundary:
        isFitting = text.isWordBoundary(position) == (instruction.code == .wordBoundary)
        pc += 1
      case .jump: pc = instruction.first
      case .split:
        isFitting = isNew(instruction.third, position)
        if isFitting { frames.push(.choice(instruction.second, position)) }
        pc = instruction.first
      case .save:
        set(instruction.first, position)
        pc += 1
      case .forget:
        var register = instruction.first
        while register < instruction.second {
          if registers[Int(register)] >= 0 { set(register, -1) }
          register += 1
        }
        steps -= Int(instruction.second - instruction.first) / 2
        pc += 1
      case .backReference:
        isFitting = stepOverText(of: instruction, &position, &steps)
        pc += 1
      case .look:
        looks.append(Look(instruction: pc, position: position, frames: frames.count))
        pc += 1
      case .lookEnd:
        guard let look = looks.popLast() else { return .undecided }
        position = look.position
        steps -= frames.count - look.frames
        if instructions[Int(look.instruction)].second == 1 {
          restore(to: look.frames)
          isFitting = false
        } else {
          frames.keepRestores(from: look.frames)
        }
        pc = instructions[Int(look.instruction)].first
      case .count:
        set(instruction.first, 0)
        pc += 1
      case .round: pc = round(instruction, pc, position)
      case .roundStart:
        let counter = program.loops[Int(instruction.first)].counter
        set(counter, registers[Int(counter)] + 1)
        pc += 1
      case .roundEnd:
        isFitting = registers[Int(instruction.first)] != position
        pc += 1
      case .leaveIfEmpty: pc = registers[Int(instruction.first)] == position ? instruction.second : pc + 1
      case .countedRoundEnd:
        isFitting = registers[Int(instruction.first)] != position || skipEmptyRounds(of: instruction.second)
        pc += 1
      case .accept: return .found
      }
      if !isFitting {
        guard let next = goBack(instructions, &position, &steps) else { return steps > 0 ? .absent : .undecided }
        pc = next
      }
    }
  }

  // MARK: Going back

  /// Where to go on, `nil` where nothing is left to try.
  private func goBack(
    _ instructions: UnsafePointer<PatternProgram.Instruction>, _ position: inout Int32, _ steps: inout Int
  ) -> Int32? {
    while true {
      steps -= 1
      if let look = looks.last, look.frames == frames.count {
        looks.removeLast()
        let instruction = instructions[Int(look.instruction)]
        guard instruction.second == 1 else { continue }
        position = look.position
        return instruction.first
      }
      guard let frame = frames.pop() else { return nil }
      switch frame.kind {
      case .restore: registers[Int(frame.place)] = frame.position
      case .choice:
        position = frame.position
        return frame.place
      case .fewer:
        let isBackward = instructions[Int(frame.place) + 1].isBackward
        position = frame.position + (isBackward ? 1 : -1)
        if position != frame.limit { frames.push(.fewer(frame.place, position, frame.limit)) }
        return frame.place + 2
      case .more:
        position = frame.position
        guard steps > 0, step(over: instructions[Int(frame.place) + 1], &position) else { continue }
        if frame.limit > 1 { frames.push(.more(frame.place, position, frame.limit - 1)) }
        return frame.place + 2
      }
    }
  }

  private func restore(to height: Int) {
    while frames.count > height, let frame = frames.pop() {
      if frame.kind == .restore { registers[Int(frame.place)] = frame.position }
    }
  }

  func set(_ register: Int32, _ value: Int32) {
    frames.push(.restore(register, registers[Int(register)]))
    registers[Int(register)] = value
  }

  /// Whether a choice was not yet tried at the position.
  private func isNew(_ choice: Int32, _ position: Int32) -> Bool {
    guard let tried else { return true }
    let place = Int(choice) * (Int(text.count) + 1) + Int(position)
    let bit: UInt64 = 1 << UInt64(place & 63)
    if tried[place >> 6] & bit != 0 { return false }
    tried[place >> 6] |= bit
    return true
  }
}

/// The instructions of what is repeated.
extension PatternCompiler {
  /// Loops that come to so many instructions are written out instead of counted.
  private static let longestUnrolled = 64

  mutating func emitRepetition(_ content: PatternTerm, _ repetition: PatternTerm.Repetition) {
    let least = repetition.least
    if content.isOneScalar {
      if let most = repetition.most, most > 1 {
        emitRepeated(content, least, most, repetition.isLazy)
      } else {
        if least > 1 { emitRepeated(content, least, least, false) }
        if least == 1 { emit(content) }
        if repetition.most == nil { emitLoop(content, repetition.isLazy) }
        if repetition.most == 1, least == 0 { emitOptional(content, repetition.isLazy) }
      }
      return
    }
    switch (least, repetition.most) {
    case (_, 0): break
    case (0, 1): emitOptional(content, repetition.isLazy)
    case (0, nil): emitLoop(content, repetition.isLazy)
    case (1, 1): emit(content)
    case (1, nil) where !hasReferences: emitLoopAtLeastOnce(content, repetition.isLazy)
    default: if !emitUnrolled(content, repetition) { emitCountedLoop(content, repetition) }
    }
  }

  private mutating func emitRepeated(_ content: PatternTerm, _ least: Int, _ most: Int, _ isLazy: Bool) {
    append(isLazy ? .repeatedLazily : .repeated, least, most, choice())
    emit(content)
  }

  mutating func emitSplit() -> Int { append(.split, 0, 0, choice()) }

  mutating func setTargets(of split: Int, _ first: Int, _ second: Int, isLazy: Bool) {
    result.instructions[split].first = Int32(isLazy ? second : first)
    result.instructions[split].second = Int32(isLazy ? first : second)
  }

  private mutating func emitOptional(_ content: PatternTerm, _ isLazy: Bool) {
    let split = emitSplit()
    emitRound(content)
    setTargets(of: split, split + 1, next, isLazy: isLazy)
  }

  private mutating func emitLoop(_ content: PatternTerm, _ isLazy: Bool) {
    let split = emitSplit()
    emitRound(content)
    append(.jump, split)
    setTargets(of: split, split + 1, next, isLazy: isLazy)
  }

  private mutating func emitLoopAtLeastOnce(_ content: PatternTerm, _ isLazy: Bool) {
    let start = next
    guard content.canBeEmpty else {
      emit(content)
      setTargets(of: emitSplit(), start, next, isLazy: isLazy)
      return
    }
    let register = register()
    append(.save, register)
    emit(content)
    let leave = append(.leaveIfEmpty, register)
    setTargets(of: emitSplit(), start, next, isLazy: isLazy)
    result.instructions[leave].second = Int32(next)
  }

  /// One round of a loop, whose groups begin anew, and which must match something.
  private mutating func emitRound(_ content: PatternTerm) {
    forgetGroups(of: content)
    guard content.canBeEmpty else { return emit(content) }
    let register = register()
    append(.save, register)
    emit(content)
    append(.roundEnd, register)
  }

  private mutating func forgetGroups(of content: PatternTerm) {
    guard hasReferences, let numbers = content.captures else { return }
    append(.forget, 2 * numbers.lowerBound, 2 * numbers.upperBound + 2)
  }

  /// Writes out a short loop, so that nothing must be counted.
  private mutating func emitUnrolled(_ content: PatternTerm, _ repetition: PatternTerm.Repetition) -> Bool {
    let times = repetition.most ?? repetition.least + 1
    guard !hasReferences, times <= Self.longestUnrolled, content.size * times <= Self.longestUnrolled else {
      return false
    }
    for _ in 0..<repetition.least { emit(content) }
    guard let most = repetition.most else {
      emitLoop(content, repetition.isLazy)
      return true
    }
    var splits: [Int] = []
    for _ in repetition.least..<most {
      splits.append(emitSplit())
      emitRound(content)
    }
    for split in splits { setTargets(of: split, split + 1, next, isLazy: repetition.isLazy) }
    return true
  }

  private mutating func emitCountedLoop(_ content: PatternTerm, _ repetition: PatternTerm.Repetition) {
    result.isMemoryless = false
    let loop = result.loops.count
    let counter = register()
    result.loops.append(
      .init(
        counter: Int32(counter), least: Int32(repetition.least),
        most: repetition.most.map { Int32($0) } ?? PatternProgram.unlimited, isLazy: repetition.isLazy))
    append(.count, counter)
    let round = append(.round, loop)
    append(.roundStart, loop)
    forgetGroups(of: content)
    if content.canBeEmpty {
      let register = register()
      append(.save, register)
      emit(content)
      append(.countedRoundEnd, register, loop)
    } else {
      emit(content)
    }
    append(.jump, round)
    result.loops[loop].exit = Int32(next)
  }
}

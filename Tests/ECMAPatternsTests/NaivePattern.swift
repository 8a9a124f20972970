@testable import ECMAPatterns

/// Follows patterns as the text of ECMA 262 does, term by term, with what comes after as a closure. Slow, and simple.
struct NaivePattern {
  struct State {
    var position: Int
    var captures: [Int: Range<Int>] = [:]
  }

  typealias Continuation = (State) -> Bool

  let pattern: ECMAPattern
  let text: [Unicode.Scalar]

  init(_ pattern: ECMAPattern, in text: String) {
    self.pattern = pattern
    self.text = Array(text.unicodeScalars)
  }

  var isFound: Bool { (0...text.count).contains { match(pattern.root, State(position: $0), false) { _ in true } } }

  private func match(_ term: PatternTerm, _ state: State, _ isBackward: Bool, _ then: Continuation) -> Bool {
    switch term.form {
    case .sequence(let terms):
      guard let first = isBackward ? terms.last : terms.first else { return then(state) }
      let rest = PatternTerm(
        form: .sequence(Array(isBackward ? terms.dropLast() : terms.dropFirst())), range: term.range)
      return match(first, state, isBackward) { match(rest, $0, isBackward, then) }
    case .alternatives(let terms): return terms.contains { match($0, state, isBackward, then) }
    case .scalar(let value): return step(state, isBackward, then) { $0.value == value }
    case .any: return step(state, isBackward, then) { !"\n\r\u{2028}\u{2029}".unicodeScalars.contains($0) }
    case .characters(let characters):
      return step(state, isBackward, then) { scalar in
        characters.members.contains { isMember(scalar, $0) } != characters.isNegated
      }
    case .assertion(let assertion):
      let words = [state.position - 1, state.position].map { text.indices.contains($0) && isWord(text[$0]) }
      let holds =
        switch assertion {
        case .start: state.position == 0
        case .end: state.position == text.count
        case .wordBoundary: words[0] != words[1]
        case .noWordBoundary: words[0] == words[1]
        }
      return holds && then(state)
    case .group(let content), .modified(let content, _, _): return match(content, state, isBackward, then)
    case .capture(let content, let number):
      return match(content, state, isBackward) { inner in
        var after = inner
        after.captures[number] =
          min(state.position, inner.position)..<max(state.position, inner.position)
        return then(after)
      }
    case .look(let content, let look):
      var found: State?
      let isFound = match(content, state, look.isBehind) {
        found = $0
        return true
      }
      guard isFound != look.isNegated else { return false }
      return then(State(position: state.position, captures: look.isNegated ? state.captures : found?.captures ?? [:]))
    case .backReference(let groups):
      guard let range = groups.lazy.compactMap({ state.captures[$0] }).first else { return then(state) }
      let start = isBackward ? state.position - range.count : state.position
      guard start >= 0, start + range.count <= text.count,
        text[range].elementsEqual(text[start..<start + range.count])
      else { return false }
      return then(State(position: isBackward ? start : start + range.count, captures: state.captures))
    case .repetition(let content, let repetition):
      return rounds(content, repetition.least, repetition.most, repetition.isLazy, state, isBackward, then)
    }
  }

  private func rounds(
    _ content: PatternTerm, _ least: Int, _ most: Int?, _ isLazy: Bool, _ state: State, _ isBackward: Bool,
    _ then: Continuation
  ) -> Bool {
    if most == 0 { return then(state) }
    func another() -> Bool {
      var fresh = state
      for number in content.captures.map(Array.init) ?? [] { fresh.captures[number] = nil }
      return match(content, fresh, isBackward) {
        if least == 0, $0.position == state.position { return false }
        return rounds(content, max(0, least - 1), most.map { $0 - 1 }, isLazy, $0, isBackward, then)
      }
    }
    if least > 0 { return another() }
    return isLazy ? then(state) || another() : another() || then(state)
  }

  private func step(_ state: State, _ isBackward: Bool, _ then: Continuation, _ fits: (Unicode.Scalar) -> Bool) -> Bool
  {
    let place = isBackward ? state.position - 1 : state.position
    guard text.indices.contains(place), fits(text[place]) else { return false }
    return then(State(position: state.position + (isBackward ? -1 : 1), captures: state.captures))
  }

  private func isMember(_ scalar: Unicode.Scalar, _ member: CharacterClass.Member) -> Bool {
    switch member {
    case .range(let range): range.contains(scalar.value)
    case .digit(let isNegated): ("0"..."9").contains(scalar) != isNegated
    case .word(let isNegated): isWord(scalar) != isNegated
    case .space(let isNegated): scalar.properties.isWhitespace != isNegated
    case .property: false
    }
  }

  private func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_")
  }
}

/// Reads a pattern (ECMA 262, section 22.2.1, with Annex B.1.2).
///
/// Groups whose end is not read yet stand on a stack of its own, so that no pattern exhausts that of the program.
struct PatternParser {
  let groups: [PatternGroup]
  let scalars: [Unicode.Scalar]
  /// Where each scalar begins in the pattern's UTF-8, and where the last one ends.
  private let offsets: [Int]
  private(set) var position = 0
  private var open: [OpenGroup] = []
  private var capturesRead = 0

  private struct OpenGroup {
    var kind: GroupKind
    var start: Int
    var alternatives: [PatternTerm] = []
    var sequence: [PatternTerm] = []
    var sequenceStart: Int
    /// The names of groups in the alternative that is being read, and in those before.
    var names: Set<String> = []
    var earlierNames: Set<String> = []
  }

  init(_ text: String) {
    var scalars: [Unicode.Scalar] = []
    var offsets: [Int] = []
    var offset = 0
    for scalar in text.unicodeScalars {
      scalars.append(scalar)
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    self.scalars = scalars
    self.offsets = offsets + [offset]
    groups = PatternGroup.all(in: scalars)
  }

  mutating func pattern() throws(ECMAPattern.Fault) -> PatternTerm {
    open = [OpenGroup(kind: .plain, start: 0, sequenceStart: 0)]
    while let next = peek() {
      let start = position
      switch next {
      case "|": finishAlternative()
      case "(": try openGroup()
      case ")": try closeGroup()
      case "*", "+", "?": throw nothingToRepeat()
      case "^", "$":
        position += 1
        append(term(.assertion(next == "^" ? .start : .end), from: start))
      case "[": try append(.characters(characterClass()), from: start)
      case "\\":
        let form = try escape()
        if case .assertion = form { append(term(form, from: start)) } else { try append(form, from: start) }
      default:
        if next == "{", try quantifier() != nil {
          position = start
          throw nothingToRepeat()
        }
        position = start + 1
        try append(next == "." ? .any : .scalar(next.value), from: start)
      }
    }
    let last = open[open.count - 1]
    guard open.count == 1 else {
      position = last.start
      throw malformed("begins a group that is never closed; close it with ')', or write '\\(' for the character itself")
    }
    return content(of: last)
  }

  // MARK: Groups

  /// The number of the next group that captures.
  var nextCapture: Int { capturesRead + 1 }

  private mutating func openGroup() throws(ECMAPattern.Fault) {
    guard open.count <= ECMAPattern.deepest else { throw .tooLarge }
    let start = position
    let kind = try groupKind()
    if case .capture = kind { try countCapture(at: start) }
    open.append(OpenGroup(kind: kind, start: start, sequenceStart: position))
  }

  private mutating func countCapture(at start: Int) throws(ECMAPattern.Fault) {
    capturesRead += 1
    guard capturesRead <= groups.count, let name = groups[capturesRead - 1].name else { return }
    if open.contains(where: { $0.names.contains(name) }) {
      position = start
      throw malformed("begins a second group of the name \(Self.quoted(name)); rename one of them")
    }
    open[open.count - 1].names.insert(name)
  }

  private mutating func closeGroup() throws(ECMAPattern.Fault) {
    guard open.count > 1 else {
      throw malformed("closes no group; write '\\)' for the character itself")
    }
    let group = open.removeLast()
    let content = content(of: group)
    open[open.count - 1].names.formUnion(group.names.union(group.earlierNames))
    position += 1
    switch group.kind {
    case .plain: try append(.group(content), from: group.start)
    case .capture(let number): try append(.capture(content, number: number), from: group.start)
    case .modified(let adding, let removing):
      try append(.modified(content, adding: adding, removing: removing), from: group.start)
    case .look(let look) where look.isBehind: append(term(.look(content, look), from: group.start))
    case .look(let look): try append(.look(content, look), from: group.start)
    }
  }

  private mutating func finishAlternative() {
    let last = open.count - 1
    open[last].alternatives.append(sequence(of: open[last]))
    open[last].sequence = []
    open[last].earlierNames.formUnion(open[last].names)
    open[last].names = []
    position += 1
    open[last].sequenceStart = position
  }

  /// What has been read of a group; the position is where it ends.
  private func content(of group: OpenGroup) -> PatternTerm {
    let last = sequence(of: group)
    guard let first = group.alternatives.first else { return last }
    let range = first.range.lowerBound..<last.range.upperBound
    return PatternTerm(form: .alternatives(group.alternatives + [last]), range: range)
  }

  private func sequence(of group: OpenGroup) -> PatternTerm {
    group.sequence.count == 1 ? group.sequence[0] : term(.sequence(group.sequence), from: group.sequenceStart)
  }

  // MARK: Terms

  private func term(_ form: PatternTerm.Form, from start: Int) -> PatternTerm {
    PatternTerm(form: form, range: offsets[start]..<offsets[position])
  }

  private mutating func append(_ term: PatternTerm) { open[open.count - 1].sequence.append(term) }

  /// Appends what may be repeated, with the quantifier that follows.
  private mutating func append(_ form: PatternTerm.Form, from start: Int) throws(ECMAPattern.Fault) {
    let atom = term(form, from: start)
    if let repetition = try quantifier() {
      append(term(.repetition(atom, repetition), from: start))
    } else {
      append(atom)
    }
  }

  /// A quantifier, or `nil` where none comes next; a `{` can also stand for itself.
  private mutating func quantifier() throws(ECMAPattern.Fault) -> PatternTerm.Repetition? {
    let start = position
    var repetition: PatternTerm.Repetition
    if skip("*") {
      repetition = .init(least: 0, most: nil, isLazy: false)
    } else if skip("+") {
      repetition = .init(least: 1, most: nil, isLazy: false)
    } else if skip("?") {
      repetition = .init(least: 0, most: 1, isLazy: false)
    } else {
      guard let braces = bracedQuantifier() else {
        position = start
        return nil
      }
      repetition = braces
      if let most = repetition.most, most < repetition.least {
        position = start
        throw malformed(
          "repeats from \(repetition.least) to \(most) times, which is never; write the smaller number first")
      }
    }
    repetition.isLazy = skip("?")
    return repetition
  }

  private mutating func bracedQuantifier() -> PatternTerm.Repetition? {
    guard skip("{"), let least = decimal() else { return nil }
    if skip("}") { return .init(least: least, most: least, isLazy: false) }
    guard skip(",") else { return nil }
    if skip("}") { return .init(least: least, most: nil, isLazy: false) }
    guard let most = decimal(), skip("}") else { return nil }
    return .init(least: least, most: most, isLazy: false)
  }

  /// A number, those that are too large as the largest.
  private mutating func decimal() -> Int? {
    var value: Int?
    while let digit = peek(), digit.value &- 0x30 < 10 {
      value = min(Int(Int32.max), (value ?? 0) * 10 + Int(digit.value - 0x30))
      position += 1
    }
    return value
  }

  private func nothingToRepeat() -> ECMAPattern.Fault {
    malformed("repeats nothing; write it after what is to be repeated, or '\\' before it for the character itself")
  }

  // MARK: Scalars

  func peek(_ distance: Int = 0) -> Unicode.Scalar? {
    position + distance < scalars.count ? scalars[position + distance] : nil
  }

  mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard peek() == scalar else { return false }
    position += 1
    return true
  }

  mutating func advance(to position: Int) { self.position = position }

  /// A piece of the pattern as a message shows it, shortened.
  static func quoted(_ text: String) -> String {
    text.unicodeScalars.count > 60 ? "'\(String(text.unicodeScalars.prefix(60)))…'" : "'\(text)'"
  }

  /// A fault of what stands at the position, which is the subject of the sentence.
  func malformed(_ predicate: String) -> ECMAPattern.Fault {
    let subject =
      peek().map { "\(Self.quoted(String($0))) at character \(position + 1)" } ?? "the end of the pattern"
    return .malformed(position: offsets[position], reason: "\(subject) \(predicate)")
  }
}

import CLibYAML

/// Fills the arrays of a tree from a reader's events, and refuses what no tree may hold: too many nodes, too deep ones,
/// and mappings with two equal keys or with keys that are no scalars.
///
/// It grows its memory by hand instead of with arrays, since appending to those dominates unoptimised builds.
struct TreeBuilder: ~Copyable {
  /// A collection whose end has not been read.
  struct Frame {
    let index: Int32
    let isMapping: Bool
    /// Its first child among the pending.
    let firstPending: Int
    /// The sizes of the tree, aliases expanded, before the collection began.
    let sizeBefore: Int
    let textSizeBefore: Int
    /// The entry among the anchors, -1 if it has none.
    let anchor: Int
    /// What its children get for a parent.
    let parentOfChildren: Int32
    /// Levels that are in the text but not in the tree, since a merge takes them away: 1 for a mapping that is merged,
    /// 2 for one in a list of such.
    let mergedLevels: Int
    var expectsValue = false
    /// Whether the value that comes next is that of a merge key.
    var mergesNext = false
    var hasMergeKey = false
    /// The levels of collections in it, itself included.
    var height = 1
  }

  struct Anchor {
    let line: Int32
    let column: Int32
    let index: Int32
    var size = 1
    var textSize = 0
    var height: Int32 = 0
    let isKey: Bool
    var isOpen: Bool
  }

  /// More of the harmless ones would bury the rest, and fill the memory.
  private static let largestNumberOfDiagnostics = 1000
  private static let largestNumberOfFaults = 100

  let path: String
  let limits: TreeLimits
  private(set) var diagnostics: [Diagnostic] = []
  /// What makes the file unreadable, though the rest of it can still be looked at.
  private(set) var faults: [Diagnostic] = []
  /// How many collections are open of one that stands where a key must, and is passed over.
  private var skippedDepth = 0
  private var anchors: [Anchor] = []
  private var anchorsByName: [String: Int] = [:]

  var records: UnsafeMutablePointer<NodeRecord>
  var recordCount = 0
  private var recordCapacity: Int
  var children: UnsafeMutablePointer<Int32>
  var childCount = 0
  private var childCapacity: Int
  var texts: UnsafeMutablePointer<UInt8>
  var textCount = 0
  private var textCapacity: Int
  /// The children of all open collections, innermost last.
  var pending: UnsafeMutablePointer<Int32>
  var pendingCount = 0
  private var pendingCapacity: Int
  private var frames: UnsafeMutablePointer<Frame>
  private(set) var depth = 0
  private var frameCapacity = 32
  /// The number of nodes, aliases expanded.
  private var size = 0
  /// The bytes of their texts, aliases expanded.
  private var textSize = 0
  private var hasMergeKeys = false
  private var isFinished = false

  /// `bytes` is the size of the text: so many bytes of scalars fit without growing.
  init(path: String, limits: TreeLimits, bytes: Int) {
    self.path = path
    self.limits = limits
    // More than documents need: what is not touched costs nothing, and to grow means to copy.
    recordCapacity = bytes / 8 + 64
    childCapacity = bytes / 8 + 64
    textCapacity = bytes + 16
    pendingCapacity = 256
    records = .allocate(capacity: recordCapacity)
    children = .allocate(capacity: childCapacity)
    texts = .allocate(capacity: textCapacity)
    pending = .allocate(capacity: pendingCapacity)
    frames = .allocate(capacity: frameCapacity)
  }

  deinit {
    pending.deallocate()
    frames.deallocate()
    if !isFinished {
      records.deallocate()
      children.deallocate()
      texts.deallocate()
    }
  }

  /// The tree of what was added. Nothing may be added afterwards.
  mutating func finish(_ file: SourceFile) -> Tree {
    isFinished = true
    return Tree(file: file, records: records, recordCount: recordCount, children: children, texts: texts)
  }

  // MARK: Nodes

  /// Whether the next node is a mapping's key.
  var expectsKey: Bool { depth > 0 && frames[depth - 1].isMapping && !frames[depth - 1].expectsValue }

  var isInMapping: Bool { depth > 0 && frames[depth - 1].isMapping }

  /// The collection that is open.
  var innermost: (isMapping: Bool, location: SourceLocation)? {
    depth > 0 ? (frames[depth - 1].isMapping, location(Int(frames[depth - 1].index))) : nil
  }

  mutating func addScalar(
    _ kind: Node.Kind, isPlain: Bool, _ text: UnsafePointer<UInt8>, _ count: Int, line: Int, column: Int
  ) throws(Diagnostic) {
    if skippedDepth > 0 { return }
    if textCapacity - textCount < count { try growTexts(by: count, line, column) }
    memcpy(texts + textCount, text, count)
    try addRecord(kind, isPlain, line, column, start: textCount, count: count)
    textCount += count
    textSize += count
    try append(Int32(recordCount - 1))
  }

  /// Adds a scalar whose text the caller wrote at the end of the texts.
  mutating func addScalar(
    _ kind: Node.Kind, isPlain: Bool, writtenBytes: Int, line: Int, column: Int
  ) throws(Diagnostic) {
    try addRecord(kind, isPlain, line, column, start: textCount, count: writtenBytes)
    textCount += writtenBytes
    textSize += writtenBytes
    try append(Int32(recordCount - 1))
  }

  mutating func open(isMapping: Bool, line: Int, column: Int, anchor: Int = -1) throws(Diagnostic) {
    if skippedDepth > 0 || expectsKey { return try skip(line, column) }
    guard depth < limits.depth else { throw tooDeep(line, column) }
    let mergedLevels = mergedLevelsOfNext
    let index = Int32(recordCount)
    let sizeBefore = size
    let textSizeBefore = textSize
    try addRecord(isMapping ? .mapping : .sequence, false, line, column, start: 0, count: 0)
    try append(index)
    if depth == frameCapacity {
      frames = Self.grown(frames, count: depth, to: frameCapacity * 2)
      frameCapacity *= 2
    }
    (frames + depth).initialize(
      to: Frame(
        index: index, isMapping: isMapping, firstPending: pendingCount, sizeBefore: sizeBefore,
        textSizeBefore: textSizeBefore, anchor: anchor,
        parentOfChildren: mergedLevels == 1 && !isMapping ? NodeRecord.merged : index, mergedLevels: mergedLevels))
    depth += 1
  }

  /// Opens a collection that is a key, or stands in one. The key is its place, which no other key is.
  private mutating func skip(_ line: Int, _ column: Int) throws(Diagnostic) {
    guard depth + skippedDepth < limits.depth else { throw tooDeep(line, column) }
    if skippedDepth == 0 {
      let fault = error(
        .keyNotScalar, "a key must be a text, a number or the like, not a list or a mapping", line, column)
      add(fault)
      try addPlaceAsKey(line, column)
    }
    skippedDepth += 1
  }

  private mutating func addPlaceAsKey(_ line: Int, _ column: Int) throws(Diagnostic) {
    for (offset, byte) in "\(line):\(column)".utf8.enumerated() {
      if textCount + offset == textCapacity { try growTexts(by: offset + 1, line, column) }
      texts[textCount + offset] = byte
    }
    try addScalar(.string, isPlain: false, writtenBytes: "\(line):\(column)".utf8.count, line: line, column: column)
  }

  mutating func close() throws(Diagnostic) {
    if skippedDepth > 0 {
      skippedDepth -= 1
      return
    }
    depth -= 1
    let frame = frames + depth
    let index = Int(frame.pointee.index)
    let first = frame.pointee.firstPending
    if frame.pointee.hasMergeKey { try merge(index, first) }
    let count = pendingCount - first
    let pairs = count / 2
    let capacity = frame.pointee.isMapping ? KeyTable.capacity(pairs: pairs) : 0
    if childCapacity - childCount < count + capacity { try growChildren(by: count + capacity, index) }
    let start = childCount
    (children + start).update(from: pending + first, count: count)
    pendingCount = first
    childCount += count + capacity
    records[index].start = Int32(start)
    records[index].count = Int32(frame.pointee.isMapping ? pairs : count)
    if frame.pointee.isMapping {
      if capacity > 0 { try fillTable(start, pairs, capacity) } else { try compareKeys(start, pairs) }
    }
    let height = frame.pointee.height
    if frame.pointee.anchor >= 0 {
      anchors[frame.pointee.anchor].isOpen = false
      anchors[frame.pointee.anchor].size = size - frame.pointee.sizeBefore
      anchors[frame.pointee.anchor].textSize = textSize - frame.pointee.textSizeBefore
      anchors[frame.pointee.anchor].height = Int32(height)
    }
    // Of a merged mapping its children stay, of a list of such theirs.
    let dropped = frame.pointee.mergedLevels == 1 ? (frame.pointee.isMapping ? 1 : 2) : 0
    raiseHeight(below: height - dropped)
  }

  private var mergedLevelsOfNext: Int {
    guard depth > 0 else { return 0 }
    if frames[depth - 1].mergesNext { return 1 }
    return frames[depth - 1].parentOfChildren == NodeRecord.merged ? 2 : 0
  }

  /// Makes the innermost collection so high that it holds what is `height` levels high below it.
  private func raiseHeight(below height: Int) {
    if depth > 0, frames[depth - 1].height <= height { frames[depth - 1].height = height + 1 }
  }

  private mutating func addRecord(
    _ kind: Node.Kind, _ isPlain: Bool, _ line: Int, _ column: Int, start: Int, count: Int
  ) throws(Diagnostic) {
    size += 1
    if size > limits.expandedNodes { throw tooManyNodes(line, column) }
    if recordCount == recordCapacity {
      guard recordCount < Int(Int32.max) / 2 else { throw tooManyNodes(line, column) }
      records = Self.grown(records, count: recordCount, to: recordCapacity * 2)
      recordCapacity *= 2
    }
    var parent = NodeRecord.noParent
    var position = 0
    if depth > 0 {
      let frame = frames + (depth - 1)
      parent = frame.pointee.mergesNext ? NodeRecord.merged : frame.pointee.parentOfChildren
      position = pendingCount - frame.pointee.firstPending
      if frame.pointee.isMapping { position >>= 1 }
    }
    // Field by field: to make a record and move it takes calls in unoptimised builds.
    let record = records + recordCount
    record.pointee.kind = kind
    record.pointee.isPlain = isPlain
    record.pointee.line = Int32(line)
    record.pointee.column = Int32(column)
    record.pointee.parent = parent
    record.pointee.position = Int32(position)
    record.pointee.start = Int32(start)
    record.pointee.count = Int32(count)
    recordCount += 1
  }

  /// Makes a node the next child of the innermost collection.
  private mutating func append(_ index: Int32) throws(Diagnostic) {
    guard depth > 0 else { return }
    if pendingCount == pendingCapacity {
      pending = Self.grown(pending, count: pendingCount, to: pendingCapacity * 2)
      pendingCapacity *= 2
    }
    pending[pendingCount] = index
    pendingCount += 1
    let frame = frames + (depth - 1)
    if frame.pointee.isMapping {
      if frame.pointee.expectsValue {
        frame.pointee.expectsValue = false
        frame.pointee.mergesNext = false
      } else {
        frame.pointee.expectsValue = true
        if records[Int(index)].count == 2, isMergeKey(index) { noteMergeKey(index) }
      }
    }
  }

  // MARK: Keys

  private mutating func fillTable(_ start: Int, _ pairs: Int, _ capacity: Int) throws(Diagnostic) {
    let slots = children + (start + 2 * pairs)
    slots.initialize(repeating: 0, count: capacity)
    var pair = 0
    while pair < pairs {
      let key = Int(children[start + 2 * pair])
      let count = Int(records[key].count)
      var slot = KeyTable.hash(texts + Int(records[key].start), count) & (capacity - 1)
      while slots[slot] != 0 {
        let other = Int(children[start + 2 * (Int(slots[slot]) - 1)])
        if isSameKey(key, other) {
          addDuplicate(key, other)
          break
        }
        slot = (slot + 1) & (capacity - 1)
      }
      if slots[slot] == 0 { slots[slot] = Int32(pair + 1) }
      pair += 1
    }
  }

  private mutating func compareKeys(_ start: Int, _ pairs: Int) throws(Diagnostic) {
    var pair = 1
    while pair < pairs {
      let key = Int(children[start + 2 * pair])
      var earlier = 0
      while earlier < pair {
        let other = Int(children[start + 2 * earlier])
        if records[key].count == records[other].count, isSameKey(key, other) {
          addDuplicate(key, other)
          break
        }
        earlier += 1
      }
      pair += 1
    }
  }

  private func isSameKey(_ left: Int, _ right: Int) -> Bool {
    let count = records[left].count
    guard count == records[right].count else { return false }
    return KeyTable.isEqual(
      texts + Int(records[left].start), Int(count), texts + Int(records[right].start), Int(count))
  }

  mutating func addDuplicate(_ key: Int, _ first: Int) {
    // To make one takes longer than to find it.
    guard faults.count < Self.largestNumberOfFaults else { return }
    faults.append(
      Diagnostic(
        .error, .duplicateKey,
        "the key \(quoted(key)) stands twice in this mapping; remove one of the two or rename it",
        at: location(key), notes: [.init("the first \(quoted(key)) is here", at: location(first))]))
  }

  // MARK: Anchors

  /// Takes the next node for an anchor's. The result is for `open`; a scalar's is then complete.
  ///
  /// - Parameter textBytes: the size of a scalar, `nil` for a collection
  mutating func declareAnchor(_ name: String, textBytes: Int?, line: Int, column: Int) -> Int {
    if skippedDepth > 0 { return -1 }
    anchorsByName[name] = anchors.count
    anchors.append(
      Anchor(
        line: Int32(line), column: Int32(column), index: Int32(recordCount), textSize: textBytes ?? 0,
        isKey: expectsKey, isOpen: textBytes == nil))
    return anchors.count - 1
  }

  private func note(of anchor: Anchor, _ name: String) -> Diagnostic.Note {
    Diagnostic.Note(
      "the value of '&\(name)' begins here",
      at: SourceLocation(path: path, line: Int(anchor.line), column: Int(anchor.column)))
  }

  mutating func addAlias(_ name: String, line: Int, column: Int) throws(Diagnostic) {
    if skippedDepth > 0 { return }
    guard let number = anchorsByName[name] else {
      throw error(
        .unknownAlias,
        "no anchor '&\(name)' stands before this alias; write it there, or put the value in quotes if it is a text",
        line, column)
    }
    let anchor = anchors[number]
    guard !anchor.isOpen else {
      throw Diagnostic(
        .error, .recursiveAlias,
        "the alias '*\(name)' stands inside the value that it refers to; use $ref for a type that contains itself",
        at: SourceLocation(path: path, line: line, column: column), notes: [note(of: anchor, name)])
    }
    textSize += anchor.textSize
    if textSize - textCount > limits.aliasedBytes { throw tooMuchText(line, column) }
    let record = records[Int(anchor.index)]
    if expectsKey || anchor.isKey {
      guard record.kind != .sequence, record.kind != .mapping else {
        let fault = Diagnostic(
          .error, .keyNotScalar,
          "a key must be a text, a number or the like, but '*\(name)' is a list or a mapping",
          at: SourceLocation(path: path, line: line, column: column), notes: [note(of: anchor, name)])
        add(fault)
        return try addPlaceAsKey(line, column)
      }
      // A key belongs to one mapping and is no value, so this is a node of its own.
      try addRecord(
        record.kind, record.isPlain, line, column, start: Int(record.start), count: Int(record.count))
      return try append(Int32(recordCount - 1))
    }
    size += anchor.size
    if size > limits.expandedNodes { throw tooManyNodes(line, column) }
    let mergedLevels = mergedLevelsOfNext
    let height = Int(anchor.height)
    if depth + height - mergedLevels > limits.depth { throw tooDeep(line, column) }
    raiseHeight(below: height - (mergedLevels == 1 ? 1 : 0))
    if depth > 0 {
      let frame = frames + (depth - 1)
      if hasMergeKeys, !frame.pointee.mergesNext, isOutsideTree(Int(anchor.index)) {
        let position = pendingCount - frame.pointee.firstPending
        records[Int(anchor.index)].parent = frame.pointee.parentOfChildren
        records[Int(anchor.index)].position = Int32(frame.pointee.isMapping ? position / 2 : position)
      }
    }
    try append(anchor.index)
  }

  // MARK: Merge keys

  func isMergeKey(_ index: Int32) -> Bool {
    let record = records + Int(index)
    guard record.pointee.count == 2, record.pointee.isPlain else { return false }
    let text = texts + Int(record.pointee.start)
    return text[0] == UInt8(ascii: "<") && text[1] == UInt8(ascii: "<")
  }

  /// Whether the node stands in the value of a merge key, which the merge may drop.
  func isOutsideTree(_ index: Int) -> Bool {
    var parent = records[index].parent
    while parent >= 0 { parent = records[Int(parent)].parent }
    return parent == NodeRecord.merged
  }

  private mutating func noteMergeKey(_ key: Int32) {
    hasMergeKeys = true
    frames[depth - 1].mergesNext = true
    frames[depth - 1].hasMergeKey = true
    let place = location(Int(key))
    report(
      Diagnostic(
        .note, .mergeKey, "'<<' is merged as YAML 1.1 did; YAML 1.2, which AsyncAPI names, has no such key", at: place))
  }

  // MARK: Diagnostics

  /// The diagnostic is made only where it is kept.
  mutating func report(_ diagnostic: @autoclosure () -> Diagnostic) {
    if diagnostics.count < Self.largestNumberOfDiagnostics { diagnostics.append(diagnostic()) }
  }

  private mutating func add(_ fault: Diagnostic) {
    if faults.count < Self.largestNumberOfFaults { faults.append(fault) }
  }

  func location(_ index: Int) -> SourceLocation {
    SourceLocation(path: path, line: Int(records[index].line), column: Int(records[index].column))
  }

  func quoted(_ key: Int) -> String {
    let text = UnsafeBufferPointer(start: texts + Int(records[key].start), count: Int(records[key].count))
    return Excerpt.quoted(String(decoding: text, as: UTF8.self))
  }

  func error(_ code: DiagnosticCode, _ message: String, _ line: Int, _ column: Int) -> Diagnostic {
    Diagnostic(.error, code, message, at: SourceLocation(path: path, line: line, column: column))
  }

  private func tooDeep(_ line: Int, _ column: Int) -> Diagnostic {
    error(
      .tooDeep,
      "lists and mappings stand within each other more than \(limits.depth) levels deep; use $ref to flatten them",
      line, column)
  }

  private func tooManyNodes(_ line: Int, _ column: Int) -> Diagnostic {
    error(
      .tooManyNodes,
      "the file has more than \(limits.expandedNodes) values, those of aliases counted each time; use $ref or split it",
      line, column)
  }

  private func tooMuchText(_ line: Int, _ column: Int) -> Diagnostic {
    error(
      .tooManyNodes,
      "the texts that aliases repeat have more than \(limits.aliasedBytes) bytes together; use $ref or shorten them",
      line, column)
  }

  // MARK: Memory

  mutating func appendPending(_ index: Int32) {
    if pendingCount == pendingCapacity {
      pending = Self.grown(pending, count: pendingCount, to: pendingCapacity * 2)
      pendingCapacity *= 2
    }
    pending[pendingCount] = index
    pendingCount += 1
  }

  private mutating func growTexts(by count: Int, _ line: Int, _ column: Int) throws(Diagnostic) {
    let capacity = max(textCapacity * 2, textCount + count)
    guard textCount + count <= Int(Int32.max) else {
      throw error(.tooLarge, "the file's texts have more than \(Int32.max) bytes; split it", line, column)
    }
    texts = Self.grown(texts, count: textCount, to: capacity)
    textCapacity = capacity
  }

  private mutating func growChildren(by count: Int, _ index: Int) throws(Diagnostic) {
    guard childCount + count <= Int(Int32.max) else {
      throw tooManyNodes(Int(records[index].line), Int(records[index].column))
    }
    let capacity = max(childCapacity * 2, childCount + count)
    children = Self.grown(children, count: childCount, to: capacity)
    childCapacity = capacity
  }

  private static func grown<Element: BitwiseCopyable>(
    _ old: UnsafeMutablePointer<Element>, count: Int, to capacity: Int
  ) -> UnsafeMutablePointer<Element> {
    let new = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    new.update(from: old, count: count)
    old.deallocate()
    return new
  }
}

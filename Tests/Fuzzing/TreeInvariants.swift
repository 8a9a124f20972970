/// What holds of every tree that is read, and of every error.
enum TreeInvariants {
  /// So that what aliases multiply does not take all the time.
  static var limits: TreeLimits {
    var limits = TreeLimits()
    limits.expandedNodes = 5000
    limits.aliasedBytes = 100_000
    return limits
  }

  /// Reads a file. The result is `nil` if it is refused.
  @discardableResult
  static func check(_ file: SourceFile) -> Tree? {
    var found: [Diagnostic] = []
    let lines = Lines(file)
    do throws(Diagnostic) {
      let tree = try Tree.read(file, limits: limits, diagnostics: &found)
      for diagnostic in found { lines.check(diagnostic) }
      check(tree.root, lines)
      checkJSON(tree.root)
      return tree
    } catch {
      require(error.severity == .error, "a file is refused for what is no error: \(error)")
      for diagnostic in found + [error] { lines.check(diagnostic) }
      return nil
    }
  }

  private static func check(_ root: Node, _ lines: Lines) {
    require(root.parent == nil && root.pointer == "", "the root stands in something")
    var unchecked = [root]
    var seen: Set<Node> = []
    while let node = unchecked.popLast() {
      guard seen.insert(node).inserted else { continue }
      lines.check(node.location)
      require(root.value(at: node.pointer) == node, "\(node.pointer) leads elsewhere")
      require(node == root || node.parent != nil, "\(node.pointer) stands nowhere")
      require(node.text.utf8.elementsEqual(node.textBytes), "a text is not UTF-8")
      for (position, element) in node.elements.enumerated() {
        require(node[position] == element, "an element is not at its position")
        unchecked.append(element)
      }
      for (key, value) in node.pairs {
        lines.check(key.location)
        require(key.count == 0, "a key is a collection")
        require(node[key.text] == value, "a key is not found")
        unchecked.append(value)
      }
    }
  }

  private static func checkJSON(_ root: Node) {
    let text = root.json()
    var found: [Diagnostic] = []
    do throws(Diagnostic) {
      let again = try Tree.read(SourceFile(path: "again.json", bytes: Array(text.utf8)), diagnostics: &found)
      require(again.root.isEqual(to: root) || hasNotANumber(root), "the JSON is another: \(text)")
      require(again.root.json() == text, "the JSON changes: \(text)")
    } catch {
      fatalError("what is written is no JSON: \(error)\n\(text)")
    }
  }

  /// JSON has no word for it.
  private static func hasNotANumber(_ node: Node) -> Bool {
    node.double?.isNaN == true || node.elements.contains(where: hasNotANumber)
      || node.pairs.contains { hasNotANumber($0.value) }
  }
}

/// The lines of a file, for whether a place is in it.
struct Lines {
  /// The number of scalars in each.
  private var lengths: [Int] = [0]

  init(_ file: SourceFile) {
    // Of what is no text no place is known beforehand.
    guard let text = try? SourceText(file) else {
      lengths = Array(repeating: .max, count: file.bytes.count + 1)
      return
    }
    var isAfterReturn = false
    for byte in text.bytes {
      if byte == 0x0A && isAfterReturn {
        isAfterReturn = false
        continue
      }
      isAfterReturn = byte == 0x0D
      if byte == 0x0A || byte == 0x0D {
        lengths.append(0)
      } else if byte & 0xC0 != 0x80 {
        lengths[lengths.count - 1] += 1
      }
    }
  }

  func check(_ diagnostic: Diagnostic) {
    require(!diagnostic.message.isEmpty && !diagnostic.code.isEmpty, "nothing is said: \(diagnostic)")
    if let location = diagnostic.location { check(location) }
    for note in diagnostic.notes { check(note.location) }
  }

  func check(_ location: SourceLocation) {
    require((1...lengths.count).contains(location.line), "a place is outside the file: \(location)")
    let length = lengths[location.line - 1]
    require(location.column >= 1 && location.column - 1 <= length, "a place is outside its line: \(location)")
  }
}

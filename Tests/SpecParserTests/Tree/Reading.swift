import SpecParser

/// What comes of reading a text.
struct Reading {
  var tree: Tree?
  var error: Diagnostic?
  var diagnostics: [Diagnostic] = []

  init(_ text: String, path: String = "t.yaml", limits: TreeLimits = .standard) {
    self.init(bytes: Array(text.utf8), path: path, limits: limits)
  }

  init(bytes: [UInt8], path: String = "t.yaml", limits: TreeLimits = .standard) {
    do {
      tree = try Tree.read(SourceFile(path: path, bytes: bytes), limits: limits, diagnostics: &diagnostics)
    } catch {
      self.error = error
    }
  }

  var root: Node? { tree?.root }

  /// The tree with the kinds of its scalars, or the error as `line:column code`.
  var dump: String {
    if let error { return error.place }
    return root.map { $0.dump } ?? "nothing"
  }
}

extension Diagnostic {
  /// `line:column code`, then the places of the notes.
  var place: String {
    let notes = notes.map { " note \($0.location.line):\($0.location.column)" }.joined()
    return "\(location.map { "\($0.line):\($0.column)" } ?? "nowhere") \(code)\(notes)"
  }
}

extension Node {
  var dump: String {
    switch kind {
    case .sequence: "[" + elements.map { $0.dump }.joined(separator: ", ") + "]"
    case .mapping: "{" + pairs.map { "\($0.key.text): \($0.value.dump)" }.joined(separator: ", ") + "}"
    case .string: "'\(text)'"
    case .null: "null"
    default: "\(kind) \(text)"
    }
  }

  /// The node and all below it, aliases once for each place.
  var all: [Node] {
    var result = [self]
    for element in elements { result += element.all }
    for (_, value) in pairs { result += value.all }
    return result
  }
}

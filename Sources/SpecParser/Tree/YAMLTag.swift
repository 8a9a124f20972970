/// The explicit tag of a node.
struct YAMLTag {
  private let text: String
  /// The part after the prefix of YAML's own tags, `nil` for a tag of others.
  private let coreName: String?
  private let line: Int
  private let column: Int

  /// A short tag can stand for a very long one, by a prefix that is declared once, and libyaml writes out each.
  private static let longest = 1000

  init(
    _ tag: UnsafeMutablePointer<UInt8>, _ line: Int, _ column: Int, _ builder: borrowing TreeBuilder
  ) throws(Diagnostic) {
    text = String(cString: tag)
    guard text.utf8.count <= Self.longest else {
      throw builder.error(
        .yamlSyntax, "this tag, its prefix written out, has more than \(Self.longest) bytes; remove it", line, column)
    }
    let prefix = "tag:yaml.org,2002:"
    coreName = text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : nil
    self.line = line
    self.column = column
  }

  /// Checks the tag of a collection.
  func check(isMapping: Bool, _ builder: inout TreeBuilder) throws(Diagnostic) {
    guard let coreName else {
      if text != "!" { reportUnknown(text, &builder) }
      return
    }
    switch coreName {
    case isMapping ? "map" : "seq": break
    case "str", "int", "float", "bool", "null", "map", "seq":
      throw builder.error(
        .tagMismatch, "the tag '!!\(coreName)' does not fit \(isMapping ? "a mapping" : "a list"); remove it",
        line, column)
    default: reportUnknown("!!" + coreName, &builder)
    }
  }

  /// The kind that the tag gives a scalar, which would be of another without it.
  func kind(
    _ kind: Node.Kind, _ value: UnsafeMutablePointer<UInt8>, _ count: Int, _ builder: inout TreeBuilder
  ) throws(Diagnostic) -> Node.Kind {
    if text == "!" { return .string }
    guard let coreName else {
      reportUnknown(text, &builder)
      return kind
    }
    let meant = CoreSchema.kind(value, count)
    switch coreName {
    case "str": return .string
    case "int" where meant == .integer: return .integer
    case "float" where meant == .number || meant == .integer: return .number
    case "bool" where meant == .bool: return .bool
    case "null" where meant == .null: return .null
    case "int", "float", "bool", "null", "map", "seq":
      let shown = Excerpt.quoted(String(decoding: UnsafeBufferPointer(start: value, count: count), as: UTF8.self))
      throw builder.error(
        .tagMismatch, "the tag '!!\(coreName)' does not fit the value \(shown); correct one of the two", line, column)
    default:
      reportUnknown("!!" + coreName, &builder)
      return kind
    }
  }

  private func reportUnknown(_ name: String, _ builder: inout TreeBuilder) {
    let place = SourceLocation(path: builder.path, line: line, column: column)
    builder.report(
      Diagnostic(
        .warning, .unknownTag, "the tag \(Excerpt.quoted(name)) means nothing in AsyncAPI and is ignored; remove it",
        at: place))
  }
}

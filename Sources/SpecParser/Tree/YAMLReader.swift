import CLibYAML

/// Feeds a tree's builder with the events of libyaml.
enum YAMLReader {
  /// libyaml compares every `%TAG` line with all before it.
  private static let largestNumberOfDirectives = 64

  static func read(_ text: SourceText, into builder: inout TreeBuilder) throws(Diagnostic) {
    try refuseManyDirectives(text)
    // libyaml keeps the parser's address.
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    defer { parser.deallocate() }
    guard yaml_parser_initialize(parser) == 1 else { throw YAMLProblem.noMemory(text) }
    defer { yaml_parser_delete(parser) }
    let start = SourceLocation(path: text.path, line: 1, column: 1)
    let isEmpty = try text.bytes.withUnsafeBufferPointer { (bytes) throws(Diagnostic) -> Bool in
      yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
      yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
      return try read(parser, text, into: &builder)
    }
    if isEmpty {
      throw Diagnostic(.error, .emptyFile, "the file is empty, a document was expected", at: start)
    }
  }

  /// The result is whether there was no document, or one of nothing but an absent value.
  private static func read(
    _ parser: UnsafeMutablePointer<yaml_parser_t>, _ text: SourceText, into builder: inout TreeBuilder
  ) throws(Diagnostic) -> Bool {
    let event = UnsafeMutablePointer<yaml_event_t>.allocate(capacity: 1)
    event.initialize(to: yaml_event_t())
    defer { event.deallocate() }
    var firstDocument: SourceLocation?
    var isEmpty = true
    while true {
      guard yaml_parser_parse(parser, event) == 1 else { throw YAMLProblem.diagnostic(parser, text) }
      defer { yaml_event_delete(event) }
      let line = event.pointee.start_mark.line + 1
      let column = event.pointee.start_mark.column + 1
      // Plain comparisons of numbers: a switch over C's enumeration costs generic calls in unoptimised builds.
      let type = event.pointee.type.rawValue
      if type == YAML_SCALAR_EVENT.rawValue {
        let isAbsent = try addScalar(event, line, column, into: &builder)
        if !isAbsent || builder.depth > 0 { isEmpty = false }
      } else if type == YAML_MAPPING_START_EVENT.rawValue {
        let mapping = event.pointee.data.mapping_start
        let anchor = try open(true, mapping.anchor, mapping.tag, line, column, into: &builder)
        try builder.open(isMapping: true, line: line, column: column, anchor: anchor)
        isEmpty = false
      } else if type == YAML_SEQUENCE_START_EVENT.rawValue {
        let sequence = event.pointee.data.sequence_start
        let anchor = try open(false, sequence.anchor, sequence.tag, line, column, into: &builder)
        try builder.open(isMapping: false, line: line, column: column, anchor: anchor)
        isEmpty = false
      } else if type == YAML_MAPPING_END_EVENT.rawValue || type == YAML_SEQUENCE_END_EVENT.rawValue {
        try builder.close()
      } else if type == YAML_ALIAS_EVENT.rawValue {
        try builder.addAlias(string(event.pointee.data.alias.anchor), line: line, column: column)
        isEmpty = false
      } else if type == YAML_DOCUMENT_START_EVENT.rawValue {
        let place = SourceLocation(path: text.path, line: line, column: column)
        if let firstDocument {
          throw Diagnostic(
            .error, .severalDocuments,
            "a second document begins here, but a file may hold only one; move it to a file of its own",
            at: place, notes: [.init("the first document begins here", at: firstDocument)])
        }
        firstDocument = place
      } else if type == YAML_STREAM_END_EVENT.rawValue {
        return isEmpty
      }
    }
  }

  /// The result is whether nothing is written where the scalar stands.
  private static func addScalar(
    _ event: UnsafeMutablePointer<yaml_event_t>, _ line: Int, _ column: Int, into builder: inout TreeBuilder
  ) throws(Diagnostic) -> Bool {
    let scalar = event.pointee.data.scalar
    guard let text = scalar.value else { return true }
    let count = scalar.length
    let isPlain = scalar.style.rawValue == YAML_PLAIN_SCALAR_STYLE.rawValue
    var kind: Node.Kind = isPlain ? CoreSchema.kind(text, count) : .string
    if let tag = scalar.tag { kind = try self.kind(tag, kind, text, count, line, column, into: &builder) }
    if let anchor = scalar.anchor {
      // The name is kept before the node gets the index that the anchor stands for.
      _ = builder.declareAnchor(string(anchor), isScalar: true, line: line, column: column)
    }
    try builder.addScalar(kind, isPlain: isPlain, text, count, line: line, column: column)
    return isPlain && count == 0 && scalar.tag == nil && scalar.anchor == nil
  }

  /// What is common to the beginnings of collections. The result is the anchor's number, -1 for none.
  private static func open(
    _ isMapping: Bool, _ anchor: UnsafeMutablePointer<UInt8>?, _ tag: UnsafeMutablePointer<UInt8>?,
    _ line: Int, _ column: Int, into builder: inout TreeBuilder
  ) throws(Diagnostic) -> Int {
    if let tag {
      let name = string(tag)
      if let known = coreName(name), known != (isMapping ? "map" : "seq") {
        if ["str", "int", "float", "bool", "null", "map", "seq"].contains(known) {
          throw builder.error(
            .tagMismatch,
            "the tag '!!\(known)' does not fit \(isMapping ? "a mapping" : "a list"); remove it", line, column)
        }
        reportUnknownTag("!!" + known, line, column, into: &builder)
      } else if coreName(name) == nil, name != "!" {
        reportUnknownTag(name, line, column, into: &builder)
      }
    }
    guard let anchor else { return -1 }
    return builder.declareAnchor(string(anchor), isScalar: false, line: line, column: column)
  }

  /// The kind that an explicit tag gives a scalar.
  private static func kind(
    _ tag: UnsafeMutablePointer<UInt8>, _ kind: Node.Kind, _ text: UnsafeMutablePointer<UInt8>, _ count: Int,
    _ line: Int, _ column: Int, into builder: inout TreeBuilder
  ) throws(Diagnostic) -> Node.Kind {
    let name = string(tag)
    if name == "!" { return .string }
    guard let known = coreName(name) else {
      reportUnknownTag(name, line, column, into: &builder)
      return kind
    }
    let meant = CoreSchema.kind(text, count)
    switch known {
    case "str": return .string
    case "int" where meant == .integer: return .integer
    case "float" where meant == .number || meant == .integer: return .number
    case "bool" where meant == .bool: return .bool
    case "null" where meant == .null: return .null
    case "int", "float", "bool", "null", "map", "seq":
      let shown = Excerpt.quoted(String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self))
      throw builder.error(
        .tagMismatch, "the tag '!!\(known)' does not fit the value \(shown); correct one of the two",
        line, column)
    default:
      reportUnknownTag("!!" + known, line, column, into: &builder)
      return kind
    }
  }

  private static func reportUnknownTag(_ tag: String, _ line: Int, _ column: Int, into builder: inout TreeBuilder) {
    builder.report(
      Diagnostic(
        .warning, .unknownTag,
        "the tag \(Excerpt.quoted(tag)) means nothing in AsyncAPI and is ignored; remove it",
        at: SourceLocation(path: builder.path, line: line, column: column)))
  }

  private static func coreName(_ tag: String) -> String? {
    let prefix = "tag:yaml.org,2002:"
    return tag.hasPrefix(prefix) ? String(tag.dropFirst(prefix.count)) : nil
  }

  private static func string(_ text: UnsafeMutablePointer<UInt8>?) -> String {
    text.map { String(cString: $0) } ?? ""
  }

  private static func refuseManyDirectives(_ text: SourceText) throws(Diagnostic) {
    let excess = text.bytes.withUnsafeBufferPointer { bytes -> Int? in
      guard let base = bytes.baseAddress else { return nil }
      var count = 0
      var next = base
      let end = base + bytes.count
      while let found = memchr(next, Int32(UInt8(ascii: "%")), end - next) {
        let place = UnsafePointer(found.assumingMemoryBound(to: UInt8.self))
        let offset = place - base
        if offset == 0 || bytes[offset - 1] == 0x0A || bytes[offset - 1] == 0x0D {
          count += 1
          if count > largestNumberOfDirectives { return offset }
        }
        next = place + 1
      }
      return nil
    }
    guard let excess else { return }
    throw Diagnostic(
      .error, .tooManyDirectives,
      "more than \(largestNumberOfDirectives) lines begin with '%', a directive of YAML; remove those not needed",
      at: text.location(ofOffset: excess))
  }
}

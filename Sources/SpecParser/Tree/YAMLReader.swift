import CLibYAML

/// Feeds a tree's builder with the events of libyaml.
struct YAMLReader {
  private let text: SourceText
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let event: UnsafeMutablePointer<yaml_event_t>
  private let formerLineBreaks: FormerLineBreaks?
  private let hasFormerLineBreaks: Bool

  /// libyaml compares every `%TAG` line with all before it.
  private static let largestNumberOfDirectives = 64

  static func read(_ text: SourceText, into builder: inout TreeBuilder) throws(Diagnostic) {
    try refuseManyDirectives(text)
    let formerLineBreaks = try FormerLineBreaks(in: text)
    // libyaml keeps the parser's address.
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    defer { parser.deallocate() }
    guard yaml_parser_initialize(parser) == 1 else { throw YAMLProblem.noMemory(text) }
    defer { yaml_parser_delete(parser) }
    let event = UnsafeMutablePointer<yaml_event_t>.allocate(capacity: 1)
    event.initialize(to: yaml_event_t())
    defer {
      yaml_event_delete(event)
      event.deallocate()
    }
    let reader = YAMLReader(
      text: text, parser: parser, event: event, formerLineBreaks: formerLineBreaks,
      hasFormerLineBreaks: formerLineBreaks != nil)
    let bytes = formerLineBreaks?.bytes ?? text.bytes
    let isEmpty = try bytes.withUnsafeBufferPointer { (bytes) throws(Diagnostic) -> Bool in
      yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
      yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
      return try reader.readAll(into: &builder)
    }
    if isEmpty {
      throw Diagnostic(
        .error, .emptyFile, "the file is empty, a document was expected",
        at: SourceLocation(path: text.path, line: 1, column: 1))
    }
  }

  /// The result is whether there was no document, or one of nothing but an absent value.
  private func readAll(into builder: inout TreeBuilder) throws(Diagnostic) -> Bool {
    var firstDocument: SourceLocation?
    var isEmpty = true
    while true {
      yaml_event_delete(event)
      guard yaml_parser_parse(parser, event) == 1 else { throw YAMLProblem.diagnostic(parser, text) }
      let line = event.pointee.start_mark.line + 1
      let column = event.pointee.start_mark.column + 1
      // Plain comparisons of numbers: a switch over C's enumeration costs generic calls in unoptimised builds.
      let type = event.pointee.type.rawValue
      if type == YAML_SCALAR_EVENT.rawValue {
        let isAbsent = try addScalar(line, column, into: &builder)
        if !isAbsent || builder.depth > 0 { isEmpty = false }
      } else if type == YAML_MAPPING_START_EVENT.rawValue {
        let mapping = event.pointee.data.mapping_start
        if let tag = mapping.tag { try YAMLTag(tag, line, column, builder).check(isMapping: true, &builder) }
        let anchor = mapping.anchor == nil ? -1 : declareAnchor(mapping.anchor, nil, line, column, in: &builder)
        try builder.open(isMapping: true, line: line, column: column, anchor: anchor)
        isEmpty = false
      } else if type == YAML_SEQUENCE_START_EVENT.rawValue {
        let sequence = event.pointee.data.sequence_start
        if let tag = sequence.tag { try YAMLTag(tag, line, column, builder).check(isMapping: false, &builder) }
        let anchor = sequence.anchor == nil ? -1 : declareAnchor(sequence.anchor, nil, line, column, in: &builder)
        try builder.open(isMapping: false, line: line, column: column, anchor: anchor)
        isEmpty = false
      } else if type == YAML_MAPPING_END_EVENT.rawValue || type == YAML_SEQUENCE_END_EVENT.rawValue {
        try builder.close()
      } else if type == YAML_ALIAS_EVENT.rawValue {
        if let name = event.pointee.data.alias.anchor {
          try builder.addAlias(String(cString: name), line: line, column: column)
        }
        isEmpty = false
      } else if type == YAML_DOCUMENT_START_EVENT.rawValue {
        let place = SourceLocation(path: text.path, line: line, column: column)
        if let firstDocument { throw severalDocuments(place, firstDocument) }
        firstDocument = place
      } else if type == YAML_STREAM_END_EVENT.rawValue {
        return isEmpty
      }
    }
  }

  /// The result is whether nothing is written where the scalar stands.
  private func addScalar(_ line: Int, _ column: Int, into builder: inout TreeBuilder) throws(Diagnostic) -> Bool {
    let scalar = event.pointee.data.scalar
    guard let text = scalar.value else { return true }
    let count = scalar.length
    if hasFormerLineBreaks { formerLineBreaks?.restore(text, count) }
    var isPlain = scalar.style.rawValue == YAML_PLAIN_SCALAR_STYLE.rawValue
    var kind: Node.Kind = isPlain ? CoreSchema.kind(text, count) : .string
    let isAbsent = isPlain && count == 0 && scalar.tag == nil && scalar.anchor == nil
    if let tag = scalar.tag {
      kind = try YAMLTag(tag, line, column, builder).kind(kind, text, count, &builder)
      isPlain = false
    }
    // The name is kept before the node gets the index that the anchor stands for.
    if scalar.anchor != nil { _ = declareAnchor(scalar.anchor, count, line, column, in: &builder) }
    if isAbsent, parser.pointee.eof == 1, event.pointee.start_mark.index == parser.pointee.mark.index {
      // Of a file that ends within a line libyaml counts one more.
      let end = self.text.location(ofOffset: self.text.bytes.count)
      if line > end.line {
        try builder.addScalar(kind, isPlain: isPlain, text, count, line: end.line, column: end.column)
        return true
      }
    }
    try builder.addScalar(kind, isPlain: isPlain, text, count, line: line, column: column)
    return isAbsent
  }

  /// The result is the anchor's number, -1 for none.
  private func declareAnchor(
    _ name: UnsafeMutablePointer<UInt8>?, _ textBytes: Int?, _ line: Int, _ column: Int, in builder: inout TreeBuilder
  ) -> Int {
    guard let name else { return -1 }
    return builder.declareAnchor(String(cString: name), textBytes: textBytes, line: line, column: column)
  }

  private func severalDocuments(_ second: SourceLocation, _ first: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, .severalDocuments,
      "a second document begins here, but a file may hold only one; move it to a file of its own",
      at: second, notes: [.init("the first document begins here", at: first)])
  }

  private static func refuseManyDirectives(_ text: SourceText) throws(Diagnostic) {
    var count = 0
    let excess = text.bytes.withUnsafeBufferPointer { bytes in
      bytes.firstOffset(of: UInt8(ascii: "%")) { offset in
        if offset == 0 || bytes[offset - 1] == 0x0A || bytes[offset - 1] == 0x0D { count += 1 }
        return count > largestNumberOfDirectives
      }
    }
    guard let excess else { return }
    throw Diagnostic(
      .error, .tooManyDirectives,
      "more than \(largestNumberOfDirectives) lines begin with '%', a directive of YAML; remove those not needed",
      at: text.location(ofOffset: excess))
  }
}

import CLibYAML

/// Turns what libyaml says of a text that it cannot read into what is wrong there and what to do.
struct YAMLProblem {
  /// In libyaml's counting, from 0.
  struct Place {
    var line: Int
    var column: Int

    init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }

    init(_ mark: yaml_mark_t) {
      line = mark.line
      column = mark.column
    }
  }

  let text: SourceText
  let problem: String
  let place: Place
  let context: String?
  let contextPlace: Place
  let lineText: [Unicode.Scalar]
  let end: SourceLocation

  static func noMemory(_ text: SourceText) -> Diagnostic {
    Diagnostic(
      .error, .tooLarge, "there is not enough memory to read the file",
      at: SourceLocation(path: text.path, line: 1, column: 1))
  }

  static func diagnostic(_ parser: UnsafeMutablePointer<yaml_parser_t>, _ text: SourceText) -> Diagnostic {
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? "unknown problem"
    switch parser.pointee.error {
    case YAML_MEMORY_ERROR:
      return noMemory(text)
    case YAML_READER_ERROR:
      return unreadable(parser.pointee.problem_offset, problem, text)
    default:
      let place = Place(parser.pointee.problem_mark)
      return YAMLProblem(
        text: text, problem: problem, place: place,
        context: parser.pointee.context.map { String(cString: $0) }, contextPlace: Place(parser.pointee.context_mark),
        lineText: text.line(place.line), end: text.location(ofOffset: text.bytes.count)
      ).diagnostic
    }
  }

  /// libyaml has no mark for what its reader refuses, only an offset.
  private static func unreadable(_ offset: Int, _ problem: String, _ text: SourceText) -> Diagnostic {
    var offset = max(0, min(offset, text.bytes.count))
    guard problem == "control characters are not allowed", let scalar = scalar(at: offset, in: text.bytes) else {
      // The offset may be that of the byte which does not continue the character.
      if problem == "invalid trailing UTF-8 octet" {
        repeat { offset -= 1 } while offset > 0 && text.bytes[offset] & 0xC0 == 0x80
      }
      return Diagnostic(
        .error, .notUTF8, "these bytes are not UTF-8; save the file as UTF-8",
        at: text.location(ofOffset: max(0, offset)))
    }
    let location = text.location(ofOffset: offset)
    let reason =
      switch scalar.value {
      case 0: "a NUL byte; the file is binary, or UTF-16 without a byte order mark: save it as UTF-8"
      case 0xFEFF: "a byte order mark in the middle of the file; remove it"
      default:
        "the control character \(Excerpt.name(scalar)); remove it, or write it as an escape in double quotes"
      }
    return Diagnostic(.error, .controlCharacter, "here is \(reason)", at: location)
  }

  private static func scalar(at offset: Int, in bytes: [UInt8]) -> Unicode.Scalar? {
    var decoder = UTF8()
    var iterator = bytes[offset..<min(offset + 4, bytes.count)].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
    return scalar
  }

  private var diagnostic: Diagnostic {
    let explained = explanation
    let place = explained.place ?? place
    var notes: [Diagnostic.Note] = []
    if let context, contextPlace.line != place.line || contextPlace.column != place.column {
      notes.append(.init("\(context) that begins here", at: location(contextPlace)))
    }
    return Diagnostic(.error, explained.code, explained.message, at: location(place), notes: notes)
  }

  private func location(_ place: Place) -> SourceLocation {
    // At the end of the stream libyaml counts one line more than there is.
    let isPastEnd = place.line + 1 > end.line
    return isPastEnd ? end : SourceLocation(path: text.path, line: place.line + 1, column: place.column + 1)
  }

  private struct Explanation {
    var message: String
    var code = DiagnosticCode.yamlSyntax
    var place: Place?
  }

  private var explanation: Explanation {
    // libyaml skips one at the beginning of any line, and what follows is then out of line.
    if let column = lineText.firstIndex(of: "\u{FEFF}"), column < place.column {
      return Explanation(
        message: "here is a byte order mark in the middle of the file; remove it",
        code: .controlCharacter, place: Place(line: place.line, column: column))
    }
    switch problem {
    case "mapping values are not allowed in this context":
      return mappingValueNotAllowed
    case "could not find expected ':'":
      return colonMissing
    case "did not find expected key":
      return keyExpected
    case "found character that cannot start any token":
      return cannotBeginValue
    case "did not find expected node content":
      return valueExpected
    case "did not find expected '-' indicator":
      return Explanation(
        message: "expected the next '- ' item of the list; indent this line as the items are, or as the list's key is")
    case "did not find expected ',' or ']'":
      return unclosed("[", "]", "list")
    case "did not find expected ',' or '}'":
      return unclosed("{", "}", "mapping")
    case "block sequence entries are not allowed in this context":
      return Explanation(message: "a '- ' item cannot stand here; begin the list on a line of its own")
    case "mapping keys are not allowed in this context":
      return Explanation(message: "'? ' marks a key, which cannot stand here; put a text that begins with it in quotes")
    case "found unexpected end of stream", "found unexpected document indicator":
      if contextPlace.line < place.line || contextPlace.column < place.column, context?.contains("quoted") == true {
        return Explanation(message: "this quote is never closed; add the closing one", place: contextPlace)
      }
    case "found unknown escape character":
      let escape = Excerpt.shown("\\" + String(scalar(at: place.column + 1) ?? " "))
      return Explanation(
        message: "'\(escape)' is no escape of YAML; write '\\\\' for a backslash, or use single quotes")
    case "did not find expected hexdecimal number":
      return Explanation(message: "expected hexadecimal digits: two after '\\x', four after '\\u', eight after '\\U'")
    case "found invalid Unicode character escape code":
      return Explanation(
        message: "this escape is no Unicode character, half a surrogate pair for example; write the character itself")
    case "did not find expected alphabetic or numeric character":
      return Explanation(
        message: context?.contains("alias") == true
          ? "'*' begins an alias, whose name has only letters, digits, '-' and '_'; put a text that begins with it in quotes"
          : "'&' begins an anchor, whose name has only letters, digits, '-' and '_'; put a text that begins with it in quotes",
        place: contextPlace)
    case "did not find expected comment or line break" where context == "while scanning a block scalar":
      return Explanation(
        message: "after '|' or '>' only an indicator and a comment may follow; begin the text on the next line")
    case "found an indentation indicator equal to 0":
      return Explanation(message: "the number after '|' or '>' is the indentation of the text, from 1 to 9")
    case "found a tab character where an indentation space is expected",
      "found a tab character that violates indentation":
      return tab(at: place)
    case "found undefined tag handle":
      return Explanation(message: "the tag's handle is declared nowhere; put a text that begins with '!' in quotes")
    case "did not find expected <document start>":
      return Explanation(
        message: "the document ended before this line; indent the line as its first one is, or remove it")
    case "found incompatible YAML document":
      return Explanation(message: "only YAML 1.1 and 1.2 can be read; remove the '%YAML' line")
    default:
      break
    }
    if context?.hasSuffix("tag") == true {
      return Explanation(message: "this is no tag that can be read; put a text that begins with '!' in quotes")
    }
    if context?.hasSuffix("directive") == true {
      return Explanation(
        message: "a line that begins with '%' is a directive, but this one cannot be read; remove or indent the line")
    }
    return Explanation(message: "this is not YAML: \(problem)")
  }

  private func scalar(at column: Int) -> Character? {
    lineText.indices.contains(column) ? Character(lineText[column]) : nil
  }

  private var before: ArraySlice<Unicode.Scalar> { lineText.prefix(max(0, place.column)) }

  private var isFirstOfLine: Bool { before.allSatisfy { $0 == " " } }

  private var isAtEnd: Bool {
    place.line + 1 > end.line || place.line + 1 == end.line && place.column + 1 >= end.column
  }

  // MARK: The frequent ones

  private var mappingValueNotAllowed: Explanation {
    let earlier = String(String.UnicodeScalarView(before))
    let key = earlier.drop { $0 == " " || $0 == "-" || $0 == "?" }
    if let colon = key.firstRange(of: ": ") {
      let name = Excerpt.quoted(key[..<colon.lowerBound])
      return Explanation(
        message: "the value of \(name) contains ':' before a space or the line's end; put the value in quotes")
    }
    if let tab = leadingTab(of: place.line) { return self.tab(at: tab) }
    let length = key.unicodeScalars.count
    if length > Self.longestKey { return keyTooLong(Place(line: place.line, column: before.count - length)) }
    if let above = lineAbove, let colon = above.colonWithoutSpace {
      return Explanation(
        message: "expected a space after ':'", place: Place(line: above.number, column: colon))
    }
    return Explanation(
      message: "a key cannot stand here, since the line above already has a value; "
        + "indent this line as the keys beside it are, or put a text with ':' in quotes")
  }

  private var colonMissing: Explanation {
    let line = text.line(contextPlace.line)
    let content = line.dropFirst(contextPlace.column)
    if let first = content.first, first == "\"" || first == "'" {
      let quoted = content.dropFirst().prefix { $0 != first }
      if quoted.count > Self.longestKey, content.dropFirst(quoted.count + 2).first == ":" {
        return keyTooLong(contextPlace)
      }
      return Explanation(
        message: "expected ':' after this quoted text, as in 'key: value'; check that its quote is closed",
        place: contextPlace)
    }
    if let tab = leadingTab(of: contextPlace.line) { return self.tab(at: tab) }
    if content.count > Self.longestKey { return keyTooLong(contextPlace) }
    if let colon = Line(number: contextPlace.line, scalars: line).colonWithoutSpace {
      return Explanation(
        message: "expected a space after ':'", place: Place(line: contextPlace.line, column: colon))
    }
    let shown = Excerpt.quoted(String(String.UnicodeScalarView(content)))
    return Explanation(
      message: "\(shown) is neither 'key: value' nor a '- ' item; add ': ' to a key, or indent a text that goes on",
      place: contextPlace)
  }

  private static let longestKey = 1024

  private func keyTooLong(_ place: Place) -> Explanation {
    Explanation(
      message:
        "this text has more than the \(Self.longestKey) characters that a key may have; put '? ' before the key, "
        + "and ': ' with the value on the next line",
      place: place)
  }

  private var keyExpected: Explanation {
    if let tab = leadingTab(of: place.line) { return self.tab(at: tab) }
    if scalar(at: place.column) == ":" { return Explanation(message: "a key is missing before ':'") }
    if !isFirstOfLine {
      if let last = before.last(where: { $0 != " " }), last == "\"" || last == "'" {
        return Explanation(
          message: "text follows the closing quote; put all of the value in quotes, or double a quote inside '…'")
      }
      return Explanation(message: "a key was expected here; put a value with special characters in quotes")
    }
    if scalar(at: place.column) == "-" {
      return Explanation(
        message: "a '- ' item stands among the keys of a mapping; indent it under the key that the list belongs to")
    }
    var columns = "\(contextPlace.column + 1)"
    if let above = lineAbove, above.indentation > place.column { columns += " or \(above.indentation + 1)" }
    return Explanation(
      message: "this line's indentation fits no mapping above; begin the key in column \(columns), as its neighbours do"
    )
  }

  private var cannotBeginValue: Explanation {
    guard let scalar = scalar(at: place.column) else { return Explanation(message: "this is not YAML: \(problem)") }
    if scalar == "\t" { return tab(at: place) }
    return Explanation(
      message: "a text cannot begin with \(Excerpt.quoted(String(scalar))) unless it is in quotes; put it in quotes")
  }

  private var valueExpected: Explanation {
    guard let scalar = scalar(at: place.column) else {
      return Explanation(
        message: isAtEnd
          ? "the file ends where a value was expected; add it, or close the bracket that is open"
          : "a value was expected before the line ends")
    }
    if context == "while parsing a flow node" {
      return Explanation(
        message: "a value was expected before \(Excerpt.quoted(String(scalar))); "
          + "remove the extra sign, or put a text that begins with it in quotes")
    }
    return Explanation(
      message: "a value cannot begin with \(Excerpt.quoted(String(scalar))); put it in quotes")
  }

  private func unclosed(_ opening: String, _ closing: String, _ name: String) -> Explanation {
    if isAtEnd {
      return Explanation(message: "this '\(opening)' is never closed; add the '\(closing)'", place: contextPlace)
    }
    if scalar(at: place.column) == ":", place.column > Self.longestKey { return keyTooLong(place) }
    return Explanation(
      message: "expected ',' or '\(closing)', since the \(name) began with '\(opening)'; "
        + "put a text with special characters in quotes")
  }

  private func tab(at place: Place) -> Explanation {
    Explanation(
      message: "a tab cannot indent YAML; use spaces", code: .tabIndentation, place: place)
  }

  private struct Line {
    let number: Int
    let scalars: [Unicode.Scalar]

    var indentation: Int { scalars.prefix { $0 == " " }.count }

    /// Where a colon seems to end a key, but is followed by neither a space nor the slashes of a URL.
    var colonWithoutSpace: Int? {
      guard let colon = scalars.firstIndex(of: ":"), colon + 1 < scalars.count, colon > indentation else { return nil }
      return scalars[colon + 1] == "/" || scalars[colon + 1] == " " ? nil : colon
    }
  }

  /// The nearest line above the problem that is neither blank nor a comment.
  private var lineAbove: Line? {
    // Far away it would explain nothing.
    let first = max(0, place.line - 20)
    for (offset, scalars) in text.lines(first..<max(first, place.line)).enumerated().reversed() {
      let line = Line(number: first + offset, scalars: scalars)
      if let first = scalars.dropFirst(line.indentation).first, first != "#" { return line }
    }
    return nil
  }

  /// The first tab of a line's indentation.
  private func leadingTab(of line: Int) -> Place? {
    let scalars = text.line(line)
    guard let column = scalars.firstIndex(where: { $0 != " " }), scalars[column] == "\t" else { return nil }
    return Place(line: line, column: column)
  }
}

/// A document whose every text is made to break out of the Swift that is generated from it.
struct HostileDocument {
  static let path = "hostile.asyncapi.json"

  private var random: Random
  private static let pieces: [String] =
    [
      "*/", "/*", "///", "\"", "\"\"\"", "\\", "\\(fatalError())", "\\\"", "#\"", "\"#", "\\#(", "`", "```swift", "'",
      "\n", "\r", "\r\n", "\t", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}", "\n\nimport Nothing\n",
      "\n#if false\n",
      "#if", "#endif", "#sourceLocation(file: \"a\", line: 1)", "#error(\"a\")", "@available(*, unavailable)", "}", "{",
      ")",
      "\u{0}", "\u{7}", "\u{1B}[31m", "\u{7F}", "\u{202E}", "\u{2066}", "\u{2069}", "\u{200B}", "\u{200D}", "\u{FEFF}",
      "\u{AD}", "\u{E0041}", "\u{FFFF}", "\u{10FFFF}", "🎉", "👩‍👩‍👧‍👦", "🇩🇪", "é", "e\u{301}", "\u{301}", "ﬁ", "İ", "ß", "名前",
      "١",
      "$0", "$ref", "_", "__", "-", "+", ".", " ", "", "0", "-1", "1e9", "<#placeholder#>", "{{title}}", "{{{title}}}",
      "{{/types}}", "%s", "%00", "~1", "~0", "/", "#", "?", "\u{3000}", "class", "self", "Self", "Type", "Protocol",
      "init",
      "Any", "in", "await", "default", "unknown", "rawValue", "none", "payload", "headers", "options", "context",
      "engine",
      "String", "Int", "Date", "UUID", "Codable", "Sendable", "Hashable", "Message", "Messages", "Schemas", "Channels",
      "Servers", "Application", "Client", "Publisher", "Subscriber", "Handler", "Subscriptions", "Swift", "Foundation",
      "AsyncAPIRuntime", "Hostile1", "Key", "Box", "container", "decoder", "encoder", "value", "hashValue", "encode",
      "additionalProperties", "Parameters", "Payload", "Headers", "name", "contentType", "address", "pattern",
      "template", "written", "rest", "item0", "Base", "casesByRawValue", "stored", "JSONValue", "Presence", "Decimal",
      "knownKeys", "properties", "elements", "probe", "validate", "violations", "element", "schema1", "pattern1",
      "Validatable", "Constraint", "Pattern", "Validation",
    ] + [String(repeating: "long", count: 75), String(repeating: "🎉", count: 300)]

  init(seed: UInt64) {
    random = Random(seed: seed)
  }

  // MARK: Texts

  private mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }

  private mutating func piece() -> String { Self.pieces[below(Self.pieces.count)] }

  private mutating func text() -> String {
    (0...below(5)).map { _ in piece() }.joined(separator: below(2) == 0 ? " " : "")
  }

  /// Texts that differ in their scalars, though some look the same. None is a reference.
  private mutating func texts(_ count: Int) -> [String] {
    var seen: Set<[Unicode.Scalar]> = []
    return (0..<count).map { _ in below(2) == 0 ? piece() : text() }
      .filter { $0 != "$ref" && seen.insert(Array($0.unicodeScalars)).inserted }
  }

  // MARK: Objects

  private enum JSON {
    case string(String)
    case bool(Bool)
    case number(String)
    case array([JSON])
    case object([(key: String, value: JSON)])

    func write(to text: inout String) {
      switch self {
      case .string(let string): Self.write(string, to: &text)
      case .bool(let bool): text += bool ? "true" : "false"
      case .number(let number): text += number
      case .array(let elements):
        text += "["
        for (index, element) in elements.enumerated() {
          if index > 0 { text += "," }
          element.write(to: &text)
        }
        text += "]"
      case .object(let members):
        text += "{"
        for (index, member) in members.enumerated() {
          if index > 0 { text += "," }
          Self.write(member.key, to: &text)
          text += ":"
          member.value.write(to: &text)
        }
        text += "}"
      }
    }

    /// Everything but ASCII letters and digits as an escape, so that nothing happens to it before it is read.
    private static func write(_ string: String, to text: inout String) {
      text += "\""
      for unit in string.utf16 {
        if unit < 0x80, let scalar = Unicode.Scalar(unit), scalar.properties.isAlphabetic || unit == 0x20 {
          text.unicodeScalars.append(scalar)
        } else {
          let digits = String(unit, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      }
      text += "\""
    }
  }

  private static func reference(_ tokens: String...) -> JSON {
    let pointer = tokens.map { token in
      token.replacing("~", with: "~0").replacing("/", with: "~1").utf8.map { byte in
        let digits = String(byte, radix: 16)
        return "%" + (digits.count == 1 ? "0" : "") + digits
      }.joined()
    }
    return .object([("$ref", .string("#/" + pointer.joined(separator: "/")))])
  }

  private mutating func words() -> [(key: String, value: JSON)] {
    ["title", "summary", "description"].map { ($0, .string(text())) }
  }

  private mutating func schema(depth: Int) -> JSON {
    var members: [(key: String, value: JSON)] = [("title", .string(text())), ("description", .string(text()))]
    // Wishes for names are taken where they can be.
    if below(4) == 0 { members.append(("x-swift-name", .string(piece()))) }
    if below(4) == 0 { members.append(("deprecated", .bool(true))) }
    if below(6) == 0 { members.append(("default", value(depth: 2))) }
    if below(3) == 0 { members += constraints(depth: depth) }
    switch depth == 0 ? 6 + below(5) : below(11) {
    case 0, 1:
      let names = texts(6)
      members.append(("type", .string("object")))
      members.append(("properties", .object(names.map { ($0, schema(depth: depth - 1)) })))
      members.append(("required", .array(names.prefix(below(6)).map(JSON.string))))
      members.append(("additionalProperties", .bool(below(2) == 0)))
    case 2: members.append(("oneOf", .array((0...3).map { _ in schema(depth: depth - 1) })))
    case 3:
      members.append(("type", .string("array")))
      members.append(("items", schema(depth: depth - 1)))
    case 4:
      members.append(("type", .string("array")))
      members.append(("items", .array((0...below(4)).map { _ in schema(depth: depth - 1) })))
      members.append(("minItems", .number("1")))
      members.append(("additionalItems", below(2) == 0 ? .bool(below(2) == 0) : schema(depth: 0)))
    case 5:
      members.append(("allOf", .array((0...1).map { _ in schema(depth: depth - 1) })))
    case 6:
      members.append(("type", .string("string")))
      members.append(("enum", .array(texts(below(4) == 0 ? 60 : 10).map(JSON.string))))
      members.append(("x-enum-descriptions", .array(texts(10).map(JSON.string))))
      if below(4) == 0 { members.append(("x-enum-closed", .bool(true))) }
      if below(3) == 0 { members.append(("x-enum-varnames", .array(texts(10).map(JSON.string)))) }
    case 7: members.append(("enum", .array(texts(4).map(JSON.string) + [.number("1"), .number("-1.5"), .bool(true)])))
    case 8:
      members.append(("type", .array([.string(["string", "integer", "boolean"][below(3)]), .string("null")])))
      members.append(("x-presence", .bool(below(2) == 0)))
      members.append(("readOnly", .bool(true)))
    case 9: members.append(("const", .string(text())))
    default:
      members.append(("type", .string("string")))
      members.append(("format", .string(below(2) == 0 ? text() : ["date-time", "uuid", "date"][below(3)])))
    }
    return .object(members)
  }

  /// What a Swift type does not hold.
  private mutating func constraints(depth: Int) -> [(key: String, value: JSON)] {
    var constraints: [(key: String, value: JSON)] = [
      ("pattern", .string(text())), ("maxLength", .number("\(below(9))")), ("minimum", .number("-1.5")),
      ("multipleOf", .number("2")), ("maxItems", .number("5")), ("uniqueItems", .bool(true)),
      ("maxProperties", .number("3")), ("not", .object([("const", value(depth: 1))])),
      ("propertyNames", .object([("pattern", .string(text()))])),
      ("dependencies", .object(texts(2).map { ($0, .array(texts(2).map(JSON.string))) })),
    ]
    if depth > 0 { constraints.append(("contains", schema(depth: depth - 1))) }
    return constraints.filter { _ in below(2) == 0 }
  }

  /// Any JSON, as a default.
  private mutating func value(depth: Int) -> JSON {
    switch below(depth == 0 ? 3 : 5) {
    case 0: .number(["0", "-1", "1.5", "1e300", "12345678901234567890123"][below(5)])
    case 1: .bool(below(2) == 0)
    case 2: .string(text())
    case 3: .array((0..<below(4)).map { _ in value(depth: depth - 1) })
    default: .object(texts(below(4)).map { ($0, value(depth: depth - 1)) })
    }
  }

  /// A base, and what extends it.
  private mutating func hierarchy() -> [(key: String, value: JSON)] {
    let names = texts(4)
    guard let base = names.first else { return [] }
    let key = piece()
    let properties = [(key, JSON.object([("type", .string("string"))]))]
    return [
      (
        base,
        .object([
          ("type", .string("object")), ("discriminator", .string(key)), ("required", .array([.string(key)])),
          ("properties", .object(properties + texts(3).filter { $0 != key }.map { ($0, schema(depth: 0)) })),
        ])
      )
    ]
      + names.dropFirst().map { name in
        (name, .object([("allOf", .array([Self.reference("components", "schemas", base), schema(depth: 1)]))]))
      }
  }

  private mutating func message() -> JSON {
    .object(
      words() + [
        ("name", .string(text())),
        (
          "headers",
          .object([("type", .string("object")), ("properties", .object(texts(4).map { ($0, schema(depth: 0)) }))])
        ),
        ("payload", schema(depth: 2)),
      ])
  }

  private mutating func channel() -> JSON {
    let parameters = texts(3).filter { name in !name.isEmpty && !name.contains { "{}/".contains($0) } }
    let address = text().filter { !"{}?#".contains($0) } + parameters.map { "/{\($0)}" }.joined()
    return .object(
      words() + [
        ("address", .string(address)),
        (
          "parameters",
          .object(
            parameters.enumerated().map { number, name in
              let values = number == 0 ? [("enum", JSON.array(texts(6).map(JSON.string)))] : []
              return (name, .object([("description", .string(text()))] + values))
            })
        ),
        ("messages", .object(texts(3).map { ($0, message()) })),
      ])
  }

  private mutating func server() -> JSON {
    let variables = texts(2).filter { name in !name.isEmpty && !name.contains { "{}".contains($0) } }
    return .object(
      words() + [
        ("host", .string("host.example" + variables.map { ".{\($0)}" }.joined())), ("pathname", .string("/" + text())),
        ("protocol", .string(text())), ("protocolVersion", .string(text())),
        (
          "variables",
          .object(
            variables.map { name in
              let values = texts(4)
              return (
                name,
                .object([
                  ("enum", .array(values.map(JSON.string))), ("default", .string(values.first ?? "")),
                  ("description", .string(text())),
                ])
              )
            })
        ),
        (
          "security",
          .array([
            .object([
              ("type", .string("httpApiKey")), ("name", .string(text())), ("in", .string("header")),
              ("description", .string(text())),
            ])
          ])
        ),
      ])
  }

  /// The document as JSON.
  mutating func document() -> String {
    let channels = texts(5)
    let operations = texts(7)
    let family = hierarchy()
    let relatives = Set(family.map { Array($0.key.unicodeScalars) })
    let schemas =
      family
      + texts(8).filter { !relatives.contains(Array($0.unicodeScalars)) }.map { ($0, schema(depth: 3)) }
    let root = JSON.object([
      ("asyncapi", .string("3.0.0")),
      ("info", .object([("title", .string(text())), ("version", .string(text())), ("description", .string(text()))])),
      ("servers", .object(texts(3).map { ($0, server()) })),
      ("channels", .object(channels.map { ($0, channel()) })),
      (
        "operations",
        .object(
          operations.enumerated().map { number, key in
            var members = words()
            members.append(("action", .string(number.isMultiple(of: 2) ? "send" : "receive")))
            members.append(("channel", Self.reference("channels", channels[number % channels.count])))
            if number.isMultiple(of: 3) {
              members.append(
                ("reply", .object([("channel", Self.reference("channels", channels[(number + 1) % channels.count]))])))
            }
            return (key, .object(members))
          })
      ),
      ("components", .object([("schemas", .object(schemas))])),
    ])
    var text = ""
    root.write(to: &text)
    return text
  }
}

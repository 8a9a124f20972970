import SpecParser

/// Values that a schema allows, or nearly: whoever uses them has them checked.
struct MadeUpValue {
  enum Manner: CaseIterable {
    /// Only what must be there.
    case sparse
    /// Everything that is named, with values as one meets them.
    case ordinary
    /// Everything that is named, with values at the edge of what is allowed.
    case extreme
  }

  private let schemas: NodeTable<Schema>
  private let manner: Manner
  private var choices = 0
  /// Schemas hold each other in circles, and widely.
  private var remaining = 2000

  /// - Parameter choice: where to begin among the alternatives of the schema
  init(_ schemas: NodeTable<Schema>, manner: Manner, choice: Int) {
    self.schemas = schemas
    self.manner = manner
    choices = choice
  }

  private mutating func choose<Element>(_ elements: [Element]) -> Element? {
    guard !elements.isEmpty else { return nil }
    choices += 1
    return elements[(choices - 1) % elements.count]
  }

  /// - Returns: JSON text
  mutating func json(_ place: Node, depth: Int = 0) -> String {
    remaining -= 1
    let parts = conjoined(place)
    guard depth < 12, remaining > 0, !parts.isEmpty else { return "null" }
    if let const = parts.lazy.compactMap(\.const).first { return const.json() }
    if let values = parts.lazy.compactMap(\.enumeration).first, let value = choose(values) { return value.json() }
    if manner == .extreme, parts.contains(where: \.isNullable) { return "null" }
    let kinds = parts.flatMap(\.kinds)
    if manner != .extreme, let example = parts.lazy.flatMap(\.examples).first, kinds.first != .object {
      return example.json()
    }
    let alternatives = parts.map { $0.oneOf + $0.anyOf }.first { !$0.isEmpty } ?? []
    if let alternative = choose(alternatives), parts.allSatisfy(\.properties.isEmpty) {
      return json(alternative.place, depth: depth + 1)
    }
    let hasMembers = parts.contains { !$0.properties.isEmpty || !$0.required.isEmpty || $0.additionalProperties != nil }
    let kind = manner == .extreme ? kinds.last : kinds.first
    switch kind ?? (hasMembers ? .object : parts.contains { $0.items != nil } ? .array : .string) {
    case .null: return "null"
    case .boolean: return manner == .extreme ? "false" : "true"
    case .integer: return integer(parts)
    case .number: return number(parts)
    case .string: return string(parts)
    case .array: return array(parts, depth: depth)
    case .object: return object(parts, depth: depth)
    }
  }

  /// A schema and those that hold together with it.
  private func conjoined(_ place: Node) -> [Schema] {
    var found: [Schema] = []
    var seen: Set<Node> = []
    var pending = [place]
    while let next = pending.popLast(), found.count < 100 {
      guard seen.insert(next).inserted, let schema = schemas[next] else { continue }
      found.append(schema)
      pending += schema.allOf.map(\.place)
    }
    return found
  }

  // MARK: Scalars

  private func constraint(_ keyword: String, _ parts: [Schema]) -> Node? {
    parts.lazy.compactMap { $0.node[keyword] }.first
  }

  private func integer(_ parts: [Schema]) -> String {
    let least = constraint("minimum", parts)?.json()
    let most = constraint("maximum", parts)?.json()
    guard manner == .extreme else { return least ?? most ?? "7" }
    let format = parts.lazy.compactMap(\.format).first
    switch format {
    case "int32": return most ?? "-2147483648"
    case "int64": return most ?? "9223372036854775807"
    case "uint64": return most ?? "18446744073709551615"
    case "uint32": return most ?? "4294967295"
    case "int16", "uint16": return most ?? "32767"
    case "int8", "uint8": return most ?? "127"
    default: return most ?? least ?? "9007199254740993"
    }
  }

  private func number(_ parts: [Schema]) -> String {
    let least = constraint("minimum", parts)?.json()
    guard manner == .extreme else { return least ?? constraint("maximum", parts)?.json() ?? "12.5" }
    if let most = constraint("maximum", parts)?.json() { return most }
    return parts.contains { $0.format == "float" } ? "0.1" : least ?? "0.30000000000000004"
  }

  private func string(_ parts: [Schema]) -> String {
    let isExtreme = manner == .extreme
    switch parts.lazy.compactMap(\.format).first {
    case "date-time": return isExtreme ? "\"2024-02-29T23:59:59.123456789+05:30\"" : "\"2026-11-25T04:05:06Z\""
    case "date": return "\"2024-02-29\""
    case "time": return isExtreme ? "\"23:59:59.5+05:30\"" : "\"04:05:06Z\""
    case "duration": return isExtreme ? "\"PT90M\"" : "\"P1DT2H\""
    case "uuid":
      return isExtreme ? "\"0D1F9B3C-6A53-4C8E-9A0F-3F7E2B1C4D5E\"" : "\"0d1f9b3c-6a53-4c8e-9a0f-3f7e2b1c4d5e\""
    case "uri", "url": return isExtreme ? "\"urn:x-test:%C3%A9?a=b#c\"" : "\"https://example.com/a?b=c\""
    case "email": return "\"ferry@example.com\""
    case "byte", "binary", "base64": return "\"AP8QZQ==\""
    case "ipv4": return "\"192.0.2.1\""
    case "ipv6": return "\"2001:db8::1\""
    case "hostname": return "\"example.com\""
    default: break
    }
    let least = constraint("minLength", parts)?.integer ?? 0
    let text = isExtreme ? "\\u00e9\\u0000/\\\\ \\ud83c\\udf89 \\\"" : "word"
    return "\"\(text)\(String(repeating: "x", count: max(0, min(least, 1000) - 4)))\""
  }

  // MARK: Collections

  private mutating func array(_ parts: [Schema], depth: Int) -> String {
    let least = min(constraint("minItems", parts)?.integer ?? 0, 50)
    let count = manner == .sparse ? least : max(least, manner == .extreme ? 0 : 2)
    switch parts.lazy.compactMap(\.items).first {
    case .all(let items):
      return "[\((0..<count).map { _ in json(items.place, depth: depth + 1) }.joined(separator: ","))]"
    case .tuple(let items):
      return "[\(items.map { json($0.place, depth: depth + 1) }.joined(separator: ","))]"
    case nil:
      return manner == .ordinary
        ? "[1,\"two\",null,{\"three\":[4.5]}]" : "[\((0..<least).map(String.init).joined(separator: ","))]"
    }
  }

  private mutating func object(_ parts: [Schema], depth: Int) -> String {
    var members: [String] = []
    var names: Set<String> = []
    let required = Set(parts.flatMap(\.required))
    for part in parts {
      for (name, schema) in part.properties {
        guard required.contains(name) || (manner != .sparse && depth < 6), names.insert(name).inserted else { continue }
        members.append("\(Self.literal(name)):\(json(schema.place, depth: depth + 1))")
      }
    }
    for name in required.sorted() where names.insert(name).inserted { members.append("\(Self.literal(name)):\"word\"") }
    if manner != .sparse, case .schema(let values)? = parts.lazy.compactMap(\.additionalProperties).first {
      for name in ["another one", "and-another"] {
        members.append("\(Self.literal(name)):\(json(values.place, depth: depth + 1))")
      }
    }
    return "{\(members.joined(separator: ","))}"
  }

  private static func literal(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case _ where scalar.value < 0x20: "\\u00" + (scalar.value < 0x10 ? "0" : "") + String(scalar.value, radix: 16)
      default: String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }
}

import IntermediateRepresentation
import SpecParser
import Testing

@Suite struct NamingTests {
  @Test(
    "Text becomes the identifier that a Swift programmer would choose",
    arguments: [
      ("order-line", "OrderLine", "orderLine"), ("ORDER_STATE", "OrderState", "orderState"), ("ID", "ID", "id"),
      ("URLPath", "URLPath", "urlPath"), ("orderID", "OrderID", "orderID"), ("2nd", "_2nd", "_2nd"),
      ("", "Empty", "empty"),
      ("_", "Underscore", "underscore"), ("🚀", "Rocket", "rocket"), ("a🚀b", "AB", "aB"), ("住所", "住所", "住所"),
      ("e\u{301}t\u{e9}", "Été", "été"), ("$ref", "Ref", "ref"), ("-1", "Minus1", "minus1"),
    ])
  func identifiers(text: String, type: String, member: String) {
    #expect(SwiftIdentifier.make(text, .type) == type)
    #expect(SwiftIdentifier.make(text, .member) == member)
  }

  @Test(
    "No title makes a namespace that Swift or the code needs",
    arguments: [
      ("String", "StringAPI"), ("channel", "ChannelAPI"), ("self", "SelfAPI"), ("''", "API"), ("Orders", "Orders"),
      ("duration", "DurationAPI"), ("'---'", "HyphenHyphenHyphen"),
    ])
  func namespaces(title: String, namespace: String) throws {
    #expect(try Snippet("", title: title).document.namespace == namespace)
  }

  @Test(
    "However things are called in the document, no two of one scope get one name in Swift, or none at all",
    arguments: 0..<8)
  func nastyNames(seed: UInt64) throws {
    var random = Random(seed: seed)
    let pieces = [
      "a", "A", "b", "-", "_", " ", ".", "é", "e\u{301}", "1", "🚀", "住", "self", "Type", "case", "some", "value",
      "item",
      "Object", "unknown", "init", "Shop", "String", "payload", "boxed", "`", "$", "\u{200b}",
    ]
    func name() -> String {
      (0..<Int.random(in: 0...3, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }
    func names(_ count: Int) -> [String] {
      var keys: [String] = []
      var seen: Set<[Unicode.Scalar]> = []
      while keys.count < count {
        let name = name()
        if seen.insert(Array(name.unicodeScalars)).inserted { keys.append(name) }
      }
      return keys
    }
    func quoted(_ text: String) -> String {
      "\""
        + text.unicodeScalars.map {
          "\\U" + String(repeating: "0", count: 8 - String($0.value, radix: 16).count) + String($0.value, radix: 16)
        }.joined() + "\""
    }
    let objects = names(40).map { key in
      let properties = names(12).map {
        "\(quoted($0)): {type: object, properties: {\(quoted(name())): {enum: [\(names(6).map(quoted).joined(separator: ", "))]}}}"
      }
      return
        "    \(quoted(key)): {type: object, additionalProperties: true, properties: {\(properties.joined(separator: ", "))}}\n"
    }
    let snippet = try Snippet("components:\n  schemas:\n" + objects.joined())
    #expect(Set(snippet.typeNames).count == snippet.typeNames.count)
    let children = Dictionary(grouping: snippet.document.types, by: \.name.parent)
    for type in snippet.document.types {
      #expect(type.name.components.allSatisfy { SwiftIdentifier.verbatim($0) == $0 }, "\(type.name)")
      let nested = (children[type.name] ?? []).map(\.name.simpleName)
      let members: [String]
      switch type.shape {
      case .structure(let structure):
        members =
          structure.properties.map(\.name) + structure.properties.compactMap(\.boxName)
          + (structure.additionalProperties.map { [$0.name] } ?? [])
      case .enumeration(let enumeration):
        members = enumeration.cases.map(\.name) + [enumeration.unknownCase].compactMap(\.self)
      case .union(let union): members = union.members.map(\.name) + [union.unknownCase]
      case .alias: members = []
      }
      let plain = members.map(SwiftKeyword.unescaped)
      #expect(Set(plain + nested).count == plain.count + nested.count, "\(type.name): \(members) \(nested)")
      #expect(plain.allSatisfy { SwiftIdentifier.verbatim($0) == $0 }, "\(type.name): \(members)")
      #expect(members.allSatisfy { $0 == SwiftKeyword.escaped(SwiftKeyword.unescaped($0)) }, "\(type.name): \(members)")
    }
  }

  @Test("A name of hundreds of characters is cut, and stays unique")
  func longNames() throws {
    let long = String(repeating: "long", count: 100)
    let snippet = try Snippet(
      schemas: "\(long)a: {type: object, properties: {x: {}}}", "\(long)b: {type: object, properties: {x: {}}}")
    #expect(Set(snippet.typeNames).count == 2)
    #expect(snippet.document.types.allSatisfy { $0.name.simpleName.count < 210 })
  }
}

/// The same numbers in every run.
struct Random: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state >> 29) ^ (state &* 0x9E37_79B9_7F4A_7C15)
  }
}

/// Damages a document where it means something.
struct DocumentMutation {
  var value: MutableValue
  private var random: Random
  private let keys: [String]
  private let references: [String]
  private var anchors = 0

  init(_ value: MutableValue, seed: UInt64) {
    self.value = value
    random = Random(seed: seed)
    var keys: [String] = []
    var references: [String] = []
    Self.collect(value, &keys, &references)
    self.keys = keys
    self.references = references
  }

  private static func collect(_ value: MutableValue, _ keys: inout [String], _ references: inout [String]) {
    switch value {
    case .list(let elements): for element in elements { collect(element, &keys, &references) }
    case .mapping(let pairs):
      for pair in pairs {
        keys.append(pair.key)
        if pair.key == "$ref", case .string(let reference) = pair.value { references.append(reference) }
        collect(pair.value, &keys, &references)
      }
    default: break
    }
  }

  mutating func mutate() {
    for _ in 0...below(4) {
      switch below(7) {
      case 0: renameKey()
      case 1: replaceValue()
      case 2: redirectReference()
      case 3: referInstead()
      case 4: alias()
      case 5: changeChildren()
      default: copyValue()
      }
    }
  }

  private mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }

  private mutating func number() -> Int { below(value.count) }

  private mutating func changeMapping(
    where isMeant: (MutableValue.Pair) -> Bool, _ change: (inout MutableValue.Pair) -> Void
  ) {
    // The mappings near the chosen value, for many values are scalars.
    let start = number()
    let count = value.count
    for offset in 0..<min(50, count) {
      let number = (start + offset) % count
      guard case .mapping(let pairs) = value.value(number).value else { continue }
      let meant = pairs.indices.filter { isMeant(pairs[$0]) }
      guard let position = meant.randomElement(using: &random) else { continue }
      return value.change(number) { value in
        var pairs = pairs
        change(&pairs[position])
        value = .mapping(pairs)
      }
    }
  }

  private mutating func renameKey() {
    let key = below(8) == 0 ? "" : keys.randomElement(using: &random) ?? "a"
    changeMapping(where: { $0.key != key }) { $0.key = key }
  }

  private mutating func replaceValue() {
    let others: [MutableValue] = [
      .plain("null"), .plain("true"), .plain("12"), .plain("-1.5e3"), .plain(".nan"), .string(""), .string("text"),
      .string("$message.header#/a"), .string("{a}/{b"), .list([]), .mapping([]), .list([.list([]), .plain("null")]),
      .mapping([.init(key: "", value: .plain("1"))]), .plain("!!str 1"), .plain("99999999999999999999999"),
    ]
    let other = others.randomElement(using: &random) ?? .list([])
    value.change(number()) { $0 = other }
  }

  private mutating func anyReference() -> String {
    let faulty = [
      "", "#", "#/", "/", "#a", "#/%", "#/~2", "#/a%2", "nothing.yaml", "nothing.yaml#/a", "../", ".", "//a", "urn:a:b",
      "https://example.com/a.yaml", "#" + String(repeating: "/a", count: 2100),
    ]
    switch below(4) {
    case 0: return faulty.randomElement(using: &random) ?? ""
    case 1: return references.randomElement(using: &random) ?? "#/components"
    default: return "#" + value.value(number()).pointer
    }
  }

  private mutating func redirectReference() {
    let reference = anyReference()
    changeMapping(where: { $0.key == "$ref" }) { $0.value = .string(reference) }
  }

  private mutating func referInstead() {
    let reference = MutableValue.mapping([.init(key: "$ref", value: .string(anyReference()))])
    value.change(number()) { $0 = reference }
  }

  /// Has two places share one value, by an alias or by a merge.
  private mutating func alias() {
    let places = [number(), number()].sorted()
    guard places[0] > 0, places[0] != places[1] else { return }
    let anchor = anchors
    anchors += 1
    let merges = below(3) == 0
    // The later one first, so that the numbers before it stay.
    value.change(places[1]) { value in
      guard merges, case .mapping(var pairs) = value else { return value = .alias(anchor) }
      pairs.append(.init(key: "<<", value: .alias(anchor)))
      value = .mapping(pairs)
    }
    value.change(places[0]) { value in
      if case .anchored = value { return }
      value = .anchored(anchor, value)
    }
  }

  private mutating func changeChildren() {
    let position = below(100)
    let change = below(3)
    value.change(number()) { value in
      switch value {
      case .list(var elements) where !elements.isEmpty:
        Self.change(&elements, at: position % elements.count, change)
        value = .list(elements)
      case .mapping(var pairs) where !pairs.isEmpty:
        Self.change(&pairs, at: position % pairs.count, change == 1 ? 2 : change)
        value = .mapping(pairs)
      default: break
      }
    }
  }

  private static func change<Element>(_ elements: inout [Element], at position: Int, _ change: Int) {
    switch change {
    case 0: elements.remove(at: position)
    case 1: elements.insert(elements[position], at: 0)
    default: elements.swapAt(position, 0)
    }
  }

  private mutating func copyValue() {
    let copy = value.value(number()).value
    // What is as large as the document makes it grow beyond measure.
    guard copy.count < 200 else { return }
    value.change(number()) { $0 = copy }
  }
}

import SpecParser

/// The names of one scope: unique, and the same whenever the same things are named.
struct NameScope {
  private var taken: Set<String>
  private var overridden: [String: NameOverride] = [:]
  private let reserved: Set<String>
  /// What is put behind a name that the scope cannot have.
  private let suffix: String

  /// - Parameters:
  ///   - reserved: names that Swift, the runtime or the generated code need
  ///   - suffix: what a reserved name gets, such as `Schema` in `TypeSchema`
  init(reserved: Set<String>, suffix: String) {
    self.reserved = reserved
    self.taken = reserved
    self.suffix = suffix
  }

  /// Names several things at once, so that their order does not matter.
  ///
  /// A text that is already the identifier keeps it; those that would come to the same identifier are told apart by
  /// their own spelling.
  ///
  /// - Parameter places: where the things are, for overrides by pointer
  mutating func assign(
    _ texts: [String], _ style: SwiftIdentifier.Style, at places: [Node] = [], overrides: NameOverrides? = nil
  ) -> [String: String] {
    var names: [String: String] = [:]
    if let overrides {
      for (index, text) in texts.enumerated() {
        let place = index < places.count ? places[index] : nil
        names[text] = overrides.name(for: text, at: place).flatMap { claim($0, overrides) }
      }
    }
    var wishes: [String: [String]] = [:]
    for text in Set(texts) where names[text] == nil {
      wishes[SwiftIdentifier.make(text, style), default: []].append(text)
    }
    // Those that are alone come first, so that nobody's fallback takes their name.
    for (identifier, group) in wishes.sorted(by: { ($0.value.count, $0.key) < ($1.value.count, $1.key) }) {
      for text in group.sorted(by: { ($0 == identifier ? 0 : 1, $0) < ($1 == identifier ? 0 : 1, $1) }) {
        names[text] = claim([identifier] + Self.alternatives(for: text, style))
      }
    }
    return names
  }

  /// Takes the user's name; `nil` if another override has it.
  mutating func claim(_ override: NameOverride, _ overrides: NameOverrides) -> String? {
    if let other = overridden[override.name] {
      if other != override { overrides.reportConflict(override, with: other) }
      return nil
    }
    overridden[override.name] = override
    taken.insert(override.name)
    return SwiftKeyword.escaped(override.name)
  }

  /// Names one thing: the first candidate that is free, or the last with a number.
  mutating func claim(_ candidates: [String]) -> String {
    for candidate in candidates.flatMap({ reserved.contains($0) ? [$0 + suffix] : [$0] })
    where !taken.contains(candidate) {
      taken.insert(candidate)
      return SwiftKeyword.escaped(candidate)
    }
    let last = candidates.last ?? suffix
    var number = 2
    while taken.contains("\(last)\(number)") { number += 1 }
    taken.insert("\(last)\(number)")
    return "\(last)\(number)"
  }

  private static func alternatives(for text: String, _ style: SwiftIdentifier.Style) -> [String] {
    let spelled = SwiftIdentifier.spellingSymbols(text, style)
    return [SwiftIdentifier.verbatim(text), spelled, "\(spelled)_"].compactMap(\.self)
  }
}

extension NameScope {
  /// A scope of types. Generated code uses the reserved names unqualified in it.
  ///
  /// - Parameter own: what the code around the types needs besides
  static func types(namespace: String, and own: Set<String> = [], suffix: String = "Type") -> Self {
    var reserved: Set<String> = [
      "Any", "Bool", "Box", "CaseIterable", "Codable", "Decoder", "Double", "Encoder", "Float", "Hashable", "Int",
      "Int16", "Int32", "Int64", "Int8", "Key", "Optional", "Protocol", "RawRepresentable", "Self", "Sendable", "Set",
      "String", "Type", "UInt16", "UInt32", "UInt64", "UInt8", "AsyncAPIRuntime", "Swift", namespace,
    ]
    reserved.formUnion(own)
    reserved.formUnion(TypeReference.Builtin.allCases.map(\.rawValue))
    return NameScope(reserved: reserved, suffix: suffix)
  }

  /// The properties of a struct.
  static func properties() -> Self {
    NameScope(reserved: ["self", "Type", "Protocol", "hashValue", "init"], suffix: "Value")
  }

  /// The cases of an enum.
  static func cases() -> Self {
    NameScope(
      reserved: ["self", "Type", "Protocol", "hashValue", "rawValue", "allCases", "init", "none", "some"],
      suffix: "Value")
  }
}

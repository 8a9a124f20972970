import SpecParser

/// The names of one scope: unique, and the same whenever the same things are named.
struct NameScope {
  private var taken: Set<String>
  private var overridden: [String: NameOverride] = [:]
  private var nextNumbers: [String: Int] = [:]
  private let reserved: Set<String>
  /// What is put behind a name that the scope cannot have.
  private let suffix: String

  private static let maximumLength = 200

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
  /// their own spelling, and those that are spelled alike by numbers.
  ///
  /// - Parameter places: where the things are, for overrides by pointer
  /// - Returns: a name for each text
  mutating func assign(
    _ texts: [String], _ style: SwiftIdentifier.Style, at places: [Node?] = [], overrides: NameOverrides? = nil
  ) -> [String] {
    var names: [String?] = Array(repeating: nil, count: texts.count)
    if let overrides {
      for (index, text) in texts.enumerated() {
        let place = index < places.count ? places[index] : nil
        names[index] = overrides.name(for: text, at: place, style).flatMap { claim($0, overrides) }
      }
    }
    var wishes: [String: [Int]] = [:]
    for index in texts.indices where names[index] == nil {
      wishes[SwiftIdentifier.make(texts[index], style), default: []].append(index)
    }
    // Those that are alone come first, so that nobody's fallback takes their name.
    for (identifier, group) in wishes.sorted(by: { ($0.value.count, $0.key) < ($1.value.count, $1.key) }) {
      for index in group.sorted(by: {
        (texts[$0] == identifier ? 0 : 1, texts[$0]) < (texts[$1] == identifier ? 0 : 1, texts[$1])
      }) {
        let name = claim([identifier] + Self.alternatives(for: texts[index], style))
        names[index] = name
        if let overrides, index < places.count, let place = places[index],
          SwiftKeyword.unescaped(name) != identifier.prefix(Self.maximumLength)
        {
          overrides.reportFallback(texts[index], called: name, insteadOf: identifier, at: place)
        }
      }
    }
    return zip(names, texts).map { $0 ?? $1 }
  }

  /// Takes the user's name; `nil` if the scope cannot have it, which is reported.
  mutating func claim(_ override: NameOverride, _ overrides: NameOverrides) -> String? {
    if let other = overridden[override.name] {
      if other != override { overrides.reportConflict(override, with: other) }
      return nil
    }
    if taken.contains(override.name) {
      overrides.reportTaken(override, isReserved: reserved.contains(override.name))
      return nil
    }
    overridden[override.name] = override
    taken.insert(override.name)
    return SwiftKeyword.escaped(override.name)
  }

  /// Names one thing: the first candidate that is free, or the last with a number.
  mutating func claim(_ candidates: [String]) -> String {
    let candidates = candidates.map { reserved.contains($0) ? $0 + suffix : String($0.prefix(Self.maximumLength)) }
    for candidate in candidates where taken.insert(candidate).inserted { return SwiftKeyword.escaped(candidate) }
    let last = candidates.last ?? suffix
    var number = nextNumbers[last] ?? 2
    while !taken.insert("\(last)\(number)").inserted { number += 1 }
    nextNumbers[last] = number + 1
    return "\(last)\(number)"
  }

  /// Keeps names free that something else in the same place has.
  mutating func reserve(_ names: [String]) {
    for name in names { taken.insert(SwiftKeyword.unescaped(name)) }
  }

  private static func alternatives(for text: String, _ style: SwiftIdentifier.Style) -> [String] {
    let spelled = SwiftIdentifier.spellingSymbols(text, style)
    let verbatim = SwiftIdentifier.verbatim(text).map {
      style == .type ? $0.prefix(1).uppercased() + $0.dropFirst() : $0
    }
    return [verbatim, spelled, "\(spelled)_"].compactMap(\.self)
  }
}

extension NameScope {
  /// A scope of types. Generated code uses the reserved names unqualified in it.
  static func types(namespace: String, reserved: Set<String> = ReservedNames.payloadTypes, suffix: String = "Type")
    -> Self
  {
    NameScope(reserved: reserved.union([namespace]), suffix: suffix)
  }

  /// The properties of a struct.
  static func properties(namespace: String) -> Self {
    NameScope(reserved: ReservedNames.properties.union([namespace]), suffix: "Value")
  }

  /// The cases of an enum.
  static func cases(namespace: String, and own: Set<String> = []) -> Self {
    NameScope(reserved: ReservedNames.cases.union(own).union([namespace]), suffix: "Value")
  }

  /// The parameters of a channel's address or of a server.
  static func parameters(namespace: String, suffix: String) -> Self {
    NameScope(reserved: ReservedNames.parameters.union([namespace]), suffix: suffix)
  }
}

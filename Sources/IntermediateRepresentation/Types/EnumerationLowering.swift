extension Enumeration {
  /// Names the values. One that is listed twice counts once.
  init(
    _ rawType: RawType, _ values: [EnumerationValue], isClosed: Bool = false, namespace: String,
    overrides: NameOverrides? = nil
  ) {
    var seen: Set<Literal> = []
    let values = values.filter { seen.insert($0.value).inserted }
    var scope = NameScope.cases(namespace: namespace)
    let names = scope.assign(values.map(\.nameInDocument), .member, at: values.map(\.node), overrides: overrides)
    // A value of several kinds has no literal of which Swift makes a raw value.
    let isOpen = !isClosed || rawType == .json
    self.init(
      rawType: rawType,
      cases: zip(values, names).map {
        Case(name: $1, value: $0.value, documentation: Documentation.lines($0.description))
      },
      unknownCase: isOpen ? scope.claim(["unknown", "unrecognized", "unknownValue"]) : nil,
      usesTable: isOpen && values.count > Self.mostCasesInSwitch)
  }

  /// A switch over more strings compiles and runs slower than a table.
  private static let mostCasesInSwitch = 40
}

extension EnumerationValue {
  fileprivate var nameInDocument: String {
    if let name { return name }
    switch value {
    case .string(let text): return text.first?.isNumber == true ? "value \(text)" : text
    case .bool: return value.text
    case .integer(let integer): return integer < 0 ? "negative \(integer.magnitude)" : "value \(integer)"
    case .number(let number):
      let text = Literal.number(number.magnitude).text.replacing(".", with: " point ")
      return (number < 0 ? "negative " : "value ") + text
    }
  }
}

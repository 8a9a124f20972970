extension Enumeration {
  /// Names the values. One that is listed twice counts once.
  init(_ rawType: RawType, _ values: [EnumerationValue], namespace: String) {
    var seen: Set<Literal> = []
    let values = values.filter { seen.insert($0.value).inserted }
    var scope = NameScope.cases(namespace: namespace)
    let names = scope.assign(values.map(\.nameInDocument), .member)
    self.init(
      rawType: rawType, cases: zip(values, names).map { Case(name: $1, value: $0.value) },
      unknownCase: scope.claim(["unknown", "unrecognized", "unknownValue"]))
  }
}

extension EnumerationValue {
  fileprivate var nameInDocument: String {
    if let name { return name }
    guard case .integer(let integer) = value else { return value.text }
    return integer < 0 ? "negative \(integer.magnitude)" : "value \(integer)"
  }
}

/// What properties are stored as, where that is not simply themselves.
extension Structure {
  mutating func chooseStorage(_ table: TypeTable) {
    for index in properties.indices {
      let property = properties[index]
      if layout == .object {
        properties[index].isKeptAsWritten = table.isWrittenAsText(property.type) && property.mayBeKept
      }
      if property.isDeprecated, property.boxName == nil {
        properties[index].storageName = storageName(for: property.name, prefix: "stored")
      }
    }
    if properties.contains(where: \.remembersForm) { writtenName = free("written", orLongerBy: "Forms") }
  }

  /// A name for what keeps the value of a property.
  func storageName(for property: String, prefix: String) -> String {
    let name = SwiftKeyword.unescaped(property)
    return free("\(prefix)\(name.prefix(1).uppercased())\(name.dropFirst())", orLongerBy: "Storage")
  }

  private func free(_ name: String, orLongerBy suffix: String) -> String {
    let taken = Set(
      properties.flatMap { [$0.name, $0.boxName, $0.storageName].compactMap(\.self) }
        + [additionalProperties?.name, additionalItems?.name].compactMap(\.self))
    var name = name
    while taken.contains(name) { name += suffix }
    return name
  }
}

extension Property {
  /// Where absence and null mean different things the value is decoded plainly.
  fileprivate var mayBeKept: Bool { presence != .distinct && boxName == nil && defaultValue == nil }

  /// Whether something of how the value was written is remembered.
  fileprivate var remembersForm: Bool {
    isKeptAsWritten || presence == .optionalNullable || (presence == .optional && defaultValue != nil)
  }
}

extension TypeTable {
  /// Whether values are texts of which several mean the same: points in time, UUIDs, and lists and maps of them.
  fileprivate func isWrittenAsText(_ type: TypeReference) -> Bool {
    switch end(of: type) {
    case .builtin(.date), .builtin(.uuid): true
    case .array(let element), .dictionary(let element): [.builtin(.date), .builtin(.uuid)].contains(end(of: element))
    default: false
    }
  }
}

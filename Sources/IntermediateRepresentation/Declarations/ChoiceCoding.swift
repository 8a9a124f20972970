// In JSON each of these is an object with one key, which says what the value is: `{"literal": "orders/"}`.

extension KeyedDecodingContainer {
  func onlyKey() throws -> Key {
    guard let key = allKeys.first, allKeys.count == 1 else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: codingPath, debugDescription: "Expected an object with one key."))
    }
    return key
  }
}

extension TypeDeclaration.Shape: Codable {
  private enum CodingKeys: CodingKey { case structure, enumeration, union, alias }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let key = try container.onlyKey()
    self =
      switch key {
      case .structure: .structure(try container.decode(Structure.self, forKey: key))
      case .enumeration: .enumeration(try container.decode(Enumeration.self, forKey: key))
      case .union: .union(try container.decode(Union.self, forKey: key))
      case .alias: .alias(try container.decode(TypeReference.self, forKey: key))
      }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .structure(let structure): try container.encode(structure, forKey: .structure)
    case .enumeration(let enumeration): try container.encode(enumeration, forKey: .enumeration)
    case .union(let union): try container.encode(union, forKey: .union)
    case .alias(let type): try container.encode(type, forKey: .alias)
    }
  }
}

extension Literal: Codable {
  private enum CodingKeys: CodingKey { case string, integer, number, bool }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let key = try container.onlyKey()
    self =
      switch key {
      case .string: .string(try container.decode(String.self, forKey: key))
      case .integer: .integer(try container.decode(Int.self, forKey: key))
      case .number: .number(try container.decode(Double.self, forKey: key))
      case .bool: .bool(try container.decode(Bool.self, forKey: key))
      }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .string(let value): try container.encode(value, forKey: .string)
    case .integer(let value): try container.encode(value, forKey: .integer)
    case .number(let value): try container.encode(value, forKey: .number)
    case .bool(let value): try container.encode(value, forKey: .bool)
    }
  }
}

extension AddressPart: Codable {
  private enum CodingKeys: CodingKey { case literal, parameter }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let key = try container.onlyKey()
    let text = try container.decode(String.self, forKey: key)
    self =
      switch key {
      case .literal: .literal(text)
      case .parameter: .parameter(text)
      }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .literal(let text): try container.encode(text, forKey: .literal)
    case .parameter(let key): try container.encode(key, forKey: .parameter)
    }
  }
}

extension DefaultValue: Codable {
  private enum CodingKeys: CodingKey { case null, literal, enumerationCase, unlisted, array, dictionary, structure }

  private struct Unlisted: Codable {
    var caseName: String
    var value: Literal
  }

  private struct Arguments: Codable {
    var type: TypeName
    var arguments: [Member]
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let key = try container.onlyKey()
    switch key {
    case .null: self = .null
    case .literal: self = .literal(try container.decode(Literal.self, forKey: key))
    case .enumerationCase: self = .enumerationCase(try container.decode(String.self, forKey: key))
    case .unlisted:
      let unlisted = try container.decode(Unlisted.self, forKey: key)
      self = .unlisted(caseName: unlisted.caseName, unlisted.value)
    case .array: self = .array(try container.decode([DefaultValue].self, forKey: key))
    case .dictionary: self = .dictionary(try container.decode([Member].self, forKey: key))
    case .structure:
      let structure = try container.decode(Arguments.self, forKey: key)
      self = .structure(structure.type, structure.arguments)
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .null: try container.encode(true, forKey: .null)
    case .literal(let literal): try container.encode(literal, forKey: .literal)
    case .enumerationCase(let name): try container.encode(name, forKey: .enumerationCase)
    case .unlisted(let name, let value): try container.encode(Unlisted(caseName: name, value: value), forKey: .unlisted)
    case .array(let elements): try container.encode(elements, forKey: .array)
    case .dictionary(let members): try container.encode(members, forKey: .dictionary)
    case .structure(let type, let members):
      try container.encode(Arguments(type: type, arguments: members), forKey: .structure)
    }
  }
}

/// The Swift types of strings with a `format`.
enum StringFormat {
  static func builtin(for format: String?) -> TypeReference.Builtin {
    switch format {
    case "date-time": .date
    case "date": .localDate
    case "duration": .duration
    case "uuid": .uuid
    case "byte", "binary": .bytes
    default: .string
    }
  }
}

/// The Swift types of numbers with a `format`.
enum NumberFormat {
  static func integer(for format: String?) -> TypeReference.Builtin {
    switch format {
    case "int8": .int8
    case "int16": .int16
    case "int32": .int32
    case "int64", "long": .int64
    case "uint8": .uint8
    case "uint16": .uint16
    case "uint32": .uint32
    case "uint64": .uint64
    default: .int
    }
  }

  static func number(for format: String?) -> TypeReference.Builtin {
    format == "float" ? .float : .double
  }

  static func isNumeric(_ format: String) -> Bool {
    ["int8", "int16", "int32", "int64", "long", "uint8", "uint16", "uint32", "uint64", "float", "double", "decimal"]
      .contains(format)
  }
}

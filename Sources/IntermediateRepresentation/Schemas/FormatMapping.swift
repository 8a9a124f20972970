/// The Swift types of values with a `format`: the one place where formats are known.
enum FormatMapping {
  /// The type of a value of one kind.
  ///
  /// - Parameter kind: string, integer or number
  static func builtin(for format: String?, of kind: SchemaKind) -> TypeReference.Builtin {
    let known = format.flatMap { table[$0] }.flatMap { $0.kinds.contains(kind) ? $0.builtin : nil }
    return known ?? kind.usual
  }

  /// The kinds that have types by format.
  enum SchemaKind {
    case string
    case integer
    case number

    fileprivate var usual: TypeReference.Builtin {
      switch self {
      case .string: .string
      case .integer: .int
      case .number: .double
      }
    }
  }

  /// Whether the format alone says that a value is a number.
  static func isNumeric(_ format: String) -> Bool { table[format].map { !$0.kinds.contains(.string) } ?? false }

  private static let table: [String: (builtin: TypeReference.Builtin, kinds: Set<SchemaKind>)] = [
    "date-time": (.date, [.string]), "date": (.localDate, [.string]), "duration": (.duration, [.string]),
    "uuid": (.uuid, [.string]), "byte": (.bytes, [.string]), "binary": (.bytes, [.string]),
    "int8": (.int8, [.integer]), "int16": (.int16, [.integer]), "int32": (.int32, [.integer]),
    "int64": (.int64, [.integer]), "long": (.int64, [.integer]), "uint8": (.uint8, [.integer]),
    "uint16": (.uint16, [.integer]), "uint32": (.uint32, [.integer]), "uint64": (.uint64, [.integer]),
    "float": (.float, [.number]), "double": (.double, [.number]), "decimal": (.decimal, [.number]),
  ]
}

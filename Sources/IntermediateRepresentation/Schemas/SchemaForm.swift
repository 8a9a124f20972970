import SpecParser

/// What kind of Swift type a schema becomes.
enum SchemaForm {
  case builtin(TypeReference.Builtin)
  /// A type of the user's.
  case external(ExternalType)
  case structure
  case tuple(Tuple)
  case enumeration(Enumeration.RawType, values: [EnumerationValue], isClosed: Bool)
  case union([UnionMember])
  /// An array whose elements all these schemas describe; without any, of anything.
  case list([SchemaReference])
  /// A dictionary whose values all these schemas describe; without any, of anything.
  case map([SchemaReference])
  /// The same as another schema.
  case alias(SchemaReference)

  /// Whether a type of its own is declared for it.
  var isNominal: Bool {
    switch self {
    case .structure, .tuple, .enumeration, .union: true
    case .builtin, .external, .list, .map, .alias: false
    }
  }
}

struct EnumerationValue {
  var value: Literal
  /// Where the document lists it.
  var node: Node?
  /// From `x-enum-varnames`.
  var name: String?
  var description: String?
}

/// A member of a `oneOf`, an `anyOf` or a list of types.
enum UnionMember {
  case schema(SchemaReference, SchemaConjunction)
  case kind(Schema.Kind)
  /// The schema itself, where its members are those that extend it.
  case own(SchemaConjunction)
}

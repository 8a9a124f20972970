/// What an object is: what a reference to it may be used for.
enum ObjectKind: Sendable {
  case object(ObjectSpecification)
  case variant(VariantSpecification)
  case schema
  case bindings(BindingPlace)
}

extension ObjectKind {
  /// As the specification calls it, such as `Channel Object`.
  var name: String {
    switch self {
    case .object(let object): object.name
    case .variant(let variant): variant.name
    case .schema: "Schema Object"
    case .bindings(let place): "\(place.rawValue.prefix(1).uppercased())\(place.rawValue.dropFirst()) Bindings Object"
    }
  }

  /// With `a` or `an` before it.
  var nameWithArticle: String { "\("AEIO".contains(name.prefix(1)) ? "an" : "a") \(name)" }

  var isBindings: Bool {
    if case .bindings = self { true } else { false }
  }

  /// Whether nothing that is generated depends on it.
  var isInformative: Bool {
    switch self {
    case .object(let object): object.isInformative
    case .bindings: true
    case .variant, .schema: false
    }
  }
}

extension ObjectKind: Hashable {
  private enum Identity: Hashable {
    case specification(ObjectIdentifier)
    case schema
    case bindings(BindingPlace)
  }

  private var identity: Identity {
    switch self {
    case .object(let object): .specification(ObjectIdentifier(object))
    case .variant(let variant): .specification(ObjectIdentifier(variant))
    case .schema: .schema
    case .bindings(let place): .bindings(place)
    }
  }

  static func == (left: Self, right: Self) -> Bool { left.identity == right.identity }

  func hash(into hasher: inout Hasher) { hasher.combine(identity) }
}

extension Shape {
  /// The kind of object that a value of this shape is.
  var kind: ObjectKind? {
    switch self {
    case .object(let object), .referable(let object, _): .object(object)
    case .variant(let variant): .variant(variant)
    case .messageOrAlternatives: .object(.message2)
    case .schema, .formattedSchema: .schema
    case .bindings(let place): .bindings(place)
    case .nullable(let shape): shape.kind
    default: nil
    }
  }

  /// The shape of what stands in a value of this shape under a name; `nil` where that may be anything.
  func part(_ name: String) -> Shape? {
    switch self {
    case .object(let object), .referable(let object, _): object.fields[name]?.shape
    case .messageOrAlternatives:
      name == "oneOf" ? .list(.messageOrAlternatives) : ObjectSpecification.message2.fields[name]?.shape
    case .map(let value, _): value
    case .list(let element, _): element
    case .nullable(let shape): shape.part(name)
    default: nil
    }
  }
}

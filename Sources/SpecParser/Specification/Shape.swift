/// What no two elements of a list may share.
package enum Uniqueness: Sendable {
  /// The text of a scalar, or where a reference leads.
  case text
  /// The text of a field.
  case field(String, code: DiagnosticCode)
}

/// What a value must be.
package indirect enum Shape: Sendable {
  case any
  case string
  case text(TextForm)
  /// A string of at least and at most so many characters.
  case shortString(ClosedRange<Int>)
  /// One of these texts. Those that are tolerated are not offered to anybody.
  case choice([String], tolerated: [String] = [])
  case bool
  case integer(ClosedRange<Int>)
  case number
  case positiveNumber
  case list(Shape, unique: Uniqueness? = nil)
  case map(Shape, keys: KeyForm = .any)
  /// An object that must be written in place.
  case object(ObjectSpecification)
  /// An object for which a Reference Object may stand, since the minor version.
  case referable(ObjectSpecification, since: Int = 0)
  /// A Reference Object that leads to such an object, and never the object itself.
  case reference(to: ObjectSpecification)
  /// An object whose fields depend on the text of one of them.
  case variant(VariantSpecification)
  /// A message of 2.x, or the `oneOf` of several.
  case messageOrAlternatives
  /// A Schema Object that stands outside of messages and components.
  case schema
  /// A Schema Object in a binding.
  case bindingSchema(BindingSchema)
  /// A payload, headers or a schema of the components, which may be of other formats, and is read with its messages.
  case formattedSchema
  /// The objects of the protocols at this kind of place (Bindings Objects).
  case bindings(BindingPlace)
  /// Any of these. What is wrong is said of the one that is most like the value.
  case either([Shape])
  /// As before, or null.
  case nullable(Shape)

  static let anyInteger = Shape.integer(.min ... .max)
  static let naturalNumber = Shape.integer(0 ... .max)
}

extension Shape {
  /// Whether code is the same without the value, so that one of a wrong kind can be passed over.
  var isInformative: Bool {
    switch self {
    case .string, .text, .shortString, .choice, .bool, .integer, .number, .positiveNumber, .bindings: true
    case .list(let element, _): element.isObject && element.isInformative
    case .map(let value, _): value.isObject && value.isInformative
    case .object(let object), .referable(let object, _): object.isInformative
    case .nullable(let shape): shape.isInformative
    case .any, .reference, .variant, .messageOrAlternatives, .schema, .bindingSchema, .formattedSchema, .either: false
    }
  }

  private var isObject: Bool {
    switch self {
    case .object, .referable, .bindings: true
    default: false
    }
  }
}

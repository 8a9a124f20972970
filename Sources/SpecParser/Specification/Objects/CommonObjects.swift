/// Objects that stand in many others.
extension ObjectSpecification {
  /// External Documentation Object.
  static let externalDocumentation = ObjectSpecification(
    "External Documentation Object", ["description": .optional(.string), "url": .required(.text(.uri))],
    isInformative: true)

  /// Tag Object of 2.x, where no part of it is a reference.
  static let tag2 = ObjectSpecification(
    "Tag Object",
    [
      "name": .required(.string), "description": .optional(.string),
      "externalDocs": .optional(.object(.externalDocumentation)),
    ], isInformative: true)

  /// Tag Object of 3.x.
  static let tag3 = ObjectSpecification(
    "Tag Object",
    [
      "name": .required(.string), "description": .optional(.string),
      "externalDocs": .optional(.referable(.externalDocumentation)),
    ], isInformative: true)

  /// Correlation ID Object.
  static let correlationID = ObjectSpecification(
    "Correlation ID Object",
    ["description": .optional(.string), "location": .required(.text(.runtimeExpression))])
}

extension Shape {
  static let tags2 = Shape.list(.object(.tag2), unique: .field("name", code: .duplicateTag))
  static let tags3 = Shape.list(.referable(.tag3), unique: .field("name", code: .duplicateTag))
}

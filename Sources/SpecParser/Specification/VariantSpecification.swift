/// The forms of an object, by the text of one of its fields.
package final class VariantSpecification: Sendable {
  let name: String
  package let field: String
  package let variants: [String: ObjectSpecification]
  /// The minor versions with which variants came that were not there from the beginning.
  let since: [String: Int]
  /// What is checked where nothing says which variant is meant.
  package let unknown: ObjectSpecification

  init(_ name: String, by field: String, _ variants: [String: ObjectSpecification], since: [String: Int] = [:]) {
    self.name = name
    self.field = field
    self.variants = variants
    self.since = since
    unknown = ObjectSpecification(name, [field: .essential(.string)], others: .any)
  }
}

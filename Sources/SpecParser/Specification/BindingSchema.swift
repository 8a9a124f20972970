/// What a Schema Object in a binding describes.
package enum BindingSchema: Sendable {
  /// A value.
  case value
  /// A text. Kafka's first version said that it is the text itself, and showed a schema.
  case text
  /// Values by their names, such as headers.
  case object
  /// A value of which a schema of Avro may speak instead.
  case valueOrAvro
}

import SpecParser

/// An array whose elements have types by their positions.
struct Tuple {
  var elements: [SchemaReference]
  /// What follows them.
  var rest: Schema.Additional?
  var minimumCount: Int
}

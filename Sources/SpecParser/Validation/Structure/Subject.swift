/// What a diagnostic speaks of: a field, or an element of one.
struct Subject {
  let field: String
  let isElement: Bool

  init(_ field: String, isElement: Bool = false) {
    self.field = field
    self.isElement = isElement
  }

  var element: Self { Self(field, isElement: true) }
}

extension Subject: CustomStringConvertible {
  var description: String { isElement ? "each element of '\(field)'" : "'\(field)'" }
}

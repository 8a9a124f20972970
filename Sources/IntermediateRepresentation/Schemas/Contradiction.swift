import SpecParser

/// Two schemas that hold for one value, and that none fulfils.
struct Contradiction {
  var first: Node
  var second: Node
  var message: String

  static func ofValues(_ first: Node, _ second: Node) -> Self {
    Self(first: first, second: second, message: "what one of these allows the other does not")
  }
}

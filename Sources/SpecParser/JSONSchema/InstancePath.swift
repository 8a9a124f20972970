/// The way from the value that is checked as a whole to the one that is looked at.
struct InstancePath {
  private enum Step {
    case property(Node)
    case element(Int)
    /// The name of a property, as opposed to its value.
    case name(Node)
  }

  private var steps: [Step] = []

  mutating func enter(property key: Node) { steps.append(.property(key)) }
  mutating func enter(name key: Node) { steps.append(.name(key)) }
  mutating func enter(element position: Int) { steps.append(.element(position)) }
  mutating func leave() { steps.removeLast() }

  /// What a sentence about the value begins with: the nearest property, and the elements within it.
  var subject: String {
    var positions = ""
    for step in steps.reversed() {
      switch step {
      case .element(let position): positions = "[\(position)]" + positions
      case .property(let key): return "'\(Excerpt.shown(key.beginning))\(positions)'"
      case .name(let key): return "the name \(Excerpt.quoted(key.beginning))"
      }
    }
    return positions.isEmpty ? "the value" : "'\(positions)'"
  }
}

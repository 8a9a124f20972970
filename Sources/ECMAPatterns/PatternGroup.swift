/// A group that captures. How many there are decides what `\2` means, wherever it stands.
struct PatternGroup {
  var name: String?

  /// The groups of a pattern, whether or not the rest of it is well-formed.
  static func all(in scalars: [Unicode.Scalar]) -> [PatternGroup] {
    var groups: [PatternGroup] = []
    var isInClass = false
    var position = 0
    while position < scalars.count {
      switch scalars[position] {
      case "\\": position += 1
      case "[": isInClass = true
      case "]": isInClass = false
      case "(" where !isInClass:
        if let group = group(in: scalars, after: position + 1) { groups.append(group) }
      default: break
      }
      position += 1
    }
    return groups
  }

  private static func group(in scalars: [Unicode.Scalar], after start: Int) -> PatternGroup? {
    func isNext(_ scalar: Unicode.Scalar, _ position: Int) -> Bool {
      position < scalars.count && scalars[position] == scalar
    }
    guard isNext("?", start) else { return PatternGroup() }
    guard isNext("<", start + 1), !isNext("=", start + 2), !isNext("!", start + 2) else { return nil }
    var name = ""
    var position = start + 2
    while position < scalars.count, scalars[position] != ">" {
      name.unicodeScalars.append(scalars[position])
      position += 1
    }
    return PatternGroup(name: name)
  }
}

/// What stands after the `(` of a group.
enum GroupKind {
  case plain
  case capture(number: Int)
  case modified(adding: String, removing: String)
  case look(PatternTerm.Look)
}

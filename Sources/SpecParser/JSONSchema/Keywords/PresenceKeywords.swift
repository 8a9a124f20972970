/// `required`, `dependencies`, `minProperties` and `maxProperties`.
extension SchemaEvaluator {
  mutating func checkRequired(_ value: Node, _ instance: Instance) -> Verdict {
    checkNames(value, .required, instance, where: "")
  }

  mutating func checkDependencies(_ value: Node, _ instance: Instance) -> Verdict {
    var verdict = Verdict.valid
    for (key, dependency) in value.pairs {
      if isFinal(verdict) { break }
      guard property(key, of: instance.node) != nil else { continue }
      if dependency.kind == .sequence {
        let condition = " where there is \(Excerpt.quoted(key.beginning))"
        verdict.add(checkNames(dependency, .dependencies, instance, where: condition))
      } else {
        verdict.add(evaluate(instance, against: dependency))
      }
    }
    return verdict
  }

  private mutating func checkNames(
    _ names: Node, _ keyword: SchemaKeyword, _ instance: Instance, where condition: String
  ) -> Verdict {
    var verdict = Verdict.valid
    for name in names.elements {
      if isFinal(verdict) { break }
      guard property(name, of: instance.node) == nil, name.kind == .string else { continue }
      verdict.add(
        report(keyword, name, instance.node, "needs the property \(Excerpt.quoted(name.beginning))\(condition); add it")
      )
    }
    return verdict
  }

  mutating func checkPropertyCount(_ keyword: SchemaKeyword, _ value: Node, _ instance: Instance) -> Verdict {
    guard let limit = number(value)?.count else { return .valid }
    return checkCount(keyword, value, limit, instance.node.count, instance, .property)
  }
}

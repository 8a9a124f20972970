/// Checks that references lead to the kind of object that is expected in their place.
///
/// One that does not is reported where it stands, and means nothing from then on: what is written where it leads is
/// right there, and nothing is said of its fields.
extension StructureCheck {
  /// What a node means where an object of a kind is expected, or `nil` once the fault has been reported.
  func resolve(_ node: Node, as kind: ObjectKind) -> Node? {
    guard let target = resolver.resolve(node) else { return nil }
    guard target != node, let found = otherKind(of: target, than: kind) else { return target }
    let site = reference(in: node, leadingTo: target, kind)
    if kind == .schema, case .object = found {
      // A Schema Object may have any field, so that this one allows any value.
      report(.doubtfulReference, found, at: site, target, expected: kind)
      return target
    }
    report(kind.isInformative ? .wrongValue : .referenceToOtherKind, found, at: site, target, expected: kind)
    resolver.reject(node)
    return nil
  }

  /// Whether an object is of a kind, or what a reference to it stands for.
  struct KindQuestion: Hashable {
    var target: Node
    var expected: ObjectKind
  }

  /// What stands where a reference leads.
  enum FoundKind {
    case object(ObjectKind)
    case value(Node.Kind)
  }

  private func otherKind(of target: Node, than expected: ObjectKind) -> FoundKind? {
    // Almost every reference leads to a schema, and almost every schema looks like one.
    if expected == .schema, isPlainSchema(target) { return nil }
    let question = KindQuestion(target: target, expected: expected)
    if let known = kindsFound[question] { return known }
    let found = kind(of: target, unless: expected)
    kindsFound[question] = .some(found)
    return found
  }

  private func isPlainSchema(_ target: Node) -> Bool { target["type"] != nil || target["properties"] != nil }

  /// The kind of a target, unless it can be what is expected.
  private func kind(of target: Node, unless expected: ObjectKind) -> FoundKind? {
    let kindByPlace = kind(atPlaceOf: target)
    if kindByPlace == expected { return nil }
    guard target.kind == .mapping else {
      return target.kind == .null || expected == .schema && target.bool != nil ? nil : .value(target.kind)
    }
    // What is empty looks like any object, and bindings look the same at every place: there the place decides.
    let hasLooks = target.count > 0 && !(kindByPlace?.isBindings ?? false)
    if kindByPlace == nil || hasLooks, fits(target, expected) { return nil }
    if let kindByPlace { return .object(kindByPlace) }
    // A misspelt field is no sign of another kind, but one that only another kind has.
    return referable.kinds.first { $0 != expected && fits(target, $0) && hasField(target, of: $0, beside: expected) }
      .map(FoundKind.object)
  }

  // MARK: By the place

  /// The kind that the specification gives to what stands there.
  private func kind(atPlaceOf node: Node) -> ObjectKind? {
    let tokens = JSONPointer.tokens(node.pointer)
    if tokens.isEmpty, node.tree.root["asyncapi"] == nil { return nil }
    var shape: Shape? = .object(referable.document)
    for token in tokens {
      guard let part = shape?.part(JSONPointer.unescaped(token) ?? String(token)) else { return nil }
      shape = part
    }
    return shape?.kind
  }

  private var referable: ReferableKinds { version.major == 2 ? .version2 : .version3 }

  // MARK: By the fields

  /// Whether a mapping can be an object of the kind, by the names of its fields.
  private func fits(_ node: Node, _ kind: ObjectKind) -> Bool {
    switch kind {
    case .object(let object):
      object.neededFields.allSatisfy { node[$0] != nil }
        && node.pairs.allSatisfy { key, _ in isField(key, of: object) || Self.isExtension(key.text) }
    case .variant(let variant): node[variant.field].map { variant.variants[$0.text] != nil } ?? false
    case .schema: node.count == 0 || node.pairs.contains { key, _ in SchemaDialect.isTelling(key.text) }
    case .bindings: node.pairs.allSatisfy { key, _ in isProtocol(key) || Self.isExtension(key.text) }
    }
  }

  private func hasField(_ node: Node, of kind: ObjectKind, beside expected: ObjectKind) -> Bool {
    node.pairs.contains { key, _ in isField(key, of: kind) && !isField(key, of: expected) }
  }

  private func isField(_ key: Node, of kind: ObjectKind) -> Bool {
    switch kind {
    case .object(let object): isField(key, of: object)
    case .variant: true
    case .schema: SchemaDialect.isKeyword(key.text)
    case .bindings: isProtocol(key)
    }
  }

  private func isField(_ key: Node, of object: ObjectSpecification) -> Bool {
    object.others != nil || object.fields[key.text] != nil
      || object === ObjectSpecification.message2 && key.text == "oneOf"
  }

  private func isProtocol(_ key: Node) -> Bool { ProtocolBindings.known[key.text] != nil }

  // MARK: Messages

  /// The reference that is at fault: the first of a chain that leaves the places of what is expected, or the last.
  private func reference(in node: Node, leadingTo target: Node, _ expected: ObjectKind) -> Node {
    var path: [KindQuestion] = []
    var link = KindQuestion(target: node, expected: expected)
    while referencesAtFault[link] == nil {
      path.append(link)
      guard let next = resolver.firstTarget(of: link.target), next != target,
        kind(atPlaceOf: next).map({ $0 == expected }) ?? true
      else { break }
      link.target = next
    }
    let reference = referencesAtFault[link] ?? ReferenceResolver.reference(of: link.target) ?? link.target
    for link in path { referencesAtFault[link] = reference }
    return reference
  }

  private func report(
    _ code: DiagnosticCode, _ found: FoundKind, at reference: Node, _ target: Node, expected: ObjectKind
  ) {
    let foundName =
      switch found {
      case .object(let kind): kind.nameWithArticle
      case .value: target.kindInWords
      }
    report(
      code,
      "\(Excerpt.quoted(reference.text)) leads to \(foundName), where \(expected.nameWithArticle) is expected; \(advice(reference, found, target, expected))",
      at: reference, notes: [.init("\(foundName) is here", at: target.location)])
  }

  private func advice(_ reference: Node, _ found: FoundKind, _ target: Node, _ expected: ObjectKind) -> String {
    if case .object(let kind) = found, let part = part(of: kind, target, expected, reference) {
      let start = reference.text.contains("#") ? reference.text : "\(reference.text)#"
      return "did you mean \(Excerpt.quoted("\(start)\(part)")), which stands in it?"
    }
    guard let section = referable.sections[expected] else { return "refer to \(expected.nameWithArticle)" }
    let namesake = "\(section)/\(JSONPointer.escaped(target.ownKey))"
    if target.tree.root.value(at: namesake) != nil {
      let file = reference.text.prefix { $0 != "#" }
      return "did you mean \(Excerpt.quoted("\(file)#\(namesake)"))?"
    }
    return "refer to one such as '#\(section)/…'"
  }

  /// Where in an object of another kind there is one of the kind that is expected.
  private func part(of kind: ObjectKind, _ target: Node, _ expected: ObjectKind, _ reference: Node) -> String? {
    guard case .object(let object) = kind else { return nil }
    for name in object.fields.keys.sorted() {
      guard let value = target[name], let shape = object.fields[name]?.shape else { continue }
      if shape.kind == expected, value["$ref"] != reference { return "/\(JSONPointer.escaped(name))" }
      if shape.part("")?.kind == expected, let first = value.pairs.first?.key {
        return "/\(JSONPointer.escaped(name))/\(JSONPointer.escaped(first.text))"
      }
    }
    return nil
  }
}

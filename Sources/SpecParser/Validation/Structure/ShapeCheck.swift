import ECMAPatterns

/// Compares a value with the shape that it must have.
extension StructureCheck {
  func check(_ node: Node, as shape: Shape, _ subject: Subject, isEssential: Bool = false) {
    switch shape {
    case .any, .formattedSchema: break
    case .nullable(let shape):
      if node.kind != .null { check(node, as: shape, subject, isEssential: isEssential) }
    case .string: _ = text(node, subject, isEssential: isEssential)
    case .text(let form): check(node, as: form, subject, isEssential: isEssential)
    case .shortString(let lengths): check(node, lengths: lengths, subject)
    case .choice(let choices, let tolerated):
      if !tolerated.contains(node.text) { check(node, choices: choices, subject) }
    case .bool: expect([.bool], node, "true or false", subject)
    case .number: expect([.integer, .number], node, "a number", subject)
    case .positiveNumber: checkPositive(node, subject)
    case .integer(let range): check(node, within: range, subject)
    case .list(let element, let unique): check(node, listOf: element, unique: unique, subject)
    case .map(let value, let keys): check(node, mapOf: value, keys, subject)
    case .object(let object):
      if let node = unreferenced(node, subject, as: .object(object)) { check(node, as: object) }
    case .referable(let object, let since):
      let kind = ObjectKind.object(object)
      let target = since > version.minor ? unreferenced(node, subject, as: kind) : resolve(node, as: kind)
      if let target { check(target, as: object) }
    case .reference(let object): _ = resolve(node, as: .object(object))
    case .variant(let variant):
      if !reportSecurityRequirement(node, subject), let node = resolve(node, as: .variant(variant)) {
        check(node, as: variant)
      }
    case .messageOrAlternatives:
      guard let node = resolve(node, as: .object(.message2)) else { return }
      checkAlternatives(node)
      check(node, as: node["oneOf"] != nil && node["payload"] == nil ? .messageAlternatives2 : .message2)
    case .schema: schemas.append(node)
    case .bindingSchema(let schema): check(node, as: schema, subject)
    case .bindings(let place):
      checkReference(toBindings: node)
      if let node = resolve(node, as: .bindings(place)) { checkBindings(node, of: place) }
    case .either(let shapes):
      if let fitting = shapes.first(where: { $0.admits(node) }) ?? shapes.last { check(node, as: fitting, subject) }
    }
  }

  /// Says that there are no messages. Where code is generated, that is said of the operation.
  private func checkAlternatives(_ node: Node) {
    guard report.purpose == .validation, let list = node["oneOf"], list.kind == .sequence, list.count == 0 else {
      return
    }
    report(
      .operationWithoutMessages, "'oneOf' lists no messages, so that nothing is generated for the operation; add one",
      at: list)
  }

  // MARK: Scalars

  /// The text of a value that must be a string.
  private func text(_ node: Node, _ subject: Subject, isEssential: Bool = false) -> String? {
    switch node.kind {
    case .string: return node.text
    case .null: reportEmpty(node, subject, "a string")
    case .bool, .integer, .number:
      report(
        .wrongValue,
        "\(subject) must be a string, but \(Excerpt.shown(node.text)) is \(node.kindInWords); put it in quotes",
        at: node)
    case .sequence, .mapping:
      report(
        isEssential || subject.isElement ? wrongKind : .wrongValue,
        "\(subject) must be a string, found \(node.kindInWords)", at: node)
    }
    return nil
  }

  private func check(_ node: Node, as form: TextForm, _ subject: Subject, isEssential: Bool) {
    if form == .runtimeExpression {
      guard RuntimeExpression(node) == nil else { return }
      let found = node.kind == .string ? Excerpt.quoted(node.text) : node.kindInWords
      report(
        .invalidRuntimeExpression,
        "\(subject) must be a runtime expression such as '$message.header#/correlationId' or '$message.payload#/id', found \(found)",
        at: node)
      return
    }
    guard let text = text(node, subject, isEssential: isEssential) else { return }
    if form == .pattern { return checkPattern(text, node, subject) }
    if form.admits(text) { return }
    report(
      .invalidFormat, "\(subject) must be \(form.example), found \(Excerpt.quoted(text))", at: node)
  }

  func checkPattern(_ text: String, _ node: Node, _ subject: Subject) {
    do throws(ECMAPattern.Fault) {
      _ = try ECMAPattern(text)
    } catch {
      report(.invalidPattern, "\(subject) \(Excerpt.quoted(text)) \(Excerpt.visible(error.description))", at: node)
    }
  }

  private func check(_ node: Node, lengths: ClosedRange<Int>, _ subject: Subject) {
    guard let text = text(node, subject) else { return }
    let length = text.unicodeScalars.count
    guard !lengths.contains(length) else { return }
    let expected =
      lengths.lowerBound > 0 ? "\(lengths.lowerBound) to \(lengths.upperBound)" : "at most \(lengths.upperBound)"
    report(.wrongValue, "\(subject) must have \(expected) characters, but has \(length)", at: node)
  }

  private func check(_ node: Node, choices: [String], _ subject: Subject) {
    guard let text = text(node, subject), !choices.contains(text) else { return }
    let listed = choices.map { "'\($0)'" }.joined(separator: ", ")
    let advice = report.suggestion(for: text, among: choices).map { "; \($0)" } ?? ""
    report(
      .wrongValue, "\(subject) must be one of \(listed), not \(Excerpt.quoted(text))\(advice)", at: node)
  }

  private func check(_ node: Node, within range: ClosedRange<Int>, _ subject: Subject) {
    // A number without a fraction is an integer in JSON Schema, however it is written.
    let isWhole = node.kind == .integer || node.kind == .number && node.double.map { $0 == $0.rounded() } ?? false
    guard isWhole else {
      if node.kind == .number {
        return report(.wrongValue, "\(subject) must be a whole number, but is \(Excerpt.shown(node.text))", at: node)
      }
      expect([.integer], node, "a whole number", subject)
      return
    }
    guard let value = node.integer ?? node.double.flatMap(Int.init(exactly:)) else { return }
    guard !range.contains(value) else { return }
    let expected =
      switch (range.lowerBound, range.upperBound) {
      case (let lowest, .max): "at least \(lowest)"
      case (.min, let highest): "at most \(highest)"
      case (let lowest, let highest): "from \(lowest) to \(highest)"
      }
    report(.wrongValue, "\(subject) must be \(expected), but is \(value)", at: node)
  }

  private func checkPositive(_ node: Node, _ subject: Subject) {
    guard let number = node.double else { return expect([.integer, .number], node, "a number", subject) }
    if number <= 0 { report(.wrongValue, "\(subject) must be more than 0, but is \(node.text)", at: node) }
  }

  private func expect(_ kinds: Set<Node.Kind>, _ node: Node, _ expected: String, _ subject: Subject) {
    if kinds.contains(node.kind) { return }
    if node.kind == .null { return reportEmpty(node, subject, expected) }
    report(.wrongValue, "\(subject) must be \(expected), found \(node.kindInWords)", at: node)
  }

  private func reportEmpty(_ node: Node, _ subject: Subject, _ expected: String) {
    report(.wrongValue, "\(subject) is empty; expected \(expected), or leave it out", at: node)
  }

  // MARK: Collections

  private func check(_ node: Node, listOf element: Shape, unique: Uniqueness?, _ subject: Subject) {
    guard let node = collection(.sequence, node, Shape.list(element), "a list", subject) else { return }
    for value in node.elements { check(value, as: element, subject.element) }
    if let unique { reportRepetitions(of: unique, in: node, subject) }
  }

  private func check(_ node: Node, mapOf value: Shape, _ keys: KeyForm, _ subject: Subject) {
    guard let node = collection(.mapping, node, Shape.map(value), "a mapping", subject) else { return }
    for (key, entry) in node.pairs {
      let name = key.text
      if let fault = keys.fault(of: name) {
        report(.invalidKey, "\(Excerpt.quoted(name)) is no name for an entry of \(subject): \(fault)", at: key)
      }
      check(entry, as: value, Subject(name))
    }
  }

  private func collection(
    _ kind: Node.Kind, _ node: Node, _ shape: Shape, _ expected: String, _ subject: Subject
  ) -> Node? {
    guard let node = unreferenced(node, subject) else { return nil }
    if node.kind == kind { return node }
    if node.kind == .null {
      reportEmpty(node, subject, expected)
    } else {
      report(
        shape.isInformative ? .wrongValue : wrongKind, "\(subject) must be \(expected), found \(node.kindInWords)",
        at: node)
    }
    return nil
  }

  private func reportRepetitions(of unique: Uniqueness, in list: Node, _ subject: Subject) {
    var places: [String: Node] = [:]
    for element in list.elements {
      let place: Node?
      let code: DiagnosticCode
      switch unique {
      case .text: (place, code) = (element["$ref"] ?? element, .wrongValue)
      case .field(let name, let ownCode): (place, code) = (resolver.resolve(element)?[name], ownCode)
      }
      guard let place, !place.text.isEmpty, let other = places.updateValue(place, forKey: place.text) else { continue }
      report(
        code, "\(Excerpt.quoted(place.text)) stands twice in \(subject); remove one", at: place,
        notes: [.init("the other one is here", at: other.location)])
    }
  }

  // MARK: Objects

  /// A part that must not be given by a reference. One is reported, and followed all the same.
  private func unreferenced(_ node: Node, _ subject: Subject, as kind: ObjectKind? = nil) -> Node? {
    guard let reference = ReferenceResolver.reference(of: node) else { return node }
    report(
      .referenceNotAllowed, "\(subject) must not be a reference; write it here, and refer to others from within it",
      at: reference)
    return kind.map { resolve(node, as: $0) } ?? resolver.resolve(node)
  }

  private func check(_ node: Node, as variant: VariantSpecification) {
    guard node.kind == .mapping, let field = node[variant.field], field.kind == .string else {
      check(node, as: variant.unknown)
      return
    }
    let type = field.text
    let known = variant.variants.keys.filter { variant.since[$0, default: 0] <= version.minor }.sorted()
    if let since = variant.since[type], since > version.minor {
      report(
        .fieldOfLaterVersion,
        "the \(variant.field) '\(type)' of a \(variant.name) came with AsyncAPI \(version.major).\(since), and this document is \(version); raise 'asyncapi', or choose one of \(known.joined(separator: ", "))",
        at: field)
      return
    }
    guard let object = variant.variants[type] else {
      let listed = known.joined(separator: ", ")
      report(
        .wrongValue, "\(Excerpt.quoted(type)) is no '\(variant.field)' of a \(variant.name); expected one of \(listed)",
        at: field)
      return
    }
    check(node, as: object)
  }
}

extension Shape {
  /// Whether a value is of the kind that the shape wants.
  fileprivate func admits(_ node: Node) -> Bool {
    switch self {
    case .any: true
    case .string, .text, .shortString, .choice: node.kind == .string
    case .bool: node.kind == .bool
    case .integer: node.kind == .integer
    case .number, .positiveNumber: node.kind == .integer || node.kind == .number
    case .list: node.kind == .sequence
    case .schema, .bindingSchema, .formattedSchema: node.kind == .mapping || node.kind == .bool
    case .nullable(let shape): node.kind == .null || shape.admits(node)
    case .map, .object, .referable, .reference, .variant, .messageOrAlternatives, .bindings: node.kind == .mapping
    case .either(let shapes): shapes.contains { $0.admits(node) }
    }
  }
}

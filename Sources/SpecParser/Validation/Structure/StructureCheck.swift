/// Compares what is written with what the specification says of each object: names, kinds and forms of its fields.
///
/// What the readers take from a document is checked here, so that they can pass over what is not as it should be.
/// Each object is looked at once, however many references lead to it.
final class StructureCheck {
  let resolver: ReferenceResolver
  let report: Report
  let version: SpecificationVersion
  /// Where Schema Objects stand of which no message and no component knows.
  var schemas: [Node] = []
  /// What a value of another kind is reported as, other than of what is informative anyway.
  var wrongKind = DiagnosticCode.wrongType
  /// What was found where references lead that are to lead to objects of a kind, `nil` for what fits.
  var kindsFound: [KindQuestion: FoundKind?] = [:]
  /// The references of chains that lead to other kinds.
  var referencesAtFault: [KindQuestion: Node] = [:]
  var checkedBindings: [BindingPlace: Set<Node>] = [:]
  private var checked: Set<Checked> = []

  private struct Checked: Hashable {
    var node: Node
    var object: ObjectIdentifier
  }

  init(resolver: ReferenceResolver, report: Report, version: SpecificationVersion) {
    self.resolver = resolver
    self.report = report
    self.version = version
  }

  /// Whether a node has not been looked at as this object yet. It has been from then on.
  func isFirst(_ node: Node, as object: ObjectSpecification) -> Bool {
    checked.insert(Checked(node: node, object: ObjectIdentifier(object))).inserted
  }

  /// Checks an object that stands in place.
  func check(_ node: Node, as object: ObjectSpecification) {
    guard isFirst(node, as: object) else { return }
    guard node.kind == .mapping else {
      let code: DiagnosticCode = object.isInformative || node.kind == .null ? .wrongValue : wrongKind
      report(code, "expected a mapping with the fields of the \(object.name), found \(node.kindInWords)", at: node)
      return
    }
    let outerWrongKind = wrongKind
    if object.isInformative { wrongKind = .wrongValue }
    defer { wrongKind = outerWrongKind }
    var needed = object.neededFields
    for (key, value) in node.pairs {
      let name = key.text
      guard let field = object.fields[name] else {
        if let form = object.fieldsOfOtherVersion[name] {
          let saidMissing = report(form, key, of: object, in: node)
          needed.removeAll { $0 == saidMissing }
        } else {
          checkOther(key, value, of: object)
        }
        continue
      }
      if field.need != .optional {
        // What is empty counts as missing, and is said once.
        if value.kind == .null { continue }
        needed.removeAll { $0 == name }
      }
      checkVersion(of: field, key, in: object)
      check(value, as: field.shape, Subject(name), isEssential: field.need == .essential)
    }
    for name in needed { reportMissing(name, in: object, at: node) }
    for relation in object.relations { check(relation, of: node, as: object) }
  }

  private func checkOther(_ key: Node, _ value: Node, of object: ObjectSpecification) {
    let name = key.text
    if Self.isExtension(name) { return }
    if let shape = object.others {
      check(value, as: shape, Subject(name))
      return
    }
    let advice =
      report.suggestion(for: name, among: object.fields.keys.sorted()) ?? "remove it, or begin its name with 'x-'"
    report(.unknownField, "the \(object.name) has no field \(Excerpt.quoted(name)); \(advice)", at: key)
  }

  /// Specification Extensions: `^x-[\w\d\.\-_]+$`.
  static func isExtension(_ name: String) -> Bool {
    name.hasPrefix("x-") && name.utf8.count > 2 && name.utf8.allSatisfy(KeyForm.isComponentCharacter)
  }

  private func checkVersion(of field: FieldSpecification, _ key: Node, in object: ObjectSpecification) {
    guard field.since > version.minor else { return }
    report(
      .fieldOfLaterVersion,
      "'\(key.text)' of the \(object.name) came with AsyncAPI \(version.major).\(field.since), and this document is \(version); raise 'asyncapi', or remove the field",
      at: key)
  }

  private func reportMissing(_ name: String, in object: ObjectSpecification, at node: Node) {
    let isEssential = object.fields[name].map { $0.need == .essential } ?? false
    report(
      isEssential ? .missingField : .missingInformation, "the \(object.name) needs the field '\(name)'; add it",
      at: node)
  }

  private func check(_ relation: FieldRelation, of node: Node, as object: ObjectSpecification) {
    switch relation {
    case .anyOf(let names):
      guard !names.contains(where: { node[$0] != nil }) else { return }
      let listed = names.map { "'\($0)'" }.joined(separator: " or ")
      report(.missingInformation, "the \(object.name) needs \(listed); add one of them", at: node)
    case .atMostOne(let names):
      let written = names.filter { node[$0] != nil }
      let keys = node.pairs.map(\.key)
      guard written.count > 1, let last = keys.last(where: { written.contains($0.text) }) else { return }
      let listed = written.map { "'\($0)'" }.joined(separator: " and ")
      report(.unknownField, "the \(object.name) has \(listed), which exclude each other; remove one", at: last)
    case .when(let field, let text, let defaultText, let needs, let excludes):
      guard (node[field]?.text ?? defaultText) == text else { return }
      for name in needs where node[name] == nil {
        report(
          .missingInformation, "the \(object.name) needs the field '\(name)' where '\(field)' is '\(text)'; add it",
          at: node)
      }
      for name in excludes {
        guard let other = node.key(name) else { continue }
        report(
          .unknownField, "the \(object.name) has no field '\(name)' where '\(field)' is '\(text)'; remove it", at: other
        )
      }
    }
  }
}

extension Node {
  /// The node of a mapping's key.
  func key(_ name: String) -> Node? { pairs.first { $0.key.text == name }?.key }
}

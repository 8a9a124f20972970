/// Checks what documents write in the form of another version of AsyncAPI.
extension StructureCheck {
  /// Reports a field that an object has in the other major version only.
  ///
  /// - Returns: the field of this version that is missing for it, where nothing more need be said of that
  func report(
    _ form: OtherVersionForm, _ key: Node, of object: ObjectSpecification, in node: Node
  ) -> String? {
    let missing = form.neededField.flatMap { node[$0] == nil ? $0 : nil }
    let isEssential = missing.flatMap { object.fields[$0] }?.need == .essential
    if version.major == 2 {
      let advice = form.advice ?? "remove it, or bring the document to AsyncAPI 3 with AsyncAPI's converter"
      report(
        .fieldOfLaterVersion,
        "'\(key.text)' of the \(object.name) came with AsyncAPI 3.0, and this document is \(version); \(advice)",
        at: key)
      return isEssential ? nil : missing
    }
    let start =
      missing.map { "the \(object.name) needs the field '\($0)'; '\(key.text)' is how AsyncAPI 2 says it" }
      ?? "the \(object.name) has no field '\(key.text)' since AsyncAPI 3.0"
    report(
      isEssential ? .missingField : .unknownField, "\(start); \(form.advice ?? "remove it")", at: key)
    return missing
  }

  /// Reports a Security Requirement Object, or the name of a scheme, where AsyncAPI 3 has the schemes themselves.
  ///
  /// - Returns: whether the element of `security` was one
  func reportSecurityRequirement(_ node: Node, _ subject: Subject) -> Bool {
    guard version.major > 2, subject.field == "security", subject.isElement else { return false }
    let name: Node
    switch node.kind {
    case .string: name = node
    case .mapping:
      let pairs = node.pairs
      guard let first = pairs.first, pairs.allSatisfy({ $0.value.kind == .sequence }) else { return false }
      name = first.key
    default: return false
    }
    report(
      .wrongValue,
      "AsyncAPI 3 lists security schemes, not the names of them; write \(Excerpt.quoted("$ref: \"#/components/securitySchemes/\(JSONPointer.escaped(name.text))\"")) here, and the scopes that are needed as 'scopes' of the scheme",
      at: name)
    return true
  }

  /// Says that what a binding belongs to came with a later version of AsyncAPI. In 2.x bindings of any name may stand.
  func checkVersion(of bindings: ProtocolBindings, at place: BindingPlace, _ key: Node) {
    let (major, minor) = bindings.since(of: place)
    guard (version.major, version.minor) < (major, minor) else { return }
    report(
      version.major == 2 ? .doubtfulBinding : .fieldOfLaterVersion,
      "the bindings of '\(bindings.name)' for \(place.rawValue)s came with AsyncAPI \(major).\(minor), and this document is \(version); raise 'asyncapi', or remove them",
      at: key)
  }
}

/// Checks Bindings Objects, each binding against its version.
extension StructureCheck {
  /// 2.0 knew no references to bindings, and allows bindings of any name.
  func checkReference(toBindings node: Node) {
    guard version.major == 2, version.minor < 1, let reference = ReferenceResolver.reference(of: node) else { return }
    report(
      .doubtfulBinding,
      "bindings by reference came with AsyncAPI 2.1, and this document is \(version); raise 'asyncapi', or write them here",
      at: reference)
  }

  func checkBindings(_ node: Node, of place: BindingPlace) {
    guard node.kind == .mapping else {
      report(.wrongValue, "'bindings' must be a mapping from protocols, found \(node.kindInWords)", at: node)
      return
    }
    guard checkedBindings[place, default: []].insert(node).inserted else { return }
    // Nothing of a binding makes it impossible to generate code.
    wrongKind = .wrongValue
    defer { wrongKind = .wrongType }
    for (key, value) in node.pairs {
      let name = key.text
      guard let bindings = ProtocolBindings.known[name] else {
        reportUnknown(key)
        continue
      }
      checkVersion(of: bindings, at: place, key)
      guard let binding = resolver.resolve(value), binding.kind != .null else { continue }
      check(binding, as: bindings, of: place)
    }
  }

  /// 2.x allows the bindings of any protocol, and 3.x those that it lists.
  private func reportUnknown(_ key: Node) {
    let name = key.text
    guard version.major > 2, !Self.isExtension(name) else { return }
    let advice =
      report.suggestion(for: name, among: ProtocolBindings.known.keys.sorted())
      ?? "remove them, or begin the name with 'x-'"
    report(.unknownField, "AsyncAPI knows no bindings of \(Excerpt.quoted(name)); \(advice)", at: key)
  }

  private func check(_ binding: Node, as bindings: ProtocolBindings, of place: BindingPlace) {
    guard binding.kind == .mapping else {
      report(
        .wrongValue, "the binding of '\(bindings.name)' must be a mapping, found \(binding.kindInWords)", at: binding)
      return
    }
    guard let newest = bindings.versions.last else { return }
    guard let written = binding["bindingVersion"] else {
      if version.major > 2 {
        check(binding, as: newest, of: bindings, at: place)
      } else {
        checkUnversioned(binding, as: bindings, of: place)
      }
      return
    }
    guard written.kind == .string else {
      check(written, as: .string, Subject("bindingVersion"))
      return
    }
    check(binding, as: version(written, of: bindings) ?? newest, of: bindings, at: place)
  }

  private func version(_ written: Node, of bindings: ProtocolBindings) -> ProtocolBindings.Version? {
    guard written.text != "latest" else { return nil }
    if let version = bindings.version(written.text) { return version }
    let known = bindings.versions.map(\.number)
    report(
      .unknownBindingVersion,
      "there is no version \(Excerpt.quoted(written.text)) of the bindings of '\(bindings.name)', which are read as \(known.last ?? "the latest"); expected one of \(known.joined(separator: ", ")), or none for the latest",
      at: written)
    return nil
  }

  private func check(
    _ binding: Node, as version: ProtocolBindings.Version, of bindings: ProtocolBindings, at place: BindingPlace
  ) {
    if let object = version.objects[place] {
      check(binding, as: object)
    } else {
      checkReserved(binding, as: version, of: bindings, at: place)
    }
  }

  /// A protocol forbids fields where it only reserves the name, while the schemas of AsyncAPI allow any.
  private func checkReserved(
    _ binding: Node, as version: ProtocolBindings.Version, of bindings: ProtocolBindings, at place: BindingPlace
  ) {
    guard isFirst(binding, as: .reservedBinding) else { return }
    let keys = binding.pairs.lazy.map(\.key)
    guard let key = keys.first(where: { $0.text != "bindingVersion" && !Self.isExtension($0.text) }) else { return }
    let places = BindingPlace.allCases.filter { version.objects[$0] != nil }.map { "\($0.rawValue)s" }
    let advice = places.isEmpty ? "remove it" : "it defines those of \(places.joined(separator: ", "))"
    report(
      .doubtfulBinding,
      "\(Excerpt.quoted(key.text)) means nothing here: '\(bindings.name)' reserves the bindings of \(place.rawValue)s for later; \(advice)",
      at: key)
  }

  /// Most bindings of 2.x say no version, whatever was the latest when they were written: any that suits is meant.
  ///
  /// The schemas of 2.x take any binding, so that one that suits no version is only doubtful.
  private func checkUnversioned(_ binding: Node, as bindings: ProtocolBindings, of place: BindingPlace) {
    guard let defined = bindings.versions.last(where: { $0.objects[place] != nil }) else {
      if let newest = bindings.versions.last { checkReserved(binding, as: newest, of: bindings, at: place) }
      return
    }
    guard isFirst(binding, as: defined.objects[place] ?? .reservedBinding) else { return }
    let objects = bindings.versions.reversed().map { $0.objects[place] ?? .reservedBinding }
    var faults: [Diagnostic]?
    for (position, object) in objects.enumerated() where position == 0 || object !== objects[position - 1] {
      let attempt = StructureCheck(resolver: resolver, report: Report(purpose: report.purpose), version: version)
      attempt.check(binding, as: object)
      let found = attempt.report.diagnostics
      guard !found.isEmpty else {
        schemas += attempt.schemas
        return
      }
      if found.count < faults?.count ?? .max { faults = found }
    }
    let code = DiagnosticCode.doubtfulBinding
    report.add(
      (faults ?? []).map {
        Diagnostic(
          report.purpose.severity(of: code.weight), code,
          "no version of the bindings of '\(bindings.name)' suits this one: \($0.message)", at: $0.location)
      })
  }
}

extension ObjectSpecification {
  /// A binding that a version has not defined for this kind of place.
  fileprivate static let reservedBinding = binding("reserved binding", [:])
}

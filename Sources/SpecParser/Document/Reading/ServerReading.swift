/// Reads what 2.x and 3.x share of servers.
extension ReadingContext {
  /// The variables of a server, joined by those that its address names and nothing defines, so that all can be given.
  ///
  /// - Parameter templates: the texts that may name variables
  func serverVariables(_ server: ObjectFields, for templates: [String?]) -> [ServerVariable] {
    var variables: [ServerVariable] = []
    let names = templates.compactMap { $0 }.flatMap(AddressExpressions.names)
    var undefined = names
    for (key, site) in server.entries("variables") {
      guard let variable = serverVariable(site, name: key.text) else { continue }
      variables.append(variable)
      undefined.removeAll { $0 == variable.name }
      guard !names.contains(variable.name) else { continue }
      report(
        .redundantVariable,
        "the address of the server has no \(Excerpt.quoted("{\(variable.name)}")); remove the variable, or name it there",
        at: key)
    }
    var seen: Set<String> = []
    for name in undefined where seen.insert(name).inserted {
      report(
        .undefinedVariable, "the variable \(Excerpt.quoted("{\(name)}")) is not defined; add it to 'variables'",
        at: server.node)
      variables.append(ServerVariable(node: server.node, name: name, enumeration: []))
    }
    return variables
  }

  func serverVariable(_ site: Node, name: String) -> ServerVariable? {
    guard let node = resolver.resolve(site) else { return nil }
    if var known = serverVariables[node] {
      known.name = name
      return known
    }
    guard let fields = fields(node) else { return nil }
    let variable = ServerVariable(
      node: node, name: name, enumeration: fields.strings("enum"), defaultValue: fields.string("default"),
      description: fields.string("description"), examples: fields.strings("examples"))
    checkEnumeration(of: fields)
    serverVariables[node] = variable
    return variable
  }

  /// A default and examples are among the values of an `enum`.
  func checkEnumeration(of fields: ObjectFields) {
    let values = Set(fields.strings("enum"))
    guard !values.isEmpty else { return }
    // Of what is no string it has been said that it must be one.
    if let place = fields.value("default"), let text = place.string, !values.contains(text) {
      report(
        .wrongValue,
        "the default \(Excerpt.quoted(text)) is none of the values of 'enum'; add it there, or choose one of them",
        at: place)
    }
    for place in fields.elements("examples") {
      guard let text = place.string, !values.contains(text) else { continue }
      report(
        .exampleOutsideEnumeration,
        "the example \(Excerpt.quoted(text)) is none of the values of 'enum'; add it there, or choose one of them",
        at: place)
    }
  }
}

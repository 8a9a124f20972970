/// Reads what 2.x and 3.x share of channels.
extension ReadingContext {
  /// The parameters in the order of the address; those that the address does not name come to nothing.
  func complete(_ parameters: [Parameter], for address: String?, at node: Node) -> [Parameter] {
    guard let address else { return parameters }
    let names = AddressExpressions.names(address)
    for parameter in parameters where !names.contains(parameter.name) {
      report(
        .redundantParameter,
        "the address '\(address)' has no '{\(parameter.name)}'; remove the parameter, or name it in the address",
        at: parameter.node)
    }
    return names.map { name in
      if let parameter = parameters.first(where: { $0.name == name }) { return parameter }
      report(.undefinedParameter, "the parameter '{\(name)}' of the address is not defined; add it to 'parameters'", at: node)
      return Parameter(node: node, name: name, enumeration: [])
    }
  }
}

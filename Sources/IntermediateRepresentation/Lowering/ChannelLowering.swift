import SpecParser

/// Names the channels and takes their addresses apart.
struct ChannelLowering {
  let document: AsyncAPIDocument
  let namespace: String
  let overrides: NameOverrides

  func lower() -> (declarations: [ChannelDeclaration], names: [Node: TypeName]) {
    var scope = NameScope.types(
      namespace: namespace,
      and: [
        "AddressParameter", "AddressPattern", "AddressTemplate", "AsyncAPIError", "Channel", "NoParameters",
        "ParameterFilter",
      ],
      suffix: "Channel")
    let assigned = scope.assign(
      document.channels.map(\.key), .type, at: document.channels.map(\.node), overrides: overrides)
    var names: [Node: TypeName] = [:]
    let declarations = document.channels.compactMap { channel -> ChannelDeclaration? in
      guard let simpleName = assigned[channel.key], names[channel.node] == nil else { return nil }
      let name = TypeName.channels.nested(simpleName)
      names[channel.node] = name
      return lower(channel, as: name)
    }
    return (declarations, names)
  }

  private func lower(_ channel: Channel, as name: TypeName) -> ChannelDeclaration {
    var types = NameScope.types(
      namespace: namespace, and: ["AddressPattern", "AddressTemplate", "NoParameters", "ParameterFilter", "Parameters"])
    // These are the labels of the generated methods' other arguments.
    var members = NameScope(
      reserved: ["self", "payload", "headers", "options", "timeout", "address", "body", "message", "context"],
      suffix: "Parameter")
    let assigned = members.assign(
      channel.parameters.map(\.name), .member, at: channel.parameters.map(\.node), overrides: overrides)
    return ChannelDeclaration(
      name: name, key: channel.key, address: channel.address.map { $0.addressParts },
      parameters: channel.address == nil
        ? []
        : channel.parameters.map { parameter in
          ParameterDeclaration(
            name: assigned[parameter.name] ?? parameter.name, key: parameter.name,
            enumeration: parameter.enumeration.isEmpty
              ? nil
              : NamedEnumeration(
                name: name.nested(types.claim([SwiftIdentifier.make(parameter.name, .type)])),
                enumeration: TypeLowering.enumeration(
                  .string, parameter.enumeration.map { EnumerationValue(value: .string($0)) })),
            defaultValue: parameter.defaultValue, documentation: Documentation.lines(parameter.description))
        },
      documentation: Documentation.lines(
        channel.wording.summary ?? channel.wording.title, channel.wording.description),
      origin: Origin(channel.node))
  }
}

extension String {
  var addressParts: [AddressPart] {
    AddressExpressions.parts(self).map { part in
      switch part {
      case .literal(let text): .literal(text)
      case .name(let name): .parameter(name)
      }
    }
  }
}

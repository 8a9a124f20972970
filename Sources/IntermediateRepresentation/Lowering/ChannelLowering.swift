import SpecParser

/// Names the channels and takes their addresses apart.
struct ChannelLowering {
  let document: AsyncAPIDocument
  let namespace: String
  let overrides: NameOverrides
  /// `nil` where nothing is to be checked.
  let constraints: ConstraintLowering?

  func lower() -> (declarations: [ChannelDeclaration], names: [Node: TypeName]) {
    var scope = NameScope.types(namespace: namespace, reserved: ReservedNames.channels, suffix: "Channel")
    let assigned = scope.assign(
      document.channels.map(\.key), .type, at: document.channels.map(\.node), overrides: overrides)
    var names: [Node: TypeName] = [:]
    let declarations = zip(document.channels, assigned).compactMap { channel, simpleName -> ChannelDeclaration? in
      guard names[channel.node] == nil else { return nil }
      let name = TypeName.channels.nested(simpleName)
      names[channel.node] = name
      return lower(channel, as: name)
    }
    return (declarations, names)
  }

  private func lower(_ channel: Channel, as name: TypeName) -> ChannelDeclaration {
    var types = NameScope.types(namespace: namespace, reserved: ReservedNames.channelTypes)
    var bindings = BindingText(references: document.references)
    var members = NameScope.parameters(namespace: namespace, suffix: "Parameter")
    let assigned = members.assign(
      channel.parameters.map(\.name), .member, at: channel.parameters.map(\.node), overrides: overrides)
    return ChannelDeclaration(
      name: name, key: channel.key, address: channel.address.map { $0.addressParts },
      parameters: channel.address == nil
        ? []
        : zip(channel.parameters, assigned).map { parameter, member in
          ParameterDeclaration(
            name: member, key: parameter.name,
            enumeration: parameter.enumeration.isEmpty
              ? nil
              : NamedEnumeration(
                name: name.nested(types.claim([SwiftIdentifier.make(parameter.name, .type)])),
                enumeration: Enumeration(
                  .string, parameter.enumeration.map { EnumerationValue(value: .string($0)) },
                  namespace: namespace)),
            defaultValue: parameter.defaultValue, location: parameter.location.map { ValueLocation($0) },
            documentation: Documentation.lines(parameter.description),
            checks: constraints?.checks(of: parameter))
        },
      bindings: bindings.text(of: channel.bindings),
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

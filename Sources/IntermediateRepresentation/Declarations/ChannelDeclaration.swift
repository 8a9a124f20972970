/// A channel: where messages travel.
package struct ChannelDeclaration: Codable, Hashable, Sendable {
  package var name: TypeName
  package var key: String
  /// `nil` where it is known only at run time.
  package var address: [AddressPart]?
  package var parameters: [ParameterDeclaration]
  /// What the document says for protocols, as a JSON object; `nil` for nothing.
  package var bindings: String?
  package var documentation: [String]
  package var origin: Origin
}

/// A piece of an address, a host or a path.
package enum AddressPart: Hashable, Sendable {
  case literal(String)
  /// The key of a parameter or variable.
  case parameter(String)
}

/// A parameter of an address, or a variable of a server.
package struct ParameterDeclaration: Codable, Hashable, Sendable {
  package var name: String
  package var key: String
  /// Set where the document lists the values.
  package var enumeration: NamedEnumeration?
  package var defaultValue: String?
  /// Where a message carries the value, of a parameter of an address; `nil` where the document does not say.
  package var location: ValueLocation?
  package var documentation: [String]
  /// What is checked of the value, of a parameter of an address; `nil` for nothing.
  package var checks: [ValueCheck]?
}

package struct NamedEnumeration: Codable, Hashable, Sendable {
  package var name: TypeName
  package var enumeration: Enumeration
}

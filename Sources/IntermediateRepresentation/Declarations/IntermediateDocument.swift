/// What will be generated from one document: every decision is taken, nothing is left to compute.
///
/// Its JSON form, as `swift-asyncapi-generator inspect` prints it, is what templates of users may rely on.
package struct IntermediateDocument: Codable, Hashable, Sendable {
  /// Raised when a field changes its meaning or goes away.
  package static let currentFormatVersion = 1

  package var formatVersion = Self.currentFormatVersion
  /// The file name of the document.
  package var document: String
  package var title: String
  package var version: String
  package var documentation: [String]
  /// The Swift enum that holds everything.
  package var namespace: String
  package var access: AccessLevel
  package var types: [TypeDeclaration]
  package var messages: [MessageDeclaration]
  package var channels: [ChannelDeclaration]
  package var servers: [ServerDeclaration]
  package var sides: [SideDeclaration]
}

/// How far generated declarations can be seen.
package enum AccessLevel: String, Codable, Hashable, Sendable, CaseIterable {
  case `public`
  case package
  case `internal`
}

/// Where in the document something is said.
package struct Origin: Codable, Hashable, Sendable {
  package var path: String
  package var line: Int
  package var column: Int
  /// A JSON Pointer into the file.
  package var pointer: String
}

/// The name of a generated type below the document's namespace, such as `Schemas.Order.Line`.
package struct TypeName: Hashable, Sendable, Codable, CustomStringConvertible {
  package var components: [String]

  package init(_ components: [String]) {
    self.components = components
  }

  package init(from decoder: any Decoder) throws {
    components = try decoder.singleValueContainer().decode(String.self).split(separator: ".").map(String.init)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  package var description: String { components.joined(separator: ".") }
  package var simpleName: String { components.last ?? "" }
  package var parent: TypeName { TypeName(Array(components.dropLast())) }

  package func nested(_ name: String) -> TypeName { TypeName(components + [name]) }
}

/// The parts of a document's namespace.
extension TypeName {
  package static let schemas = TypeName(["Schemas"])
  package static let messages = TypeName(["Messages"])
  package static let channels = TypeName(["Channels"])
  package static let servers = TypeName(["Servers"])
}

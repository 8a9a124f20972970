import IntermediateRepresentation

/// A server and what belongs to it.
struct ServerView: View {
  var server: ServerDeclaration

  static let fields = ViewFields<Self>([
    .text("name", \.server.name),
    .text("key") { SwiftLiteral.string($0.server.key) },
    .texts("documentation", \.documentation),
    .text("parameters", \.parameters),
    .text("protocolType", \.server.protocolType),
    .text("protocolName") { SwiftLiteral.string($0.server.protocolName) },
    .text("protocolVersion") { $0.server.protocolVersion.map(SwiftLiteral.string) ?? "nil" },
    .text("host") { $0.interpolated($0.server.host) },
    .text("path") { view in view.server.pathname.map(view.interpolated) ?? "nil" },
    .text("bindingsArgument") { view in
      view.server.bindings.map { ", bindings: .init(json: \(SwiftLiteral.string($0)))" } ?? ""
    },
    .text("isSecure") { String($0.server.isSecure) },
    .text("credentialsType") { $0.server.credentials?.name.simpleName ?? "AsyncAPIRuntime.NoCredentials" },
    .views("credentials", of: CredentialsView.self) { view in
      view.server.credentials.map { [CredentialsView(credentials: $0, server: view.server.key)] } ?? []
    },
    .views("enumerations", of: VariableEnumerationView.self) { view in
      view.server.variables.compactMap { variable in
        variable.enumeration.map { VariableEnumerationView(enumeration: $0, documentation: variable.documentation) }
      }
    },
  ])

  private var documentation: [String] {
    let address =
      "`\((server.host + (server.pathname ?? [])).text.commentText)` over \(server.protocolName.commentText)."
    var lines = server.documentation + (server.documentation.isEmpty ? [] : [""]) + [address]
    for variable in server.variables where !variable.documentation.isEmpty {
      lines.append("- Parameter \(variable.name): \(variable.documentation.joined(separator: " "))")
    }
    return lines.commentLines
  }

  private var parameters: String {
    server.variables.map { variable in
      let type = variable.enumeration?.name.simpleName ?? "String"
      return "\(variable.name): \(type)\(defaultValue(of: variable))"
    }.joined(separator: ", ")
  }

  private func defaultValue(of variable: ParameterDeclaration) -> String {
    guard let value = variable.defaultValue else { return "" }
    guard let enumeration = variable.enumeration?.enumeration else { return " = \(SwiftLiteral.string(value))" }
    switch enumeration.value(.string(value)) {
    case .enumerationCase(let name): return " = .\(name)"
    case .unlisted(let name, _): return " = .\(name)(\(SwiftLiteral.string(value)))"
    default: return ""
    }
  }

  /// A string literal in which the variables stand.
  private func interpolated(_ parts: [AddressPart]) -> String {
    let variables = Dictionary(server.variables.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let pieces = parts.map { part in
      switch part {
      case .literal(let text): String(SwiftLiteral.string(text).dropFirst().dropLast())
      case .parameter(let key):
        variables[key].map { "\\(\($0.name)\($0.enumeration == nil ? "" : ".rawValue"))" } ?? ""
      }
    }
    return "\"\(pieces.joined())\""
  }
}

struct VariableEnumerationView: View {
  var enumeration: NamedEnumeration
  var documentation: [String]

  static let fields = ViewFields<Self>([
    .text("name", \.enumeration.name.simpleName),
    .texts("documentation", \.documentation.commentLines),
    .text("unknownCase") { $0.enumeration.enumeration.unknownCase ?? "" },
    .views("cases", of: CaseView.self) { EnumerationView(enumeration: $0.enumeration.enumeration).cases },
  ])
}

struct CredentialsView: View {
  var credentials: CredentialsDeclaration
  var server: String

  static let fields = ViewFields<Self>([
    .text("name", \.credentials.name.simpleName),
    .text("server") { $0.server.commentText },
    .views("alternatives", of: AlternativeView.self) {
      $0.credentials.alternatives.map { AlternativeView(alternative: $0) }
    },
  ])
}

/// One way to be let in.
struct AlternativeView: View {
  var alternative: CredentialsDeclaration.Alternative

  static let fields = ViewFields<Self>([
    .text("name", \.alternative.name),
    .texts("documentation", \.alternative.documentation.commentLines),
    .text("values", \.values),
    .text("bindings", \.bindings),
    .text("credentials", \.credentials),
  ])

  /// The names that the schemes' values have in the case. Several schemes number theirs from the second on.
  private var parts: [(declared: [(name: String, type: String)], credential: String)] {
    alternative.schemes.enumerated().map { index, scheme in
      let suffix = index == 0 ? "" : String(index + 1)
      let values = scheme.values.map { (name: $0.name + suffix, type: $0.type) }
      return (values, scheme.credential(values.map(\.name)))
    }
  }

  private var values: String {
    let values = parts.flatMap(\.declared)
    return values.isEmpty ? "" : "(\(values.map { "\($0.name): \($0.type)" }.joined(separator: ", ")))"
  }

  private var bindings: String {
    let values = parts.flatMap(\.declared)
    return values.isEmpty ? "" : "(\(values.map { "let \($0.name)" }.joined(separator: ", ")))"
  }

  private var credentials: String { parts.map(\.credential).joined(separator: ", ") }
}

extension CredentialsDeclaration.Scheme {
  fileprivate var values: [(name: String, type: String)] {
    switch kind {
    case .userPassword, .basic, .plain, .scram256, .scram512: [("username", "String"), ("password", "String")]
    case .apiKey: [("key", "String")]
    case .httpAPIKey: [("value", "String")]
    case .bearer: [("token", "String")]
    case .certificate: [("path", "String"), ("keyPath", "String")]
    case .symmetricKey, .asymmetricKey: [("key", "[UInt8]")]
    case .oauth2, .openIDConnect: [("token", "@Sendable () async throws -> String")]
    case .gssapi: [("principal", "String")]
    }
  }

  /// The runtime's credential from the values, by their names.
  fileprivate func credential(_ names: [String]) -> String {
    let first = names.first ?? ""
    let second = names.count > 1 ? names[1] : ""
    return switch kind {
    case .userPassword: ".userPassword(username: \(first), password: \(second))"
    case .basic: ".basic(username: \(first), password: \(second))"
    case .plain: ".plain(username: \(first), password: \(second))"
    case .scram256: ".scram(username: \(first), password: \(second), bits: 256)"
    case .scram512: ".scram(username: \(first), password: \(second), bits: 512)"
    case .apiKey: ".apiKey(\(first))"
    case .httpAPIKey:
      ".httpAPIKey(name: \(SwiftLiteral.string(fieldName ?? "")), in: \(SwiftLiteral.string(fieldLocation ?? "header")), value: \(first))"
    case .bearer: ".bearer(token: \(first))"
    case .certificate: ".certificate(path: \(first), keyPath: \(second))"
    case .symmetricKey: ".symmetricKey(\(first))"
    case .asymmetricKey: ".asymmetricKey(\(first))"
    case .oauth2: ".oauth2(token: \(first))"
    case .openIDConnect: ".openIDConnect(token: \(first))"
    case .gssapi: ".gssapi(principal: \(first))"
    }
  }
}

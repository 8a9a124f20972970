/// Security Scheme Object, whose fields depend on its `type`.
extension VariantSpecification {
  static let securityScheme2 = VariantSpecification(
    "Security Scheme Object", by: "type",
    ObjectSpecification.securitySchemes.merging([
      "oauth2": .securityScheme(
        "oauth2", ["flows": .required(.object(.flows(scopes: "scopes", inOtherVersion: "availableScopes")))],
        others: .any),
      "openIdConnect": .securityScheme("openIdConnect", ["openIdConnectUrl": .required(.text(.uri))]),
    ]) { $1 }, since: ["plain": 1, "scramSha256": 1, "scramSha512": 1, "gssapi": 1])

  static let securityScheme3 = VariantSpecification(
    "Security Scheme Object", by: "type",
    ObjectSpecification.securitySchemes.merging([
      "oauth2": .securityScheme(
        "oauth2",
        [
          "flows": .required(.object(.flows(scopes: "availableScopes", inOtherVersion: "scopes"))),
          "scopes": .optional(.list(.string)),
        ], others: .any),
      "openIdConnect": .securityScheme(
        "openIdConnect",
        ["openIdConnectUrl": .required(.text(.uri)), "scopes": .optional(.list(.string))]),
    ]) { $1 })
}

extension Shape {
  package static let securityScheme2 = Shape.variant(.securityScheme2)
  static let securityScheme3 = Shape.variant(.securityScheme3)
}

extension ObjectSpecification {
  fileprivate static func securityScheme(
    _ type: String, _ fields: [String: FieldSpecification] = [:], others: Shape? = nil
  ) -> ObjectSpecification {
    ObjectSpecification(
      "Security Scheme Object of type '\(type)'",
      fields.merging(["type": .essential(.string), "description": .optional(.string)]) { $1 }, others: others)
  }

  fileprivate static let securitySchemes: [String: ObjectSpecification] = [
    "userPassword": securityScheme("userPassword"),
    "apiKey": securityScheme("apiKey", ["in": .required(.choice(["user", "password"]))]),
    "X509": securityScheme("X509"),
    "symmetricEncryption": securityScheme("symmetricEncryption"),
    "asymmetricEncryption": securityScheme("asymmetricEncryption"),
    "httpApiKey": securityScheme(
      "httpApiKey", ["name": .required(.string), "in": .required(.choice(["query", "header", "cookie"]))]),
    "http": ObjectSpecification(
      "Security Scheme Object of type 'http'",
      [
        "type": .essential(.string), "description": .optional(.string), "scheme": .required(.string),
        "bearerFormat": .optional(.string),
      ]),
    "plain": securityScheme("plain"),
    "scramSha256": securityScheme("scramSha256"),
    "scramSha512": securityScheme("scramSha512"),
    "gssapi": securityScheme("gssapi"),
  ]

  /// OAuth Flows Object. 2.x and 3.x call the scopes that there are by different names.
  fileprivate static func flows(scopes: String, inOtherVersion otherScopes: String) -> ObjectSpecification {
    func flow(_ name: String, needs urls: [String]) -> FieldSpecification {
      var fields: [String: FieldSpecification] = [
        "refreshUrl": .optional(.text(.uri)), scopes: .required(.map(.string)),
      ]
      for url in urls { fields[url] = .required(.text(.uri)) }
      return .optional(
        .object(
          ObjectSpecification(
            "OAuth Flow Object of '\(name)'", fields,
            inOtherVersion: [otherScopes: OtherVersionForm("write it as '\(scopes)'", for: scopes)],
            isInformative: true)))
    }
    return ObjectSpecification(
      "OAuth Flows Object",
      [
        "implicit": flow("implicit", needs: ["authorizationUrl"]),
        "password": flow("password", needs: ["tokenUrl"]),
        "clientCredentials": flow("clientCredentials", needs: ["tokenUrl"]),
        "authorizationCode": flow("authorizationCode", needs: ["authorizationUrl", "tokenUrl"]),
      ], isInformative: true)
  }
}

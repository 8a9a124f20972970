/// What a configuration may say. The table in the README is made of this.
enum ConfigurationKey: String, CaseIterable {
  case namespace
  case access
  case sides
  case perspective
  case nameOverrides
  case templates
  case severity
  case remoteRefs

  /// In Markdown.
  var value: String {
    switch self {
    case .namespace: "the enum that holds everything"
    case .access: "`public`, `package` or `internal`"
    case .sides: "a list: `application`, `client`"
    case .perspective:
      "whose view an AsyncAPI 2 document takes: `application`, as the specification says, or `client`, as many are written"
    case .nameOverrides:
      "Swift names for parts of the document, by JSON Pointer (`/components/schemas/order-v2`) or by the document's own name"
    case .templates:
      "a folder of templates that take the place of the built-in ones, relative to this file"
    case .severity:
      "how codes are reported: a mapping such as `unknown-field: warning`, to `error`, `warning`, `note` or `ignore`"
    case .remoteRefs:
      "the folder with copies of the files that a `$ref` names by `https://` or `http://`, relative to this file"
    }
  }

  /// What holds where the key is left out, in Markdown.
  var defaultValue: String {
    switch self {
    case .namespace: "from the document's title"
    case .access: "`internal`"
    case .sides: "both"
    case .perspective: "`application`"
    case .severity: "as the list of codes says"
    case .nameOverrides, .templates, .remoteRefs: ""
    }
  }
}

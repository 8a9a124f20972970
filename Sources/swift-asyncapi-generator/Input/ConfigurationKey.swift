/// What a configuration may say. The table in the README is made of this.
enum ConfigurationKey: String, CaseIterable {
  case namespace
  case access
  case sides
  case perspective
  case nameOverrides
  case typeOverrides
  case unknownProperties
  case nullableOptional
  case defaults
  case enums
  case validate
  case examples
  case templates
  case severity
  case remoteRefs
  case only
  case report

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
    case .typeOverrides:
      "types of yours for schemas, by JSON Pointer, or for formats: `Money`, or `{ type: Money, module: Billing }`"
    case .unknownProperties:
      "what becomes of properties that the document does not name: `ignore`, `capture` to keep them, or `reject` where it forbids them"
    case .nullableOptional:
      "how a property that may be left out or null is told: `optional`, or `presence` to tell the two apart"
    case .defaults: "whether a `default` stands for an absent property: `apply` or `ignore`"
    case .enums: "whether values that an `enum` does not list are kept: `open`, or `closed` to refuse them"
    case .validate:
      "whether payloads, headers and parameters get a method `validate()`, for what Swift types do not hold: `true` or `false`"
    case .examples: "whether messages have what the document gives as their examples, for tests: `true` or `false`"
    case .templates:
      "a folder of templates that take the place of the built-in ones, relative to this file"
    case .severity:
      "how codes are reported: a mapping such as `unknown-field: warning`, to `error`, `warning`, `note` or `ignore`"
    case .remoteRefs:
      "the folder with copies of the files that a `$ref` names by `https://` or `http://`, relative to this file"
    case .only:
      "what is generated: names or patterns (`order*`) of `channels`, `operations`, `messages` and `tags`; more below"
    case .report: "`text` or `json`: writes the generation report beside the Swift files"
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
    case .unknownProperties: "`ignore`"
    case .nullableOptional: "`optional`"
    case .defaults: "`apply`"
    case .enums: "`open`"
    case .validate, .examples: "`false`"
    case .nameOverrides, .typeOverrides, .templates, .remoteRefs: ""
    case .only: "everything"
    case .report: "none"
    }
  }
}

/// What the bindings of Amazon's services share.
extension ObjectSpecification {
  /// A permission of an access policy.
  static let amazonStatement = bindingPart(
    "Statement",
    [
      "effect": .required(.choice(["Allow", "Deny"])),
      "principal": .required(.either([.list(.string), .referable(amazonPrincipal), .string])),
      "action": .required(.oneOrMoreStrings), "resource": .optional(.oneOrMoreStrings),
      "condition": .optional(.either([.list(.map(.any)), .map(.any)])),
    ])

  private static let amazonPrincipal = bindingPart(
    "principal",
    ["AWS": .optional(.oneOrMoreStrings), "Service": .optional(.oneOrMoreStrings)], others: nil,
    relations: [.anyOf(["AWS", "Service"])])

  /// What becomes of messages that were received in vain too often.
  static let amazonRedrivePolicy = bindingPart(
    "Redrive Policy",
    ["deadLetterQueue": .required(.referable(amazonIdentifier)), "maxReceiveCount": .optional(.anyInteger)])

  /// What names a queue, a topic or another endpoint.
  static let amazonIdentifier = bindingPart(
    "Identifier",
    [
      "url": .optional(.string), "email": .optional(.string), "phone": .optional(.string), "arn": .optional(.string),
      "name": .optional(.string),
    ])
}

extension Shape {
  fileprivate static let oneOrMoreStrings = Shape.either([.list(.string), .string])
}

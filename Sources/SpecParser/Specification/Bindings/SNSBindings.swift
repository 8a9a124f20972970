extension ProtocolBindings {
  /// SNS. What an empty binding marks as SNS has default values for everything, so that nothing is needed.
  static let sns = ProtocolBindings(
    "sns",
    [
      Version("0.1.0", [.channel: .snsChannel, .operation: .snsOperation]),
      Version("0.2.0", [.channel: .snsChannel, .operation: .snsOperation]),
      Version("1.0.0", [.channel: .snsChannel, .operation: .snsOperation]),
    ])
}

extension ObjectSpecification {
  fileprivate static let snsChannel = binding(
    "SNS Channel Binding Object",
    [
      "name": .optional(.string), "ordering": .optional(.referable(snsOrdering)),
      "policy": .optional(.referable(snsPolicy)), "tags": .optional(.map(.any)),
    ])

  private static let snsOrdering = bindingPart(
    "SNS Ordering",
    ["type": .required(.choice(["standard", "FIFO"])), "contentBasedDeduplication": .optional(.bool)])

  private static let snsPolicy = bindingPart(
    "SNS Policy", ["statements": .required(.list(.referable(.amazonStatement)))])

  fileprivate static let snsOperation = binding(
    "SNS Operation Binding Object",
    [
      "topic": .optional(.referable(.amazonIdentifier)), "consumers": .optional(.list(.referable(snsConsumer))),
      "deliveryPolicy": .optional(.referable(snsDeliveryPolicy)),
    ])

  private static let snsConsumer = bindingPart(
    "SNS Consumer",
    [
      "protocol": .required(
        .choice(["http", "https", "email", "email-json", "sms", "sqs", "application", "lambda", "firehose"])),
      "endpoint": .required(.referable(.amazonIdentifier)), "filterPolicy": .optional(.map(.any)),
      "filterPolicyScope": .optional(.choice(["MessageAttributes", "MessageBody"])),
      "rawMessageDelivery": .required(.bool), "redrivePolicy": .optional(.referable(.amazonRedrivePolicy)),
      "deliveryPolicy": .optional(.referable(snsDeliveryPolicy)), "displayName": .optional(.string),
    ])

  private static let snsDeliveryPolicy = bindingPart(
    "SNS Delivery Policy",
    [
      "minDelayTarget": .optional(.anyInteger), "maxDelayTarget": .optional(.anyInteger),
      "numRetries": .optional(.anyInteger), "numNoDelayRetries": .optional(.anyInteger),
      "numMinDelayRetries": .optional(.anyInteger), "numMaxDelayRetries": .optional(.anyInteger),
      "backoffFunction": .optional(.choice(["arithmetic", "exponential", "geometric", "linear"])),
      "maxReceivesPerSecond": .optional(.anyInteger),
    ])
}

extension ProtocolBindings {
  /// SQS. Fields that came later stand in objects that may have any, so that the versions are all the same.
  static let sqs = ProtocolBindings(
    "sqs",
    [
      Version("0.1.0", [.channel: .sqsChannel, .operation: .sqsOperation]),
      Version("0.2.0", [.channel: .sqsChannel, .operation: .sqsOperation]),
      Version("0.3.0", [.channel: .sqsChannel, .operation: .sqsOperation]),
    ])
}

extension ObjectSpecification {
  fileprivate static let sqsChannel = binding(
    "SQS Channel Binding Object",
    ["queue": .required(.referable(sqsQueue)), "deadLetterQueue": .optional(.referable(sqsQueue))])

  /// An empty binding marks the operation as one of SQS.
  fileprivate static let sqsOperation = binding(
    "SQS Operation Binding Object", ["queues": .optional(.list(.referable(sqsOperationQueue)))])

  private static let sqsQueue = bindingPart(
    "SQS Queue", sqsQueueFields.merging(["fifoQueue": .required(.bool)]) { $1 })

  /// A queue of an operation may be known by its name.
  private static let sqsOperationQueue = bindingPart(
    "SQS Queue", sqsQueueFields.merging(["fifoQueue": .optional(.bool)]) { $1 })

  private static let sqsQueueFields: [String: FieldSpecification] = [
    "name": .required(.string), "deduplicationScope": .optional(.choice(["queue", "messageGroup"])),
    "fifoThroughputLimit": .optional(.choice(["perQueue", "perMessageGroupId"])),
    "deliveryDelay": .optional(.integer(0...900)), "visibilityTimeout": .optional(.integer(0...43_200)),
    "receiveMessageWaitTime": .optional(.anyInteger), "messageRetentionPeriod": .optional(.integer(60...1_209_600)),
    "redrivePolicy": .optional(.referable(.amazonRedrivePolicy)), "policy": .optional(.referable(sqsPolicy)),
    "tags": .optional(.map(.any)),
  ]

  /// The description of the binding writes the field in two ways.
  private static let sqsPolicy = bindingPart(
    "SQS Policy",
    [
      "statements": .optional(.list(.referable(.amazonStatement))),
      "Statements": .optional(.list(.referable(.amazonStatement))),
    ], relations: [.anyOf(["statements", "Statements"])])
}

#if Kafka
  import AsyncAPIRuntime

  /// A message as it is stored in a topic.
  struct Record: Sendable {
    var topic: String
    var key: [UInt8]?
    var payload: [UInt8]
    var headers: HeaderFields
    /// The address in the document's terms, for errors.
    var address: String
  }
#endif

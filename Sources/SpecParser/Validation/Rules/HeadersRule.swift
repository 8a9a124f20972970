/// Headers are described as an object (Message Object).
extension DocumentRules {
  func checkHeaders(of message: Message) {
    for headers in message.headers {
      guard let schema = document.schemaTable[headers.place] else { continue }
      let isObject = schema.kinds.isEmpty ? schema.boolean == nil : schema.kinds == [.object]
      if isObject { continue }
      report(
        .headersNotObject, "headers are described by a schema of the type 'object', whose properties are the headers",
        at: schema.node["type"] ?? schema.node)
    }
  }
}

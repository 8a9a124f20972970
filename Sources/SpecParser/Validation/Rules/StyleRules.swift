/// What is allowed, and yet would make a better document.
extension DocumentRules {
  func checkStyle(of messages: [Message]) {
    checkVersion()
    checkInfo()
    checkRoot(messages)
    checkNames(of: messages)
    checkAddresses()
    checkUnusedComponents()
  }

  private func checkVersion() {
    guard (context.version.major, context.version.minor) < SpecificationVersion.newest,
      let place = document.node["asyncapi"]
    else { return }
    let newest = "\(SpecificationVersion.newest.0).\(SpecificationVersion.newest.1).0"
    report(
      .olderVersion, "AsyncAPI \(newest) is the newest version; AsyncAPI's converter brings documents to it", at: place)
  }

  private func checkInfo() {
    let info = document.info
    let missing = [
      info.wording.description == nil ? "'description'" : nil, info.contact == nil ? "'contact'" : nil,
      info.license == nil ? "'license'" : nil,
    ].compactMap { $0 }
    if !missing.isEmpty {
      report(.incompleteInfo, "readers will look for \(missing.joined(separator: ", ")) here; add it", at: info.node)
    }
    guard let contact = info.contact else { return }
    let absent = [
      contact.name == nil ? "'name'" : nil, contact.url == nil ? "'url'" : nil,
      contact.email == nil ? "'email'" : nil,
    ].compactMap { $0 }
    if !absent.isEmpty {
      report(
        .incompleteContact, "readers will look for \(absent.joined(separator: ", ")) here; add it", at: contact.node)
    }
  }

  private func checkRoot(_ messages: [Message]) {
    let root = document.node
    if document.id == nil {
      report(.noID, "an 'id' tells this document from others; add one such as 'urn:com:example:orders'", at: root)
    }
    if document.servers.isEmpty {
      report(.noServers, "no 'servers' say where the application is reached; add one if it is known", at: root)
    }
    if document.info.wording.tags.isEmpty {
      report(.noTags, "the document has no 'tags', by which catalogues group documents; add some", at: root)
    }
    if document.defaultContentType == nil, let message = messages.first(where: { $0.contentType == nil }) {
      report(
        .noDefaultContentType,
        "a message has no 'contentType', so that JSON is assumed; add 'defaultContentType: application/json'", at: root,
        notes: [.init("the first such message", at: message.node.location)])
    }
  }

  private func checkNames(of messages: [Message]) {
    guard context.version.major == 2 else { return }
    for operation in document.operations where operation.id == nil {
      report(
        .noOperationID,
        "the operation has no 'operationId', so that it is named after its channel; add one", at: operation.node)
    }
    for message in messages where message.id == nil && message.name == nil && context.version.minor > 3 {
      report(
        .noMessageID,
        "the message has neither 'messageId' nor 'name', so that it is named after its place; add one", at: message.node
      )
    }
  }

  private func checkAddresses() {
    for channel in document.channels {
      guard let address = channel.address else { continue }
      check(address, canEndWithSlash: address == "/", channel.node["address"] ?? channel.node)
    }
    for server in document.servers {
      check(server.host, canEndWithSlash: true, server.node["url"] ?? server.node["host"] ?? server.node)
      guard let path = server.pathname else { continue }
      check(path, canEndWithSlash: path == "/" && context.version.major > 2, server.node["url"] ?? server.node)
    }
  }

  private func check(_ address: String, canEndWithSlash: Bool, _ place: Node) {
    if address.contains("{}") {
      report(.emptyPlaceholder, "'{}' has no name, and is taken as it is; write a name into it", at: place)
    }
    if !canEndWithSlash, address.hasSuffix("/") {
      report(
        .trailingSlash, "the address ends with '/', which many brokers take for an empty level; remove it", at: place)
    }
  }
}

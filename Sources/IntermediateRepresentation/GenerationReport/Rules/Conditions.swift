import SpecParser

/// Conditions on parts of a document.
extension Condition {
  static let isGenerated = Condition("something is generated for it") { site in
    site.outcome.swiftName(of: site.value) != nil
  }

  static let isFiltered = Condition("'only' chooses what is generated") { $0.outcome.isFiltered }

  static let isOverridden = Condition("the configuration names a type for it") {
    $0.outcome.schemas.isOverridden($0.value)
  }

  static let isFalse = Condition("it is false") { $0.value.bool == false }

  static let isText = Condition("it is a text") { $0.value.kind == .string }

  static let isInAddress = Condition("the address has it") { site in
    site.outcome.parameterNames(ofChannel: site.owner).contains(site.key.text)
  }

  static let isForSomeMessage = Condition("a message says none") { $0.outcome.hasMessagesWithoutContentType }

  static let correlatesReplies = Condition("a request with a reply carries it") { site in
    site.outcome.correlationLocations.contains(site.value)
  }

  static let replyIsGenerated = Condition("it has messages") { site in
    site.outcome.hasGeneratedReply(site.owner)
  }

  static let isReadSchema = Condition("its format is read") { site in
    site.outcome.isRead(payloadOf: site.owner)
  }

  static let isGranted = Condition("the name can be had") { site in
    !site.outcome.said(.invalidSwiftName, of: site.value)
  }

  static let isMultiFormat = Condition("it is a Multi Format Schema Object") { site in
    site.outcome.resolved(site.value)["schema"] != nil
  }

  static let areFields = Condition("they are an object") { site in
    site.outcome.headers(at: site.outcome.schemaPlace(site.value)) != nil
  }

  static let exemplifies = Condition("examples are generated") { site in
    site.outcome.exemplifies(site.value) || site.outcome.exemplifies(site.owner)
  }
}

package import SpecParser

/// Takes every decision that generation needs: names, types, optionality, unions, boxes.
package enum Lowering {
  /// What lowering gives, with the decisions that led to it.
  struct Result {
    var document: IntermediateDocument
    let types: TypeLowering
  }

  package static func lower(
    _ document: AsyncAPIDocument, settings: GenerationSettings, report: Report
  ) -> IntermediateDocument {
    result(of: document, settings: settings, report: report).document
  }

  /// With a report of what became of each thing that the document says; `nil` where the report has errors then.
  package static func lowerAndReport(
    _ document: AsyncAPIDocument, settings: GenerationSettings, report: Report
  ) -> (IntermediateDocument, GenerationReport)? {
    let result = result(of: document, settings: settings, report: report)
    guard !report.hasErrors else { return nil }
    return (result.document, GenerationReport(Outcome(document, lowered: result, settings: settings)))
  }

  private static func result(of document: AsyncAPIDocument, settings: GenerationSettings, report: Report) -> Result {
    let selection = Selection(settings.only, of: document, report: report)
    let namespace = settings.namespace ?? Self.namespace(for: document)
    let overrides = NameOverrides(settings.nameOverrides, document: document.files.first, report: report)
    let typeOverrides = TypeOverrides(settings.typeOverrides, document: document.files.first, report: report)
    let catalog = SchemaCatalog(
      document.schemaTable, components: document.components.schemas, settings: settings, typeOverrides: typeOverrides,
      report: report)
    let naming = TypeNaming(namespace: namespace, overrides: overrides)
    let constraints =
      settings.validatesConstraints ? ConstraintLowering(catalog: catalog, document: document, report: report) : nil
    let types = TypeLowering(catalog: catalog, naming: naming, constraints: constraints, report: report)
    types.declareComponents(document.components.schemas)
    var messages = MessageLowering(document: document, types: types, settings: settings)
    let loweredMessages = messages.lower()
    types.declareReferenced()
    var declarations = types.declarations
    Recursion.close(&declarations)
    InlineSize.limit(&declarations)
    var finishing = Finishing(declarations, defaults: types.defaults, settings: settings, report: report)
    declarations = finishing.finished(constructing: Set(loweredMessages.compactMap(\.headers).map(naming.final)))
    let channels = ChannelLowering(
      document: document, namespace: namespace, overrides: overrides, constraints: constraints
    ).lower()
    let operations = OperationLowering(
      document: document, catalog: catalog, messages: messages, channels: channels.names, namespace: namespace,
      overrides: overrides, report: report)
    let servers = ServerLowering(document: document, namespace: namespace, overrides: overrides).lower()
    let sides = settings.sides.map { operations.side($0) }
    overrides.reportUnused()
    typeOverrides.reportUnused()
    let lowered = IntermediateDocument(
      document: document.files.first.map { String($0.split(separator: "/").last ?? "") } ?? "",
      title: document.info.title, version: document.info.version,
      documentation: Documentation.lines(document.info.wording.description), namespace: namespace,
      access: settings.access,
      types: declarations, messages: loweredMessages.map { messages.final($0, finishing) },
      channels: channels.declarations, servers: servers, sides: sides)
    return Result(document: selection?.pruned(lowered, of: document) ?? lowered, types: types)
  }

  private static func namespace(for document: AsyncAPIDocument) -> String {
    let title = document.info.title.isEmpty ? "API" : document.info.title
    let name = SwiftIdentifier.make(title, .type)
    return ReservedNames.allowsNamespace(name) ? name : name + "API"
  }
}

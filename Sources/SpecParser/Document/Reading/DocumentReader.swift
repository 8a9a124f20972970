/// Reads an AsyncAPI document with everything that it refers to.
package enum DocumentReader {
  /// - Parameters:
  ///   - path: the document, as the sources know it
  ///   - perspective: whose point of view a 2.x document takes
  ///   - report: takes what is found
  /// - Returns: `nil` if the document cannot be made sense of; the report then holds an error. A document may be
  ///   returned beside errors, so that one run shows them all.
  package static func read(
    _ path: String, from sources: any SourceReader, limits: TreeLimits = .standard,
    perspective: Perspective = .application, report: Report
  ) -> AsyncAPIDocument? {
    let resolver = ReferenceResolver(sources: sources, limits: limits, report: report)
    guard let root = resolver.tree(at: path)?.root, let version = version(of: root, report: report) else { return nil }
    report.majorVersion = version.major
    let context = ReadingContext(resolver: resolver, report: report, version: version)
    context.structure.check(root, as: version.major == 2 ? .document2 : .document3)
    for site in context.structure.schemas { _ = context.schema(site) }
    return version.major == 2
      ? Version2Reader(context: context, perspective: perspective).read(root)
      : Version3Reader(context: context).read(root)
  }

  private static func version(of root: Node, report: Report) -> SpecificationVersion? {
    guard root.kind == .mapping else {
      report(
        .notAsyncAPI,
        "this is no AsyncAPI document: expected a mapping with the field 'asyncapi', found \(root.kindInWords)",
        at: root)
      return nil
    }
    guard let field = root["asyncapi"] else {
      let hint =
        if root["openapi"] != nil || root["swagger"] != nil {
          "it is an OpenAPI document, for which Swift OpenAPI Generator is made"
        } else {
          "it has no field 'asyncapi'; begin it with 'asyncapi: 3.1.0'"
        }
      report(.notAsyncAPI, "this is no AsyncAPI document: \(hint)", at: root)
      return nil
    }
    guard field.kind == .string else {
      let found = field.text.isEmpty ? "" : " \(Excerpt.shown(field.text)), which is"
      report(
        .unknownVersion, "'asyncapi' must be a string such as '3.1.0' or '2.6.0', found\(found) \(field.kindInWords)",
        at: field)
      return nil
    }
    guard let version = SpecificationVersion(field.text) else {
      report(
        .unknownVersion,
        "\(Excerpt.quoted(field.text)) is no version of AsyncAPI; expected such as '3.1.0' or '2.6.0'", at: field)
      return nil
    }
    switch version.support {
    case .supported: break
    case .newer(let known):
      report(
        .newerVersion,
        "AsyncAPI \(version) is newer than this tool, which reads it as \(known); look for a newer one if fields are reported as unknown",
        at: field)
    case .unsupported:
      report(
        .unknownVersion,
        "AsyncAPI \(version) is not supported; expected 2.0 to 2.6, 3.0 or 3.1, to which AsyncAPI's converter brings others",
        at: field)
      return nil
    }
    return version
  }
}

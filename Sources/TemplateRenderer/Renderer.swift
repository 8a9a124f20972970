package import IntermediateRepresentation
import Mustache

/// Renders the files of one document.
package struct Renderer: Sendable {
  private let templates: TemplateSet

  package init(templates: TemplateSet) {
    self.templates = templates
  }

  /// Every file, also those in which there is nothing to declare, since the build system was promised them.
  package func render(_ document: IntermediateDocument) -> [RenderedFile] {
    let shards = Self.shards(of: document)
    return RenderedFile.Role.allCases.map { role in
      let view = Self.view(of: document, for: role, shards: shards)
      let text = templates.library.render(view, withTemplate: role.template) ?? ""
      return RenderedFile(role: role, text: Self.tidied(text))
    }
  }

  private static func view(
    of document: IntermediateDocument, for role: RenderedFile.Role, shards: [RenderedFile.Role: [TypeDeclaration]]
  ) -> FileView {
    var view = FileView(document: document)
    let needs = ImportNeeds(document)
    switch role {
    case .schemas, .schemas2, .schemas3, .schemas4:
      let types = shards[role] ?? []
      let nested = Dictionary(grouping: document.types, by: \.name.parent).mapValues { Set($0.map(\.name.simpleName)) }
      view.declaresNamespace = role == .schemas
      view.types = types.map { declaration in
        TypeView(
          declaration: declaration,
          texts: TypeText(
            namespace: document.namespace, scope: declaration.name.parent, declaration: declaration.name,
            nestedNames: nested[declaration.name] ?? [], memberNames: declaration.memberNames))
      }
      view.importsRuntime = types.contains(where: needs.runtime)
      view.declaresWithRuntime = types.contains(where: needs.runtimeIsSeen)
      view.importsFoundation = types.contains(where: needs.foundation)
      view.modules = needs.modules(types.flatMap(\.usedTypes))
    case .messages:
      view.messages = document.messages.map { message in
        MessageView(
          message: message,
          texts: TypeText(namespace: document.namespace, scope: .messages, declaration: message.name))
      }
      view.importsRuntime = !document.messages.isEmpty
      // Only for public types does Swift count a conformance as a use of the import.
      view.declaresWithRuntime = document.access == .public || document.messages.contains(where: needs.runtimeIsSeen)
      view.importsFoundation = document.messages.contains(where: needs.foundation)
      view.modules = needs.modules(document.messages.flatMap(\.usedTypes))
    case .channels:
      view.channels = document.channels.map { ChannelView(channel: $0, namespace: document.namespace) }
      view.importsRuntime = !document.channels.isEmpty
      view.declaresWithRuntime = document.access == .public || document.channels.contains(where: needs.runtimeIsSeen)
    case .servers:
      view.servers = document.servers.map { ServerView(server: $0) }
      view.importsRuntime = !document.servers.isEmpty
    case .application, .client:
      let sides = document.sides.filter { $0.kind.rawValue.capitalizedFirst == role.rawValue }
      view.sides = sides.map { SideView(side: $0, document: document) }
      view.sideIsLeftOut = sides.isEmpty
      view.importsRuntime = sides.contains { !$0.publishes.isEmpty || !$0.receives.isEmpty }
      let messages = sides.flatMap { needs.messagesInMethods(of: $0, among: document.messages) }
      view.importsFoundation = messages.contains(where: needs.foundation)
      view.modules = needs.modules(messages.flatMap(\.usedTypes))
    }
    return view
  }

  /// Types by the file they go to, which depends on nothing but the name of the outermost type, so that an edit of one
  /// schema changes one file.
  private static func shards(of document: IntermediateDocument) -> [RenderedFile.Role: [TypeDeclaration]] {
    Dictionary(grouping: document.types) { declaration in
      let outermost = declaration.name.components.prefix(2).joined(separator: ".")
      return RenderedFile.Role.shards[Int(outermost.stableHash % UInt64(RenderedFile.Role.shards.count))]
    }
  }

  /// One line break at the end, and never two empty lines in a row or one before a closing brace.
  private static func tidied(_ text: String) -> String {
    var lines: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty, lines.last?.isEmpty ?? true { continue }
      if line.drop(while: { $0 == " " }).first == "}", lines.last?.isEmpty == true { lines.removeLast() }
      lines.append(line)
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension TypeDeclaration {
  fileprivate var memberNames: Set<String> {
    switch shape {
    case .structure(let structure): Set(structure.properties.map(\.name))
    case .union(let union): Set(union.members.map(\.name))
    case .enumeration, .alias: []
    }
  }
}

extension String {
  /// FNV-1a, which is the same in every process.
  fileprivate var stableHash: UInt64 {
    utf8.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
  }
}

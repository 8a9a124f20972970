import IntermediateRepresentation

/// One generated file.
struct FileView: View {
  var document: IntermediateDocument
  var types: [TypeView] = []
  var messages: [MessageView] = []
  var channels: [ChannelView] = []
  var servers: [ServerView] = []
  var sides: [SideView] = []
  var declaresNamespace = false
  /// Whether the file uses the runtime in its declarations, and not just inside of them.
  var importsRuntime = true
  var importsFoundation = false
  /// The side that the file is for, where none was asked for.
  var sideIsLeftOut = false

  static let fields = ViewFields<Self>([
    .text("document") { $0.document.document.commentText },
    .text("title") { $0.document.title.commentText },
    .text("version") { $0.document.version.commentText },
    .texts("documentation", \.document.documentation.commentLines),
    .text("namespace", \.document.namespace),
    .text("access", \.document.access.modifier),
    .text("importAccess", \.document.access.importModifier),
    .flag("declaresNamespace", \.declaresNamespace),
    .flag("importsRuntime", \.importsRuntime),
    .flag("importsFoundation", \.importsFoundation),
    .flag("sideIsLeftOut", \.sideIsLeftOut),
    .views("types", of: TypeView.self, \.types),
    .views("messages", of: MessageView.self, \.messages),
    .views("channels", of: ChannelView.self, \.channels),
    .views("servers", of: ServerView.self, \.servers),
    .views("sides", of: SideView.self, \.sides),
  ])
}

extension String {
  /// The text in one line, as a comment can hold it.
  var commentText: String { Documentation.lines(self).joined(separator: " ") }
}

extension AccessLevel {
  /// What stands in front of a declaration.
  var modifier: String {
    switch self {
    case .public: "public "
    case .package: "package "
    case .internal: ""
    }
  }

  /// What stands in front of an import that the declarations of a file use.
  var importModifier: String {
    switch self {
    case .public: "public "
    case .package: "package "
    case .internal: "internal "
    }
  }
}

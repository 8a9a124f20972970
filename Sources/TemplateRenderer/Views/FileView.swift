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
  var importsRuntime = true
  /// Whether the declarations themselves name types of the runtime, and not just what is inside of them.
  var declaresWithRuntime = true
  var importsFoundation = false
  /// The modules with types that the user has instead of generated ones.
  var modules: [String] = []
  /// The side that the file is for, where none was asked for.
  var sideIsLeftOut = false

  static let fields = ViewFields<Self>([
    .text("document") { $0.document.document.commentText },
    .text("title") { $0.document.title.commentText },
    .text("version") { $0.document.version.commentText },
    .texts("documentation") { view in
      let lines = view.document.documentation
      return (lines.isEmpty ? [] : [""] + lines).commentLines
    },
    .text("namespace", \.document.namespace),
    .text("access", \.document.access.modifier),
    // A level is written only where Swift asks for it: 'internal' or 'package' in one file of a module makes an error of
    // an import without a level in another, such as one of the user's.
    .text("foundationImport") { $0.document.access == .public ? "public import" : "import" },
    .text("runtimeImport") { $0.document.access == .public && $0.declaresWithRuntime ? "public import" : "import" },
    .flag("isForPackage") { $0.document.access == .package },
    .flag("seesRuntimeInPackage") { $0.document.access == .package && $0.declaresWithRuntime },
    .flag("declaresNamespace", \.declaresNamespace),
    .flag("importsRuntime", \.importsRuntime),
    .flag("importsFoundation", \.importsFoundation),
    .views("modules", of: ModuleView.self) { $0.modules.map(ModuleView.init) },
    .flag("sideIsLeftOut", \.sideIsLeftOut),
    .views("types", of: TypeView.self, \.types),
    .views("messages", of: MessageView.self, \.messages),
    .views("channels", of: ChannelView.self, \.channels),
    .views("servers", of: ServerView.self, \.servers),
    .views("sides", of: SideView.self, \.sides),
  ])
}

struct ModuleView: View {
  var name: String

  static let fields = ViewFields<Self>([.text("name", \.name)])
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
}

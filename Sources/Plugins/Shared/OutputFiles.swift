/// The files that one document becomes.
///
/// The build system must know them before the generator runs, so they depend on nothing but the document's place:
/// a side that is not asked for is a file without declarations, and schemas are spread over a fixed number of files.
enum OutputFile: String, CaseIterable, Sendable {
  case schemas = "Schemas"
  case schemas2 = "Schemas2"
  case schemas3 = "Schemas3"
  case schemas4 = "Schemas4"
  case messages = "Messages"
  case channels = "Channels"
  case servers = "Servers"
  case application = "Application"
  case client = "Client"

  func name(base: String) -> String { "\(base)+\(rawValue).swift" }

  static func names(base: String) -> [String] { allCases.map { $0.name(base: base) } }

  /// `orders/asyncapi.yaml` gives `orders_asyncapi`: Swift wants file names that are unique in a module, wherever
  /// they lie.
  ///
  /// - Parameter path: The document's path in its target.
  static func base(forDocumentAt path: String) -> String {
    let folders = path.split(separator: "/")
    guard let file = folders.last else { return "" }
    let stem = file.lastIndex(of: ".").map { file[..<$0] } ?? file
    return String((folders.dropLast() + [stem]).joined(separator: "/").map { isKept($0) ? $0 : "_" })
  }

  private static func isKept(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || character == "_" || character == "-")
  }
}

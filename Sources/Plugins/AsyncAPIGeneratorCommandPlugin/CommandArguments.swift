/// What the user wrote after `generate-asyncapi-code`.
struct CommandArguments: Hashable {
  /// Empty means all targets that have a document and checked-in code.
  var targets: [String] = []
  var checksOnly = false
  var showsHelp = false

  init(_ arguments: [String]) throws {
    var remaining = arguments[...]
    while let argument = remaining.popFirst() {
      switch argument {
      case "--help", "-h": showsHelp = true
      case "--check": checksOnly = true
      case "--target":
        guard let target = remaining.popFirst(), !target.hasPrefix("-") else {
          throw CommandArgumentsError.missingTarget
        }
        targets.append(target)
      case _ where argument.hasPrefix("--target="):
        let target = argument.dropFirst("--target=".count)
        if target.isEmpty { throw CommandArgumentsError.missingTarget }
        targets.append(String(target))
      default: throw CommandArgumentsError.unknown(argument)
      }
    }
  }

  static let help = """
    OVERVIEW: Writes the Swift code of AsyncAPI documents into the package, to be checked in.

    For each document of a target (asyncapi.yaml or <name>.asyncapi.yaml, or .yml or .json) the files that the build
    plugin would make are written into the folder GeneratedSources of the target.

    USAGE: swift package --allow-writing-to-package-directory generate-asyncapi-code [--target <target>]... [--check]

    OPTIONS:
      --target <target>   A target to generate code for; may be repeated. Without it, all Swift targets of the
                          package that have a document, and code in GeneratedSources already.
      --check             Write nothing, and fail if the code in GeneratedSources is not up to date.
      -h, --help          Show this help.

    A target uses either the build plugin AsyncAPIGeneratorPlugin or checked-in code: with both, each declaration is
    there twice and the target does not compile. List document and configuration in exclude: of the target, since SwiftPM
    warns of files that nothing reads. What an earlier document left in GeneratedSources is removed. Options of swift package, such as
    --allow-writing-to-package-directory, stand before generate-asyncapi-code.
    """
}

enum CommandArgumentsError: Error, Hashable, CustomStringConvertible {
  case missingTarget
  case unknown(String)

  var description: String {
    switch self {
    case .missingTarget: "--target must be followed by the name of a target"
    case .unknown("--allow-writing-to-package-directory"):
      "--allow-writing-to-package-directory belongs to swift package: write it before generate-asyncapi-code"
    case .unknown(let argument):
      """
      unknown argument '\(argument)': expected --target <target>, --check or --help (options of swift package stand \
      before generate-asyncapi-code)
      """
    }
  }
}

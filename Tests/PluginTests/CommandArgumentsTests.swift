import Testing

/// What fails here: `swift package generate-asyncapi-code` does something else than was asked.
struct CommandArgumentsTests {
  @Test("Both spellings of --target, repeated, and --check")
  func accepted() throws {
    let arguments = try CommandArguments(["--target", "App", "--check", "--target=Core"])
    #expect(arguments.targets == ["App", "Core"])
    #expect(arguments.checksOnly)
    #expect(!arguments.showsHelp)
  }

  @Test("Help", arguments: ["--help", "-h"])
  func help(argument: String) throws {
    #expect(try CommandArguments([argument]).showsHelp)
  }

  @Test(
    "A --target without a name must not mean all targets",
    arguments: [["--target"], ["--target="], ["--target", "--check"]])
  func missingTarget(arguments: [String]) {
    #expect(throws: CommandArgumentsError.missingTarget) { try CommandArguments(arguments) }
  }

  @Test("What is not known is refused", arguments: ["App", "--dry-run", "-t", "--targets=App", ""])
  func unknown(argument: String) {
    #expect(throws: CommandArgumentsError.unknown(argument)) { try CommandArguments([argument]) }
  }

  @Test("Who writes the permission in the wrong place is told the right one")
  func permissionAfterVerb() throws {
    let error = try #require(throws: CommandArgumentsError.self) {
      try CommandArguments(["--allow-writing-to-package-directory"])
    }
    #expect(error.description.contains("before generate-asyncapi-code"))
  }
}

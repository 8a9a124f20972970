import SpecParser

/// What became of an example that was decoded, validated and encoded.
struct ExampleOutcome {
  enum Survival {
    case survived
    /// Only properties that the document does not name are gone, and `unknownProperties: capture` keeps them.
    case passedOver
    case differed(String)
    case withoutType
  }

  var survival: Survival
  /// What `validate()` found first.
  var violation: Substring?

  static let withoutType = ExampleOutcome(survival: .withoutType)

  init(survival: Survival) { self.survival = survival }

  init(of example: Example, answer: CorpusPackage.Answer) {
    let usual = Self.difference(from: example.value, to: answer.usual)
    let capturing = Self.difference(from: example.value, to: answer.capturing)
    survival =
      switch (usual, capturing) {
      case (nil, nil): .survived
      case (_, let words?): .differed(words)
      case (_?, nil): .passedOver
      }
    violation = answer.capturing.flatMap { Self.parts($0).violation }
  }

  private static func parts(_ answer: Substring) -> (isJSON: Bool, violation: Substring?, text: Substring) {
    let parts = answer.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3 else { return (false, nil, answer) }
    return (parts[0] == "json", parts[1].isEmpty ? nil : parts[1], parts[2])
  }

  /// - Parameter answer: a line of the program; `nil` where it ended before
  private static func difference(from value: Node, to answer: Substring?) -> String? {
    guard let answer else { return "the program ended" }
    let (isJSON, _, text) = parts(answer)
    guard isJSON else { return String(text) }
    let file = SourceFile(path: "answer.json", bytes: Array(text.utf8))
    var diagnostics: [Diagnostic] = []
    do {
      let tree = try Tree.read(file, diagnostics: &diagnostics)
      return JSONDifference(from: value, to: tree.root)?.description
    } catch {
      return "what is encoded is no JSON: \(error.message)"
    }
  }
}

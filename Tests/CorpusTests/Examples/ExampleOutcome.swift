import SpecParser

/// What became of an example that was decoded and encoded.
enum ExampleOutcome {
  case survived
  /// Only properties that the document does not name are gone, and `unknownProperties: capture` keeps them.
  case passedOver
  case differed(String)
  case withoutType

  init(of example: Example, answer: CorpusPackage.Answer) {
    let usual = Self.difference(from: example.value, to: answer.usual)
    let capturing = Self.difference(from: example.value, to: answer.capturing)
    self =
      switch (usual, capturing) {
      case (nil, nil): .survived
      case (_, let words?): .differed(words)
      case (_?, nil): .passedOver
      }
  }

  /// - Parameter answer: a line of the program; `nil` where it ended before
  private static func difference(from value: Node, to answer: Substring?) -> String? {
    guard let answer else { return "the program ended" }
    let parts = answer.split(separator: "\t", maxSplits: 1)
    guard parts.count == 2, parts[0] == "json" else { return String(parts.last ?? "") }
    let file = SourceFile(path: "answer.json", bytes: Array(parts[1].utf8))
    var diagnostics: [Diagnostic] = []
    do {
      let tree = try Tree.read(file, diagnostics: &diagnostics)
      return JSONDifference(from: value, to: tree.root)?.description
    } catch {
      return "what is encoded is no JSON: \(error.message)"
    }
  }
}

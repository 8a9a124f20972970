import Testing

/// What fails here: a value that a document gives is not what it was after it was decoded and encoded.
struct ExampleTests {
  @Test(
    "Every example and default survives: decoded with the generated type and encoded, it is the same JSON value, and validate() finds no fault with it"
  )
  func survival() async throws {
    let package = try await CorpusPackage.built.value
    var answers = try await package.answers()[...]
    var survey = ExampleSurvey()
    for example in package.examples {
      survey.add(
        example,
        example.isCoded ? ExampleOutcome(of: example, answer: answers.popFirst() ?? .init()) : .withoutType)
    }
    print(survey)

    let compiled = Set(package.batches.flatMap(\.members).map(\.document.description))
    var listed = Set(Difference.known.filter { compiled.contains($0.document) }.map(\.place))
    for (example, words) in survey.differing where listed.remove(example.place) == nil {
      Issue.record("\(example.kind) \(example.place): \(words)")
    }
    for (example, words) in survey.refused
    where !Difference.withAlternativesThatLookAlike.contains(example.document) {
      Issue.record("\(example.kind) \(example.place) is valid, but validate() says: \(words)")
    }
    #expect(listed.isEmpty, "these differ no longer: take them off the list")
    #expect(survey.differing.count * 100 <= survey.compared)
  }

  @Test("Numbers are the same where their values are, to the last digit")
  func numbers() {
    for text in ["1.0", "1e0", "10e-1", "0.1e1", "1.000"] { #expect(ExactNumber("1") == ExactNumber(text)) }
    for text in ["-1", "1.0000000000000000001", "10", "1e1", "0"] { #expect(ExactNumber("1") != ExactNumber(text)) }
    #expect(ExactNumber("-0.0") == ExactNumber("0"))
    #expect(ExactNumber("12345678901234567890") != ExactNumber("12345678901234567891"))
  }
}

import Testing

@testable import SpecParser

/// What comes of comparing a value with a schema, both written in YAML.
struct Evaluation {
  let violations: [SchemaViolation]
  let leftUndecided: Bool

  init(_ schema: String, _ instance: String, with files: [String: String] = [:], stepsPerCall: Int = 1_000_000) throws {
    let resolver = ReferenceResolver(
      sources: InMemorySources(files.merging(["schema.yaml": schema]) { $1 }), limits: .standard,
      report: Report(purpose: .validation))
    let schema = try #require(resolver.tree(at: "schema.yaml"))
    let value = try #require(Reading(instance).root)
    var evaluator = SchemaEvaluator(resolver: resolver, stepsPerCall: stepsPerCall)
    violations = evaluator.violations(of: value, against: schema.root)
    leftUndecided = evaluator.leftUndecided
  }

  var isValid: Bool { violations.isEmpty }
  var sentences: [String] { violations.map(\.sentence) }
}

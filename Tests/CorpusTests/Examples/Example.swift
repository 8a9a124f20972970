import IntermediateRepresentation

@testable import SpecParser

/// A value that a document gives for one of its schemas.
struct Example {
  enum Kind: String, CaseIterable {
    case payload = "payloads of messages"
    case headers = "headers of messages"
    case schema = "examples of schemas"
    case `default` = "defaults of schemas"
    case madeUp = "values made up for schemas"
  }

  enum Validity: String {
    case valid
    case invalid
    case undecided
  }

  var kind: Kind
  var document: String
  /// The value's place in the document.
  var pointer: String
  var value: Node
  /// `nil` where no Swift type stands for the schema alone.
  var use: PlacedTypes.Use?
  /// The type that keeps properties which the document does not name.
  var capturingUse: PlacedTypes.Use?
  var validity: Validity

  var isCoded: Bool { use != nil && capturingUse != nil }
  var place: String { "\(document)#\(pointer)" }
}

extension Example {
  /// All values that a document gives.
  static func all(of member: DocumentBatch.Member) -> [Example] {
    let document = member.generated
    let types = PlacedTypes(document)
    let capturingTypes = PlacedTypes(member.capturing)
    let report = Report(purpose: .validation)
    var evaluator = SchemaEvaluator(
      resolver: ReferenceResolver(sources: member.document.sources, limits: .standard, report: report))
    var examples: [Example] = []
    func add(_ kind: Kind, _ value: Node, of schema: Node, at pointer: String? = nil) {
      examples.append(
        Example(
          kind: kind, document: document.name, pointer: pointer ?? value.pointer, value: value, use: types[schema],
          capturingUse: capturingTypes[schema],
          validity: validity(of: value, against: schema, &evaluator)))
    }
    for schema in document.parsed.schemaTable.values {
      if let value = schema.defaultValue { add(.default, value, of: schema.node) }
      for value in schema.examples { add(.schema, value, of: schema.node) }
      // OpenAPI's keyword, which many use here too.
      if schema.boolean == nil, let value = schema.node["example"] { add(.schema, value, of: schema.node) }
    }
    for schema in document.parsed.schemaTable.values where types[schema.node]?.isOutermost == true {
      var seen: Set<String> = []
      for manner in MadeUpValue.Manner.allCases {
        for choice in 0..<3 {
          var maker = MadeUpValue(document.parsed.schemaTable, manner: manner, choice: choice)
          let json = maker.json(schema.node)
          guard seen.insert(json).inserted else { continue }
          let file = SourceFile(path: "made-up.json", bytes: Array(json.utf8))
          var diagnostics: [Diagnostic] = []
          guard let value = try? Tree.read(file, diagnostics: &diagnostics).root else { continue }
          add(.madeUp, value, of: schema.node, at: "\(schema.node.pointer) (\(manner) \(choice))")
        }
      }
    }
    for message in document.parsed.messageTable.values {
      for example in message.examples {
        if let payload = example.payload, case .schema(let schema) = message.payload {
          add(.payload, payload, of: schema.place)
        }
        if let headers = example.headers, let schema = message.headers.first, message.headers.count == 1 {
          add(.headers, headers, of: schema.place)
        }
      }
    }
    return examples
  }

  /// What decides whether an example must survive.
  private static func validity(
    of value: Node, against schema: Node, _ evaluator: inout SchemaEvaluator
  ) -> Validity {
    let violations = evaluator.violations(of: value, against: schema)
    return violations.isEmpty ? (evaluator.leftUndecided ? .undecided : .valid) : .invalid
  }
}

/// The page of the documentation that lists the class of everything a document may say.
package enum RulePage {
  package static var markdown: String {
    """
    # The generation report

    `generate --report FILE` writes a line for each thing that a document says, in the order of the document, with what
    becomes of it: as text, or as JSON if the file's name ends in `.json`. `report: text` or `report: json` in the
    configuration writes it beside the Swift files, which is also where a build has it. This page is made from the
    generator's own tables.

    - **enforced**: the generated code holds everybody to it. What contradicts it does not compile, encode, decode or
      travel.
    - **represented**: the generated code has it, as a name, a value, a comment or a wider type, and holds nobody to it.
    - **ignored**: the generated code would be the same without it. `generate --strict` refuses a document that says
      such a thing, unless the level of its code is lowered with `--severity CODE=LEVEL` or `severity`.
    - **unselected**: the user's filter leaves it out. That is never an error.

    Of what is ignored or left out as a whole, the parts have no lines of their own.

    ## Codes

    | code | meaning |
    |---|---|
    \(codes.joined(separator: "\n"))

    The codes of what is ignored are in the [list of diagnostic codes](DiagnosticCodes.md).

    \(RuleTable.objects.keys.sorted(by: isBefore).map(section).joined(separator: "\n\n"))

    ## Schema Object

    \(table(RuleTable.keywords, "keyword"))
    | any other | \(words(RuleTable.otherKeyword)) |

    ## Schema Object of a parameter in AsyncAPI 2

    \(table(RuleTable.parameterKeywords, "keyword"))
    | any other | \(words(RuleTable.otherParameterKeyword)) |

    ## Reference Object

    \(table(RuleTable.siblings.merging(["$ref": .always(.reference)]) { $1 }, "field"))
    | any other | \(words(.always(.sibling))) |

    What stands beside `$ref` counts only where the reference is that of a property, of an element of a list of `items`,
    or, for its name, of an alternative or a component.

    ## Extensions

    \(table(RuleTable.extensions, "extension"))
    | any other | \(words(.always(.extension))) |

    That holds for objects with a name in Swift. Those of schemas are listed there.

    ## Bindings

    \(RuleTable.bindings.keys.sorted().map(bindings).joined(separator: "\n"))

    """
  }

  private static var codes: [String] { Treatment.codes.map { "| `\($0.code)` | \($0.meaning) |" } }

  /// The document and its components come first, as one reads.
  private static func isBefore(_ one: String, _ other: String) -> Bool {
    let first = ["AsyncAPI Object", "Info Object", "Components Object"]
    let places = [one, other].map { first.firstIndex(of: $0) ?? first.count }
    return (places[0], one) < (places[1], other)
  }

  private static func section(_ object: String) -> String {
    "## \(object)\n\n\(table(RuleTable.objects[object] ?? [:], "field"))"
  }

  private static func table(_ rules: [String: Rule], _ column: String) -> String {
    let rows = rules.sorted { $0.key < $1.key }.map { "| `\($0.key)` | \(words($0.value)) |" }
    return (["| \(column) | what becomes of it |", "|---|---|"] + rows).joined(separator: "\n")
  }

  /// The fields of each place with the same class, in one line.
  private static func bindings(of protocolName: String) -> String {
    var lines: [String: [String]] = [:]
    for (path, rule) in (RuleTable.bindings[protocolName] ?? [:]).sorted(by: { $0.key < $1.key }) {
      lines[words(rule), default: []].append("`\(path)`")
    }
    let listed = lines.sorted { $0.key < $1.key }.map { "\($0.value.joined(separator: ", ")): \($0.key)" }
    return "- **\(protocolName)**: \(listed.isEmpty ? words(.binding) : listed.joined(separator: ". "))"
  }

  private static func words(_ rule: Rule) -> String {
    switch rule {
    case .parts: "by its parts"
    case .entries(let entry): "each entry: \(words(entry))"
    case .always(let treatment): "**\(treatment.kind.rawValue)**: \(treatment.words)"
    case .when(let condition, let then, let otherwise):
      "\(words(then)), where \(condition.words); otherwise \(words(otherwise))"
    }
  }
}

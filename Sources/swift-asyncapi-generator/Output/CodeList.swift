import SpecParser

/// The codes of diagnostics with what they mean.
struct CodeList {
  private struct Row {
    var name: String
    var weight: String
    var inValidate: String
    var inGenerate: String
    var meaning: String

    init(_ code: DiagnosticCode) {
      name = code.name
      weight = Row.inBothVersions(of: code, \.rawValue)
      inValidate = Row.inBothVersions(of: code) { Row.severity(of: $0, for: .validation) }
      inGenerate = Row.inBothVersions(of: code) { Row.severity(of: $0, for: .generation(strict: false)) }
      meaning = code.meaning
    }

    private static func severity(of weight: DiagnosticCode.Weight, for purpose: Purpose) -> String {
      weight == .ignored ? "not said" : purpose.severity(of: weight).rawValue
    }

    private static func inBothVersions(
      of code: DiagnosticCode, _ word: (DiagnosticCode.Weight) -> String
    ) -> String {
      let (in2, in3) = (word(code.weight(inMajorVersion: 2)), word(code.weight(inMajorVersion: 3)))
      return in2 == in3 ? in2 : "\(in2), in AsyncAPI 3 \(in3)"
    }

    var cells: [String] { [name, weight, inValidate, inGenerate, meaning] }
  }

  private let rows: [Row]

  init(_ codes: [DiagnosticCode]) {
    rows = codes.map(Row.init)
  }

  var text: String {
    let table = [["code", "weight", "validate", "generate", "when"]] + rows.map(\.cells)
    let widths = table.reduce([0, 0, 0, 0]) { widths, cells in zip(widths, cells).map { max($0, $1.count) } }
    let lines = table.map { cells in
      (zip(cells, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) } + [cells.last ?? ""])
        .joined(separator: "  ")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  var markdown: String {
    """
    # Diagnostic codes

    What the generator says of documents, configurations and templates. This page is made from the generator's own
    list, by `swift-asyncapi-generator codes --format markdown`.

    What a finding weighs decides how it is reported:

    - **unsound**: nothing sound can be generated. Always an error.
    - **violation**: the specification forbids it, and code can be generated all the same. An error for `validate` and
      for `generate --strict`, else a warning.
    - **suspicious**: allowed, but hardly meant. A warning.
    - **note**: worth knowing. A note.
    - **ignored**: without effect on the generated code. An error for `generate --strict`; else the report of
      `generate --report` says it.

    All but what is unsound can be reported otherwise, by `--severity CODE=LEVEL` or by `severity` in the
    configuration: as `error`, `warning` or `note`, or, with `ignore`, not at all.

    | code | weight | validate | generate | when |
    |---|---|---|---|---|
    \(rows.map(Self.markdown).joined(separator: "\n"))

    """
  }

  private static func markdown(_ row: Row) -> String {
    "| `\(row.name)` | \(row.cells.dropFirst().map { $0.replacing("|", with: "\\|") }.joined(separator: " | ")) |"
  }
}

import Foundation
import IntermediateRepresentation
import SpecParser

/// The generation report for a program. Keys stand in the order of the alphabet.
struct GenerationReportJSON: Encodable {
  private var formatVersion = 1
  private var document: String
  private var constructs: [Entry]
  private var totals: Totals

  private struct Entry: Encodable {
    var `class`: Treatment.Kind
    var code: String
    /// The object of the specification, or of an entry the field that holds it.
    var owner: String
    var name: String
    var words: String
    var swiftName: String?
    var path: String
    var line: Int
    var column: Int
    var pointer: String
  }

  private struct Totals: Encodable {
    var constructs: Int
    var enforced: Int
    var represented: Int
    var ignored: Int
    var unselected: Int
  }

  init(_ report: GenerationReport, _ paths: ReportedPaths) {
    document = paths.shown(report.document)
    constructs = report.constructs.map { construct in
      let location = construct.key.location
      return Entry(
        class: construct.treatment.kind, code: construct.treatment.code, owner: construct.owner, name: construct.name,
        words: construct.treatment.words, swiftName: construct.swiftName, path: paths.shown(location.path),
        line: location.line,
        column: location.column, pointer: construct.key.pointer)
    }
    totals = Totals(
      constructs: constructs.count, enforced: report.count(.enforced), represented: report.count(.represented),
      ignored: report.count(.ignored), unselected: report.count(.unselected))
  }

  var text: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }
  }
}

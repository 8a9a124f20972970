import IntermediateRepresentation
import SpecParser

/// The generation report for a person: a line for each construct, and a summary.
struct GenerationReportText {
  var report: GenerationReport
  var paths: ReportedPaths

  var text: String {
    var text = ""
    for construct in report.constructs {
      var location = construct.key.location
      location.path = paths.shown(location.path)
      let place = Excerpt.visible(location.description)
      let treatment = construct.treatment
      text += "\(place): \(treatment.kind.rawValue): \(construct.words): \(construct.destination) [\(treatment.code)]\n"
    }
    return text + summary + "\n"
  }

  private var summary: String {
    let counts = Treatment.Kind.allCases.map { (kind: $0, count: report.count($0)) }
      .filter { $0.kind != .unselected || $0.count > 0 }
    return "\(report.constructs.count) construct\(report.constructs.count == 1 ? "" : "s"): "
      + counts.map { "\($0.count) \($0.kind.rawValue)" }.joined(separator: ", ")
  }
}

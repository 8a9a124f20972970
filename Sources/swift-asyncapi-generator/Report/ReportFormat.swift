import Foundation
import IntermediateRepresentation
import SpecParser

/// How the generation report is written.
enum ReportFormat: String, CaseIterable {
  case text
  case json

  /// - Parameter path: of a file
  init(of path: String) {
    self = path.lowercased().hasSuffix(".json") ? .json : .text
  }

  /// The name of the file beside the Swift.
  func fileName(base: String) -> String {
    switch self {
    case .text: "\(base)+Report.txt"
    case .json: "\(base)+Report.json"
    }
  }

  func text(of report: GenerationReport, paths: ReportedPaths) throws -> String {
    switch self {
    case .text: GenerationReportText(report: report, paths: paths).text
    case .json: try GenerationReportJSON(report, paths).text
    }
  }
}

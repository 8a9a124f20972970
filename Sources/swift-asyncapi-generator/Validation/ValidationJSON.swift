import Foundation
import SpecParser

/// What validation has found, for a program. Keys stand in the order of the alphabet.
struct ValidationJSON: Encodable {
  private var formatVersion = 1
  private var documents: [Document]
  private var totals: ValidationTotals

  private struct Document: Encodable {
    var path: String
    var verdict: String
    var diagnostics: [Finding]
  }

  private struct Finding: Encodable {
    var severity: Diagnostic.Severity
    var code: String
    var message: String
    var path: String?
    var line: Int?
    var column: Int?
    var notes: [Note]
  }

  private struct Note: Encodable {
    var message: String
    var path: String
    var line: Int
    var column: Int
  }

  init(_ validation: Validation, minimumSeverity: Diagnostic.Severity) {
    documents = validation.documents.map { document in
      Document(
        path: document.path, verdict: document.isValid ? "valid" : "invalid",
        diagnostics: document.diagnostics.filter { $0.severity >= minimumSeverity }.map(Self.finding))
    }
    totals = ValidationTotals(validation)
  }

  var text: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }
  }

  private static func finding(_ diagnostic: Diagnostic) -> Finding {
    Finding(
      severity: diagnostic.severity, code: diagnostic.code, message: diagnostic.message,
      path: diagnostic.location?.path, line: diagnostic.location?.line, column: diagnostic.location?.column,
      notes: diagnostic.notes.map {
        Note(message: $0.message, path: $0.location.path, line: $0.location.line, column: $0.location.column)
      })
  }
}

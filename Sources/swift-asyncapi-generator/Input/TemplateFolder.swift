import Foundation
import SpecParser
import TemplateRenderer

/// The user's templates.
enum TemplateFolder {
  /// - Returns: `nil` once the report says what is wrong with them
  static func load(_ folder: String?, report: Report) -> TemplateSet? {
    do throws(TemplateFaults) {
      guard let folder else { return try TemplateSet() }
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
        report.add([
          Diagnostic(.error, .unreadableFile, "the folder of templates '\(folder)' cannot be read", at: nil)
        ])
        return nil
      }
      var replacements: [TemplateSet.Replacement] = []
      for name in names.sorted() where name.hasSuffix(".mustache") {
        let path = "\(folder)/\(name)"
        guard let bytes = FileManager.default.contents(atPath: path),
          let text = String(validating: bytes, as: UTF8.self)
        else {
          report.add([Diagnostic(.error, .unreadableFile, "the template '\(path)' cannot be read as UTF-8", at: nil)])
          return nil
        }
        replacements.append(.init(name: name, path: path, text: text))
      }
      return try TemplateSet(replacing: replacements)
    } catch {
      report.add(error.diagnostics)
      return nil
    }
  }
}

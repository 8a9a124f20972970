import Foundation
import TemplateRenderer

extension CompiledPackage {
  /// What the compiler has to say.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// The compiler's errors, each under its document and over the line that was generated.
  func explanation(of build: Subprocess) -> String {
    let errors = build.lines.filter { $0.contains("error: ") }
    var explained: [String] = []
    for target in targets {
      let own = Set(errors.filter { $0.contains("/Sources/\(target.name)/") }.map(String.init)).sorted()
      for (heading, errors) in Dictionary(grouping: own, by: { target.heading(of: $0) }).sorted(by: { $0.key < $1.key })
      {
        explained.append("\(heading):")
        for error in errors.prefix(10) {
          explained.append("  \(error)")
          if let line = target.line(of: error) { explained.append("    \(line)") }
        }
      }
    }
    return explained.isEmpty ? build.output : explained.joined(separator: "\n")
  }
}

extension CompiledPackage.Target {
  /// Which document of which target the compiler speaks of.
  fileprivate func heading(of error: String) -> String {
    guard let place = place(of: error), documents.count > 1 || documents.first?.name != source else { return source }
    return "\(documents[place.document].name) in \(source)"
  }

  /// The generated line of which the compiler speaks.
  fileprivate func line(of error: String) -> Substring? {
    guard let place = place(of: error),
      let file = documents[place.document].files.first(where: { $0.role.rawValue == place.role })
    else { return nil }
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.indices.contains(place.line - 1) ? lines[place.line - 1].drop { $0 == " " } : nil
  }

  private func place(of error: String) -> (document: Int, role: String, line: Int)? {
    guard let match = error.firstMatch(of: /\/document(?<number>\d+)\+(?<role>\w+)\.swift:(?<line>\d+):/),
      let number = Int(match.number), documents.indices.contains(number), let line = Int(match.line)
    else { return nil }
    return (number, String(match.role), line)
  }
}

import Foundation
import Testing

@Suite struct ConfigurationKeyTests {
  @Test("The table in the README has each key of the configuration")
  func readme() throws {
    let text = try String(contentsOf: Recorded.root.appendingPathComponent("README.md"), encoding: .utf8)
    let header = "| key | value | default |\n|---|---|---|\n"
    let parts = text.split(separator: header, maxSplits: 1, omittingEmptySubsequences: false)
    try #require(parts.count == 2)
    let rest = parts[1].drop(whileLine: { $0.hasPrefix("|") })
    let rows = ConfigurationKey.allCases.map { key in
      "| `\(key.rawValue)` | \(key.value) |\(key.defaultValue.isEmpty ? "" : " \(key.defaultValue)") |\n"
    }
    try Recorded.expect("README.md", toBe: parts[0] + header + rows.joined() + rest)
  }
}

extension Substring {
  /// What follows the first lines that are so.
  fileprivate func drop(whileLine isDropped: (Substring) -> Bool) -> Substring {
    var rest = self
    while isDropped(rest), let end = rest.firstIndex(of: "\n") { rest = rest[rest.index(after: end)...] }
    return rest
  }
}

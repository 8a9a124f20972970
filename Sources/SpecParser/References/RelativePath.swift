/// Paths that are relative to the file that holds them (RFC 3986, 5.2.4).
package enum RelativePath {
  package static func resolve(_ reference: String, from file: String) -> String {
    if reference.hasPrefix("/") { return normalized(reference) }
    let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    return normalized(folder.isEmpty && !file.hasPrefix("/") ? reference : "\(folder)/\(reference)")
  }

  private static func normalized(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/", omittingEmptySubsequences: true) {
      switch part {
      case ".": continue
      case "..":
        if let last = parts.last, last != ".." {
          parts.removeLast()
        } else if !path.hasPrefix("/") {
          parts.append(part)
        }
      default: parts.append(part)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }
}

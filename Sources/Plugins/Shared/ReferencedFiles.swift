import Foundation

/// The files that a document reaches by `$ref`, directly or through others, so that an edit of one is followed by a
/// new generation.
///
/// Found textually, so there may be more of them than the generator reads. A file that does not exist is left to the
/// generator, which reports it at the place of the reference.
struct ReferencedFiles {
  var maximumFileCount = 2000
  /// A file is searched only while the sum of all sizes stays below this.
  var maximumByteCount = 64 << 20

  /// The files reached from `document`, without itself, nearest first.
  func urls(reachedFrom document: URL) -> [URL] {
    let document = document.standardizedFileURL
    var reached = [document]
    var seen: Set<String> = [document.path]
    var remainingBytes = maximumByteCount
    var next = 0
    while next < reached.count {
      let file = reached[next]
      next += 1
      guard let size = Self.sizeOfRegularFile(at: file), size <= remainingBytes else { continue }
      remainingBytes -= size
      guard let text = try? Data(contentsOf: file) else { continue }
      for reference in TextualValues.values(of: "$ref", in: text) {
        guard reached.count <= maximumFileCount else { break }
        guard let target = Self.target(of: reference, in: file), !seen.contains(target.path),
          Self.sizeOfRegularFile(at: target) != nil
        else { continue }
        seen.insert(target.path)
        reached.append(target)
      }
    }
    return Array(reached.dropFirst())
  }

  private static func target(of reference: String, in file: URL) -> URL? {
    let beforeFragment = reference.prefix { $0 != "#" }
    guard !beforeFragment.isEmpty, !beforeFragment.hasPrefix("/"), !hasScheme(beforeFragment),
      let path = beforeFragment.removingPercentEncoding, !path.contains("\0")
    else { return nil }
    return file.deletingLastPathComponent().appendingPathComponent(path).standardizedFileURL
  }

  private static func hasScheme(_ reference: Substring) -> Bool {
    guard let colon = reference.firstIndex(of: ":") else { return false }
    return !reference[..<colon].contains("/")
  }

  private static func sizeOfRegularFile(at url: URL) -> Int? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: url.resolvingSymlinksInPath().path)
    guard let attributes, attributes[.type] as? FileAttributeType == .typeRegular else { return nil }
    return (attributes[.size] as? NSNumber)?.intValue
  }
}

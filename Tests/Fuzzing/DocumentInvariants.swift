/// What holds of every document that is read.
enum DocumentInvariants {
  /// Between the files, all in one input.
  private static let separator = Array("\n# next file\n".utf8)
  private static let paths = ["api.yaml", "parts/b.yaml", "c.json"]

  static func check(_ bytes: [UInt8]) {
    let files = Dictionary(uniqueKeysWithValues: zip(paths, parts(of: bytes)))
    let lines = Dictionary(uniqueKeysWithValues: files.map { ($0, Lines(SourceFile(path: $0, bytes: $1))) })
    let reports = [Purpose.validation, .generation(strict: false), .validation].map { purpose in
      let report = Report(purpose: purpose)
      let document = DocumentReader.read(
        paths[0], from: Files(bytes: files), limits: TreeInvariants.limits, report: report)
      require(document != nil || report.hasErrors, "a document is refused without a word")
      return report
    }
    require(reports[0].diagnostics == reports[2].diagnostics, "the second reading finds something else")
    for diagnostic in reports[0].diagnostics {
      let places = [diagnostic.location].compactMap(\.self) + diagnostic.notes.map(\.location)
      for place in places {
        guard let lines = lines[place.path] else { fatalError("a place is in no file: \(diagnostic)") }
        lines.check(place)
      }
      require(!diagnostic.message.isEmpty && diagnostic.message.utf8.count < 20_000, "too much is said: \(diagnostic)")
    }
  }

  private static func parts(of bytes: [UInt8]) -> [[UInt8]] {
    var parts: [[UInt8]] = [[]]
    var position = 0
    while position < bytes.count {
      if parts.count < paths.count, bytes[position...].starts(with: separator) {
        parts.append([])
        position += separator.count
      } else {
        parts[parts.count - 1].append(bytes[position])
        position += 1
      }
    }
    return parts
  }

  private struct Files: SourceReader {
    let bytes: [String: [UInt8]]

    func path(of reference: String, from path: String) -> String { RelativePath.resolve(reference, from: path) }

    func bytes(at path: String, limit: Int) throws(SourceUnavailable) -> [UInt8] {
      guard let bytes = bytes[path] else { throw .missing }
      return bytes
    }
  }
}

/// Where the bytes of documents come from: a disk, or a dictionary in a test.
package protocol SourceReader {
  /// The one path by which a file is known, however it is referred to.
  ///
  /// - Parameters:
  ///   - reference: the path part of a `$ref`, percent-decoded and relative
  ///   - path: the file that holds the reference
  func path(of reference: String, from path: String) -> String

  /// The path of the copy of a file that is on the network, or `nil` where no copies are kept.
  func path(ofCopy address: RemoteAddress) -> String?

  /// The bytes of a file.
  func bytes(at path: String, limit: Int) throws(SourceUnavailable) -> [UInt8]
}

extension SourceReader {
  package func path(ofCopy address: RemoteAddress) -> String? { nil }
}

/// Why a file cannot be read.
package enum SourceUnavailable: Error, Hashable, Sendable {
  case missing
  case folder
  /// The file lies outside the folders that references may reach.
  case outsideRoots(allowed: [String])
  case tooLarge(limit: Int)
  case unreadable(reason: String)
}

/// Files held in memory.
package struct InMemorySources: SourceReader, Sendable {
  private let files: [String: [UInt8]]
  private let copies: String?

  /// - Parameter copies: the folder with the copies of files that are on the network
  package init(_ files: [String: String], copies: String? = nil) {
    self.files = files.mapValues { Array($0.utf8) }
    self.copies = copies
  }

  package func path(ofCopy address: RemoteAddress) -> String? { copies.map { "\($0)/\(address.pathOfCopy)" } }

  package func path(of reference: String, from path: String) -> String {
    RelativePath.resolve(reference, from: path)
  }

  package func bytes(at path: String, limit: Int) throws(SourceUnavailable) -> [UInt8] {
    guard let bytes = files[path] else { throw .missing }
    guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
    return bytes
  }
}

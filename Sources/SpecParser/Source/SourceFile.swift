/// A file as it was read, and the path that names it to the user.
package struct SourceFile: Sendable {
  /// As it is shown to the user, and the file's identity.
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

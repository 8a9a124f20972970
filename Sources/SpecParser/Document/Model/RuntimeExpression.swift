/// Runtime Expression: where in a message a value travels, as in `$message.header#/pointer`.
package struct RuntimeExpression: Hashable, Sendable {
  package enum Source: String, Hashable, Sendable, Codable {
    case header
    case payload
  }

  package var node: Node
  package var source: Source
  /// A JSON Pointer; empty for the whole.
  package var pointer: String

  /// One long text can stand at many places by way of aliases.
  private static let longest = 4096

  /// `nil` where the node is no runtime expression.
  init?(_ node: Node) {
    guard node.kind == .string, node.textBytes.count <= Self.longest else { return nil }
    let parts = node.text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    switch parts.first {
    case "$message.header": source = .header
    case "$message.payload": source = .payload
    default: return nil
    }
    self.node = node
    pointer = parts.count > 1 ? String(parts[1]) : ""
    guard pointer.isEmpty || pointer.hasPrefix("/"),
      JSONPointer.tokens(pointer).allSatisfy({ JSONPointer.unescaped($0) != nil })
    else { return nil }
  }
}

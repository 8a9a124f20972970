/// One protocol's bindings at one place (Bindings Objects), with those of traits.
package struct Binding: Sendable {
  package var protocolName: String
  /// Mappings that hold the fields together; the first that has a field counts.
  package var nodes: [Node]

  package subscript(field: String) -> Node? { nodes.lazy.compactMap { $0[field] }.first }
}

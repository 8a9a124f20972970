/// Info Object; in 2.x with the tags and the external documentation of the document.
package struct Info: Sendable {
  package var node: Node
  package var title: String
  package var version: String
  package var termsOfService: String?
  package var contact: Contact?
  package var license: License?
  package var wording: Wording

  /// Contact Object.
  package struct Contact: Sendable {
    package var node: Node
    package var name: String?
    package var url: String?
    package var email: String?
  }

  /// License Object.
  package struct License: Sendable {
    package var node: Node
    package var name: String?
    package var url: String?
  }
}

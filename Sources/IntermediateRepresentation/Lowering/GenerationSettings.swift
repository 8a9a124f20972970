/// What a user may choose about the generated code.
package struct GenerationSettings: Hashable, Sendable {
  /// The namespace; by default it comes from the title of the document.
  package var namespace: String?
  package var access: AccessLevel
  package var sides: [SideDeclaration.Kind]
  /// Names that the user gives to parts of the document, by JSON Pointer or by the name that the document has.
  package var nameOverrides: [NameOverride]

  package init(
    namespace: String? = nil, access: AccessLevel = .internal,
    sides: [SideDeclaration.Kind] = SideDeclaration.Kind.allCases,
    nameOverrides: [NameOverride] = []
  ) {
    self.namespace = namespace
    self.access = access
    self.sides = sides
    self.nameOverrides = nameOverrides
  }
}

package import SpecParser

/// The codes of users' own templates.
extension DiagnosticCode {
  static let templateSyntax = Self("template-syntax", .unsound, "A template is no Mustache that is understood.")
  static let templateName = Self("template-name", .unsound, "A template uses a name that nothing is known by.")
  static let unknownTemplate = Self("unknown-template", .unsound, "A file replaces no built-in template.")

  package static let ofTemplates: [Self] = [templateSyntax, templateName, unknownTemplate]
}

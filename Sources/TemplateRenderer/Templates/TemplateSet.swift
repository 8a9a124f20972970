import Mustache
package import SpecParser
import Templates

/// The templates of a run: the built-in ones, each of which a user may replace.
package struct TemplateSet: Sendable {
  let library: MustacheLibrary
  /// Where the user's templates lie.
  package let paths: [String]

  /// A template that takes the place of a built-in one.
  package struct Replacement: Sendable {
    /// The file name, such as `Messages.mustache`.
    package var name: String
    /// Where it lies, for messages.
    package var path: String
    package var text: String

    package init(name: String, path: String, text: String) {
      self.name = name
      self.path = path
      self.text = text
    }
  }

  /// The texts of the built-in templates, by file name.
  package static var builtin: [(name: String, text: String)] {
    BuiltinTemplates.texts.map { ($0.name, String(decoding: $0.text, as: UTF8.self)) }
  }

  /// - Parameter replacements: the user's templates
  /// - Throws: what is wrong with them, all at once
  package init(replacing replacements: [Replacement] = []) throws(TemplateFaults) {
    var templates = Self.builtin.map { Replacement(name: $0.name, path: $0.name, text: $0.text) }
    var faults: [Diagnostic] = []
    for replacement in replacements {
      if let index = templates.firstIndex(where: { $0.name == replacement.name }) {
        templates[index] = replacement
      } else {
        let known = templates.map(\.name)
        let suggestion = Spelling.closest(to: replacement.name, among: known).map { "; did you mean '\($0)'?" }
        faults.append(
          Diagnostic(
            .error, .unknownTemplate,
            "'\(replacement.name)' is no template of the generator\(suggestion ?? "; there are \(known.joined(separator: ", "))")",
            at: SourceLocation(path: replacement.path, line: 1, column: 1)))
      }
    }
    let userPaths = Set(replacements.map(\.path))
    var tags: [String: [TemplateTag]] = [:]
    for template in templates {
      do throws(Diagnostic) {
        tags[Self.name(of: template)] = try TemplateTag.scan(template.text, path: template.path)
      } catch {
        faults.append(error)
      }
    }
    // The built-in templates are checked by the tests; a user's may change what any of them includes.
    if !userPaths.isEmpty, faults.isEmpty { faults = Self.check(tags) }
    if !faults.isEmpty { throw TemplateFaults(diagnostics: faults) }
    // What Mustache itself has to say comes last, since its words are less clear.
    var compiled: [String: MustacheTemplate] = [:]
    for template in templates {
      do throws(Diagnostic) {
        compiled[Self.name(of: template)] = try Self.compile(template)
      } catch {
        faults.append(error)
      }
    }
    if !faults.isEmpty { throw TemplateFaults(diagnostics: faults) }
    library = MustacheLibrary(templates: compiled)
    paths = replacements.map(\.path)
  }

  /// What is wrong with the names in the built-in templates: nothing, as a test makes sure.
  package static func checkBuiltin() throws(Diagnostic) -> [Diagnostic] {
    var tags: [String: [TemplateTag]] = [:]
    for (name, text) in builtin {
      tags[String(name.dropLast(".mustache".count))] = try TemplateTag.scan(text, path: name)
    }
    return check(tags)
  }

  private static func check(_ tags: [String: [TemplateTag]]) -> [Diagnostic] {
    var check = TemplateCheck(tags: tags)
    for template in Set(RenderedFile.Role.allCases.map(\.template)).sorted() {
      check.check(template, view: FileView.fields.kinds)
    }
    return check.diagnostics
  }

  private static func name(of template: Replacement) -> String { String(template.name.dropLast(".mustache".count)) }

  private static func compile(_ template: Replacement) throws(Diagnostic) -> MustacheTemplate {
    // Without the pragma Mustache would write HTML.
    let pragma = "{{% CONTENT_TYPE:TEXT}}"
    let hasPragma = template.text.hasPrefix(pragma)
    do {
      return try MustacheTemplate(string: hasPragma ? template.text : "\(pragma)\n\(template.text)")
    } catch let error as MustacheTemplate.ParserError {
      throw Diagnostic(
        .error, .templateSyntax, "the template cannot be read: \(error.error)",
        at: SourceLocation(
          path: template.path, line: error.context.lineNumber - (hasPragma ? 0 : 1), column: error.context.columnNumber)
      )
    } catch {
      throw Diagnostic(
        .error, .templateSyntax, "the template cannot be read: \(error)",
        at: SourceLocation(path: template.path, line: 1, column: 1))
    }
  }
}

/// What is wrong with a user's templates.
package struct TemplateFaults: Error, Sendable {
  package var diagnostics: [Diagnostic]
}

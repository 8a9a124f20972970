import SpecParser

/// Checks templates against the names that the views have, since Mustache renders an unknown name as nothing.
struct TemplateCheck {
  /// The tags of each template, by its name without the ending.
  let tags: [String: [TemplateTag]]
  private(set) var diagnostics: [Diagnostic] = []

  /// Checks a file's template with all that it includes.
  mutating func check(_ name: String, view: [String: ViewKind]) {
    check(name, scopes: [view], including: [])
  }

  private mutating func check(_ name: String, scopes: [[String: ViewKind]], including: [String]) {
    guard let tags = tags[name] else { return }
    var scopes = scopes
    var open: [(name: String, location: SourceLocation)] = []
    for tag in tags {
      switch tag.kind {
      case .comment: break
      case .variable(let name):
        switch lookUp(name, in: scopes) {
        case .text, .texts: break
        case .flag, .views: report("'\(name)' is a section, not a text; write '{{#\(name)}}…{{/\(name)}}'", at: tag)
        case nil: reportUnknown(name, in: scopes, at: tag)
        }
      case .section(let name):
        open.append((name, tag.location))
        switch lookUp(name, in: scopes) {
        case .views(let fields): scopes.append(fields())
        case .texts: scopes.append([".": .text])
        case .flag: scopes.append([:])
        case .text:
          scopes.append([:])
          report("'\(name)' is a text, which is always there, and no section", at: tag)
        case nil:
          scopes.append([:])
          reportUnknown(name, in: scopes, at: tag)
        }
      case .end(let name):
        guard let last = open.popLast() else {
          report("'{{/\(name)}}' closes a section that is not open", at: tag)
          return
        }
        scopes.removeLast()
        if last.name != name {
          report(
            "'{{/\(name)}}' closes '\(name)', but '\(last.name)' is open", at: tag,
            notes: [.init("'\(last.name)' is opened here", at: last.location)])
          return
        }
      case .partial(let partial):
        checkPartial(partial, at: tag, scopes: scopes, including: including + [name])
      case .pragma(let pragma):
        if pragma.replacing(" ", with: "") != "CONTENT_TYPE:TEXT" {
          report("'\(pragma)' is no pragma of this generator; expected '{{% CONTENT_TYPE:TEXT}}'", at: tag)
        }
      case .unsupported(let text):
        report("'{{\(text)}}' is not used by templates of this generator: no inheritance, no other delimiters", at: tag)
      }
    }
    if let left = open.last {
      add(
        Diagnostic(
          .error, .templateSyntax, "the section '\(left.name)' is not closed; expected '{{/\(left.name)}}'",
          at: left.location))
    }
  }

  private mutating func checkPartial(
    _ name: String, at tag: TemplateTag, scopes: [[String: ViewKind]], including: [String]
  ) {
    if tags[name] == nil {
      let known = tags.keys.sorted()
      let suggestion = Spelling.closest(to: name, among: known).map { "; did you mean '\($0)'?" }
      report("there is no template '\(name)'\(suggestion ?? "; there are \(known.joined(separator: ", "))")", at: tag)
    } else if including.contains(name) {
      report("the template '\(name)' includes itself", at: tag)
    } else if tag.isIndented {
      report("a partial begins at the left margin; the template '\(name)' brings its own indentation", at: tag)
    } else {
      check(name, scopes: scopes, including: including)
    }
  }

  private func lookUp(_ name: String, in scopes: [[String: ViewKind]]) -> ViewKind? {
    for scope in scopes.reversed() {
      if let kind = scope[name] { return kind }
    }
    return nil
  }

  private mutating func reportUnknown(_ name: String, in scopes: [[String: ViewKind]], at tag: TemplateTag) {
    let known = Set(scopes.flatMap(\.keys)).subtracting(["."]).sorted()
    let suggestion = Spelling.closest(to: name, among: known).map { "did you mean '\($0)'?" }
    report("there is no '\(name)' here; \(suggestion ?? "there are \(known.joined(separator: ", "))")", at: tag)
  }

  private mutating func report(_ message: String, at tag: TemplateTag, notes: [Diagnostic.Note] = []) {
    add(Diagnostic(.error, .templateName, message, at: tag.location, notes: notes))
  }

  /// A partial is checked wherever it is included, and its faults are said once.
  private mutating func add(_ diagnostic: Diagnostic) {
    if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
  }
}

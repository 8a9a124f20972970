import Foundation
import IntermediateRepresentation
import SpecParser

/// What a configuration file says. Every key may be left out.
struct Configuration {
  var namespace: String?
  var namespaceLocation: SourceLocation?
  var access: AccessLevel?
  var sides: [SideDeclaration.Kind]?
  /// A folder, relative to the configuration.
  var templates: String?
  var perspective: Perspective?
  var nameOverrides: [NameOverride] = []
  var typeOverrides: [TypeOverride] = []
  var unknownProperties: GenerationSettings.UnknownProperties?
  var nullableOptional: GenerationSettings.NullableOptional?
  var defaults: GenerationSettings.Defaults?
  var enums: GenerationSettings.Enums?
  var validate: Bool?
  var examples: Bool?
  /// A folder, relative to the configuration.
  var remoteRefs: String?
  var only = DocumentFilter()
  var report: ReportFormat?
  private var severities: [SeverityChoice] = []

  /// Reads the file, and has the report follow its `severity` where the command line says nothing.
  ///
  /// - Returns: `nil` once the report says what is wrong with the file
  static func read(_ path: String, report: Report) -> Configuration? {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      report.add([Diagnostic(.error, .unreadableFile, "the configuration '\(path)' cannot be read", at: nil)])
      return nil
    }
    let file = SourceFile(path: path, bytes: [UInt8](bytes))
    report.keep(file)
    do throws(Diagnostic) {
      var found: [Diagnostic] = []
      defer { report.add(found) }
      let tree = try Tree.read(file, diagnostics: &found)
      guard tree.root.kind == .mapping else {
        throw Self.fault("a configuration is a mapping of keys to values", at: tree.root)
      }
      var configuration = Configuration()
      for (key, value) in tree.root.pairs { try configuration.read(key, value) }
      report.levels.merge(configuration.severities.levels) { chosen, _ in chosen }
      return configuration
    } catch {
      report.add([error])
      return nil
    }
  }

  private mutating func read(_ key: Node, _ value: Node) throws(Diagnostic) {
    guard let known = ConfigurationKey(rawValue: key.text) else { throw Self.unknown(key) }
    switch known {
    case .namespace:
      namespace = try Self.string(value, of: key)
      namespaceLocation = value.location
    case .access: access = try Self.choice(value, of: key)
    case .perspective: perspective = try Self.choice(value, of: key)
    case .templates: templates = try Self.folder(value, of: key)
    case .remoteRefs: remoteRefs = try Self.folder(value, of: key)
    case .report: report = try Self.choice(value, of: key)
    case .only:
      do throws(DocumentFilter.Fault) {
        only = try DocumentFilter(configuration: value)
      } catch {
        throw Self.fault(error.message, at: error.place)
      }
    case .sides:
      guard value.kind == .sequence, value.count > 0 else {
        throw Self.fault("'sides' is a list: application, client or both", at: value)
      }
      var sides: [SideDeclaration.Kind] = []
      for element in value.elements { sides.append(try Self.choice(element, of: key)) }
      self.sides = sides
    case .nameOverrides:
      guard value.kind == .mapping else {
        throw Self.fault(
          "'nameOverrides' is a mapping from pointers or names of the document to Swift names", at: value)
      }
      for (key, name) in value.pairs {
        nameOverrides.append(
          NameOverride(key: key.text, name: try Self.string(name, of: key), location: name.location))
      }
    case .typeOverrides:
      guard value.kind == .mapping else {
        throw Self.fault("'typeOverrides' is a mapping from pointers or formats to Swift types", at: value)
      }
      for (key, type) in value.pairs { typeOverrides.append(try Self.typeOverride(key, type)) }
    case .unknownProperties: unknownProperties = try Self.choice(value, of: key)
    case .nullableOptional: nullableOptional = try Self.choice(value, of: key)
    case .defaults: defaults = try Self.choice(value, of: key)
    case .enums: enums = try Self.choice(value, of: key)
    case .validate: validate = try Self.truth(value, of: key)
    case .examples: examples = try Self.truth(value, of: key)
    case .severity:
      guard value.kind == .mapping else {
        throw Self.fault("'severity' is a mapping from codes to error, warning, note or ignore", at: value)
      }
      for (code, level) in value.pairs { severities.append(try Self.severity(code, level)) }
    }
  }

  private static func truth(_ value: Node, of key: Node) throws(Diagnostic) -> Bool {
    guard let truth = value.bool else {
      throw fault("'\(key.text)' is true or false; 'yes', 'on' and the like are texts in YAML 1.2", at: value)
    }
    return truth
  }

  private static func unknown(_ key: Node) -> Diagnostic {
    let keys = ConfigurationKey.allCases.map(\.rawValue)
    let advice =
      Spelling.closest(to: key.text, among: keys).map { "did you mean '\($0)'?" }
      ?? "expected one of \(keys.sorted().joined(separator: ", "))"
    return fault("there is no key \(Excerpt.quoted(key.text)); \(advice)", at: key)
  }

  /// The name of a type, or a mapping that says its module too.
  private static func typeOverride(_ key: Node, _ type: Node) throws(Diagnostic) -> TypeOverride {
    if let name = type.string { return TypeOverride(key: key.text, type: name, location: type.location) }
    guard let name = type["type"] else {
      throw fault("a type is a name such as Money, or a mapping such as { type: Money, module: Billing }", at: type)
    }
    for (other, _) in type.pairs where other.text != "type" && other.text != "module" {
      throw fault("a type has a 'type' and a 'module', and no \(Excerpt.quoted(other.text))", at: other)
    }
    let module: String? = if let module = type["module"] { try string(module, of: key) } else { nil }
    return TypeOverride(key: key.text, type: try string(name, of: key), module: module, location: name.location)
  }

  private static func severity(_ code: Node, _ level: Node) throws(Diagnostic) -> SeverityChoice {
    do throws(SeverityChoice.Fault) {
      return try SeverityChoice(code: code.text, level: level.string ?? level.text)
    } catch {
      var place = level
      if case .unknownCode = error { place = code }
      throw fault(error.description, at: place)
    }
  }

  private static func folder(_ value: Node, of key: Node) throws(Diagnostic) -> String {
    RelativePath.resolve(try string(value, of: key), from: value.location.path)
  }

  private static func string(_ value: Node, of key: Node) throws(Diagnostic) -> String {
    guard let text = value.string else { throw fault("'\(key.text)' must be a string", at: value) }
    return text
  }

  private static func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ value: Node, of key: Node
  ) throws(Diagnostic) -> Choice {
    guard let choice = value.string.flatMap(Choice.init(rawValue:)) else {
      let choices = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw fault("'\(value.text)' is no value for '\(key.text)'; expected one of \(choices)", at: value)
    }
    return choice
  }

  private static func fault(_ message: String, at node: Node) -> Diagnostic {
    Diagnostic(.error, .invalidConfiguration, message, at: node.location)
  }
}

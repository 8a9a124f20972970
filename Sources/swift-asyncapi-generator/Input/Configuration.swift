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
  var filesRead: [String] = []

  /// - Returns: `nil` once the report says what is wrong with the file
  static func read(_ path: String, report: Report) -> Configuration? {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      report.add([Diagnostic(.error, .unreadableFile, "the configuration '\(path)' cannot be read", at: nil)])
      return nil
    }
    do throws(Diagnostic) {
      var found: [Diagnostic] = []
      let tree = try Tree.read(SourceFile(path: path, bytes: [UInt8](bytes)), diagnostics: &found)
      report.add(found)
      var configuration = Configuration()
      configuration.filesRead = [path]
      guard tree.root.kind == .mapping else {
        throw Self.fault("a configuration is a mapping of keys to values", at: tree.root)
      }
      for (key, value) in tree.root.pairs { try configuration.read(key, value) }
      return configuration
    } catch {
      report.add([error])
      return nil
    }
  }

  private static let keys = ["access", "nameOverrides", "namespace", "perspective", "sides", "templates"]

  private mutating func read(_ key: Node, _ value: Node) throws(Diagnostic) {
    switch key.text {
    case "namespace":
      namespace = try Self.string(value, of: key)
      namespaceLocation = value.location
    case "access": access = try Self.choice(value, of: key)
    case "perspective": perspective = try Self.choice(value, of: key)
    case "templates": templates = RelativePath.resolve(try Self.string(value, of: key), from: value.location.path)
    case "sides":
      guard value.kind == .sequence, value.count > 0 else {
        throw Self.fault("'sides' is a list: application, client or both", at: value)
      }
      var sides: [SideDeclaration.Kind] = []
      for element in value.elements { sides.append(try Self.choice(element, of: key)) }
      self.sides = sides
    case "nameOverrides":
      guard value.kind == .mapping else {
        throw Self.fault(
          "'nameOverrides' is a mapping from pointers or names of the document to Swift names", at: value)
      }
      for (key, name) in value.pairs {
        nameOverrides.append(
          NameOverride(key: key.text, name: try Self.string(name, of: key), location: name.location))
      }
    default:
      let suggestion = Spelling.closest(to: key.text, among: Self.keys).map { "; did you mean '\($0)'?" }
      throw Self.fault(
        "there is no key '\(key.text)'\(suggestion ?? "; expected one of \(Self.keys.joined(separator: ", "))")",
        at: key)
    }
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

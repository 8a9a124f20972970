import Foundation
import IntermediateRepresentation
import SpecParser
import TemplateRenderer
import Testing

/// A small document, lowered.
struct Snippet {
  let document: IntermediateDocument
  let report: Report

  /// - Parameters:
  ///   - text: what follows the header of a document of version 3
  ///   - files: further files, by their paths
  init(
    _ text: String, title: String = "Shop", settings: GenerationSettings = GenerationSettings(),
    files: [String: String] = [:]
  ) throws {
    let header = "asyncapi: 3.0.0\ninfo: {title: \(title), version: '1'}\n"
    var sources = files
    sources["a.yaml"] = header + text
    report = Report(purpose: .generation(strict: false))
    let parsed = try #require(DocumentReader.read("a.yaml", from: InMemorySources(sources), report: report))
    document = Lowering.lower(parsed, settings: settings, report: report)
  }

  /// A document with schemas, each of which is an entry in flow style.
  init(schemas: String..., settings: GenerationSettings = GenerationSettings(), files: [String: String] = [:]) throws {
    let entries = schemas.map { "    \($0)\n" }.joined()
    try self.init("components:\n  schemas:\n\(entries)", settings: settings, files: files)
  }

  func type(_ name: String) throws -> TypeDeclaration {
    try #require(
      document.types.first { $0.name.description == name },
      "there is no type \(name) among \(document.types.map(\.name.description))")
  }

  /// The properties of a struct as `name: type presence`.
  func properties(_ name: String) throws -> [String] {
    guard case .structure(let structure) = try type(name).shape else { throw WrongShape(name: name) }
    return structure.properties.map { "\($0.name): \($0.type.text) \($0.presence)" }
  }

  /// The defaults of a struct's properties as `name = value`.
  func defaults(_ name: String) throws -> [String] {
    guard case .structure(let structure) = try type(name).shape else { throw WrongShape(name: name) }
    return structure.properties.compactMap { property in property.defaultValue.map { "\(property.name) = \($0.text)" } }
  }

  func alias(_ name: String) throws -> String {
    guard case .alias(let type) = try type(name).shape else { throw WrongShape(name: name) }
    return type.text
  }

  func union(_ name: String) throws -> Union {
    guard case .union(let union) = try type(name).shape else { throw WrongShape(name: name) }
    return union
  }

  func enumeration(_ name: String) throws -> Enumeration {
    guard case .enumeration(let enumeration) = try type(name).shape else { throw WrongShape(name: name) }
    return enumeration
  }

  /// The names of all types.
  var typeNames: [String] { document.types.map(\.name.description) }

  /// What was found, as `line:column code`.
  var findings: [String] {
    report.diagnostics.map { "\($0.location.map { "\($0.line):\($0.column)" } ?? "nowhere") \($0.code)" }
  }

  func side(_ kind: SideDeclaration.Kind) throws -> SideDeclaration {
    try #require(document.sides.first { $0.kind == kind })
  }

  /// The Swift of a declaration, from the line that begins with a text to its closing brace.
  func swift(_ role: RenderedFile.Role, _ beginning: String) throws -> String {
    let files = Renderer(templates: try TemplateSet()).render(document)
    let text = try #require(files.first { $0.role == role }).text
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(
      lines.firstIndex { $0.drop { $0 == " " }.hasPrefix(beginning) },
      "no line of \(role) begins with \(beginning):\n\(text)")
    let indentation = lines[start].prefix { $0 == " " }
    var end = start
    if !lines[start].hasSuffix("}") {
      let close = "\(indentation)}"
      end = lines[start...].firstIndex { $0 == close } ?? lines.endIndex - 1
    }
    return lines[start...end].map { String($0.dropFirst(indentation.count)) }.joined(separator: "\n")
  }

  /// The file in which a declaration stands; schemas are spread over several.
  func roleDeclaring(_ text: String) throws -> RenderedFile.Role? {
    Renderer(templates: try TemplateSet()).render(document).first { $0.text.contains(text) }?.role
  }

  static func file(declaring text: String, of snippet: Snippet) throws -> RenderedFile? {
    Renderer(templates: try TemplateSet()).render(snippet.document).first { $0.text.contains(text) }
  }

  struct WrongShape: Error {
    var name: String
  }
}

extension TypeReference {
  /// The type as Swift writes it.
  var text: String {
    switch self {
    case .builtin(let builtin): builtin.rawValue
    case .declared(let name): name.description
    case .array(let element): "[\(element.text)]"
    case .dictionary(let value): "[String: \(value.text)]"
    case .optional(let wrapped): "\(wrapped.text)?"
    case .external(let external): external.name
    }
  }
}

extension DefaultValue {
  var text: String {
    switch self {
    case .null: "nil"
    case .literal(.string(let text)): "\"\(text)\""
    case .literal(let literal): literal.text
    case .enumerationCase(let name): ".\(name)"
    case .unlisted(let name, let literal): ".\(name)(\(literal.text))"
    case .array(let elements): "[\(elements.map(\.text).joined(separator: ", "))]"
    case .dictionary(let members): "[\(members.map { "\($0.name): \($0.value.text)" }.joined(separator: ", "))]"
    case .structure(let name, let members):
      "\(name)(\(members.map { "\($0.name): \($0.value.text)" }.joined(separator: ", ")))"
    }
  }
}

/// The JSON of a piece of the representation, without what is empty.
func json(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(value), as: UTF8.self)
    .replacing("\"documentation\":[],", with: "").replacing("\"isDeprecated\":false,", with: "")
}

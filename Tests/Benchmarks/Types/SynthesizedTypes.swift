import IntermediateRepresentation

/// The same types as somebody would write them who leaves the coding to the compiler: synthesized `Codable` with
/// `CodingKeys` only where names differ, enumerations by raw value, and unions that try one member after the other,
/// which the compiler cannot synthesize.
struct SynthesizedTypes {
  private let children: [TypeName: [TypeDeclaration]]
  private(set) var text = "import Foundation\n"

  init(_ document: IntermediateDocument) {
    children = Dictionary(grouping: document.types, by: \.name.parent)
    for declaration in children[.schemas] ?? [] { write(declaration, indentation: 0) }
  }

  private mutating func line(_ indentation: Int, _ line: String) {
    for _ in 0..<indentation { text += "  " }
    text += line
    text += "\n"
  }

  private mutating func write(_ declaration: TypeDeclaration, indentation: Int) {
    let name = declaration.name.simpleName
    line(0, "")
    switch declaration.shape {
    case .alias(let type): line(indentation, "public typealias \(name) = \(Self.text(type))")
    case .structure(let structure): write(structure, of: declaration, indentation: indentation)
    case .union(let union): write(union, name: name, indentation: indentation)
    case .enumeration(let enumeration):
      line(
        indentation, "public enum \(name): \(enumeration.rawType.rawValue), Codable, Hashable, Sendable, CaseIterable {"
      )
      for value in enumeration.cases { line(indentation + 1, "case \(value.name)") }
      line(indentation, "}")
    }
  }

  private mutating func write(_ structure: Structure, of declaration: TypeDeclaration, indentation: Int) {
    line(indentation, "public struct \(declaration.name.simpleName): Codable, Hashable, Sendable {")
    let properties = structure.properties.map { property in
      let isOptional = property.presence != .required
      return (property.name, "\(Self.text(property.type))\(isOptional ? "?" : "")", isOptional ? " = nil" : "")
    }
    for (name, type, _) in properties { line(indentation + 1, "public var \(name): \(type)") }
    line(0, "")
    line(indentation + 1, "public init(")
    for (number, (name, type, usual)) in properties.enumerated() {
      line(indentation + 2, "\(name): \(type)\(usual)\(number < properties.count - 1 ? "," : "")")
    }
    line(indentation + 1, ") {")
    for (name, _, _) in properties { line(indentation + 2, "self.\(name) = \(name)") }
    line(indentation + 1, "}")
    if structure.properties.contains(where: { $0.name != $0.key }) {
      line(0, "")
      line(indentation + 1, "private enum CodingKeys: String, CodingKey {")
      for property in structure.properties {
        line(indentation + 2, "case \(property.name)\(property.name == property.key ? "" : " = \"\(property.key)\"")")
      }
      line(indentation + 1, "}")
    }
    for child in children[declaration.name] ?? [] { write(child, indentation: indentation + 1) }
    line(indentation, "}")
  }

  private mutating func write(_ union: Union, name: String, indentation: Int) {
    line(indentation, "public enum \(name): Codable, Hashable, Sendable {")
    for member in union.members { line(indentation + 1, "case \(member.name)(\(Self.text(member.type)))") }
    line(0, "")
    line(indentation + 1, "public init(from decoder: any Decoder) throws {")
    line(indentation + 2, "let container = try decoder.singleValueContainer()")
    for member in union.members.dropLast() {
      line(indentation + 2, "if let value = try? container.decode(\(Self.text(member.type)).self) {")
      line(indentation + 3, "self = .\(member.name)(value)")
      line(indentation + 3, "return")
      line(indentation + 2, "}")
    }
    if let last = union.members.last {
      line(indentation + 2, "self = .\(last.name)(try container.decode(\(Self.text(last.type)).self))")
    }
    line(indentation + 1, "}")
    line(0, "")
    line(indentation + 1, "public func encode(to encoder: any Encoder) throws {")
    line(indentation + 2, "var container = encoder.singleValueContainer()")
    line(indentation + 2, "switch self {")
    for member in union.members {
      line(indentation + 2, "case .\(member.name)(let value): try container.encode(value)")
    }
    line(indentation + 2, "}")
    line(indentation + 1, "}")
    line(indentation, "}")
  }

  private static func text(_ type: TypeReference) -> String {
    switch type {
    case .builtin(let builtin): builtin.rawValue
    case .declared(let name): name.components.dropFirst().joined(separator: ".")
    case .array(let element): "[\(text(element))]"
    case .dictionary(let value): "[String: \(text(value))]"
    case .optional(let wrapped): "\(text(wrapped))?"
    case .external(let external): external.name
    }
  }
}

import IntermediateRepresentation
import SpecParser

/// A program that decodes and encodes examples with the types of the batches.
struct ExampleProgram {
  static let name = "Examples"

  private var numbers: [Key: Int] = [:]
  private var entries: [String: [String]] = [:]
  private var examples: [String] = []

  private struct Key: Hashable {
    var batch: String
    var namespace: String
    var use: PlacedTypes.Use
  }

  /// Adds an example; the program tells of examples in the order in which they were added.
  mutating func add(_ value: Node, as use: PlacedTypes.Use, of document: GeneratedDocument, in batch: String) {
    let key = Key(batch: batch, namespace: document.lowered.namespace, use: use)
    let number = numbers[key] ?? numbers.count
    if number == numbers.count {
      numbers[key] = number
      let type = Self.text(use.type, in: "\(batch).\(document.lowered.namespace)")
      entries[batch, default: []].append("  table.add\(use.isKeptAsWritten ? "Kept" : "")(\(number), \(type).self)")
    }
    examples.append("\(number)\t\(value.json())")
  }

  /// What the program reads: a line for each example.
  var input: String { examples.map { $0 + "\n" }.joined() }

  /// The types are listed in functions of which the compiler does not lose patience.
  var target: CompiledPackage.Target {
    var files = ["main.swift": main, "Table.swift": Self.table]
    for (batch, entries) in entries {
      var text = "import \(batch)\nimport Foundation\nimport AsyncAPIRuntime\n"
      let chunks = stride(from: 0, to: entries.count, by: 100).map { entries[$0..<min($0 + 100, entries.count)] }
      for (number, chunk) in chunks.enumerated() {
        text += "\nprivate func add\(number)(_ table: inout Table) {\n\(chunk.joined(separator: "\n"))\n}\n"
      }
      text += "\nfunc add\(batch)(_ table: inout Table) {\n"
      text += chunks.indices.map { "  add\($0)(&table)\n" }.joined() + "}\n"
      files["\(batch)Types.swift"] = text
    }
    return CompiledPackage.Target(
      name: Self.name, source: "the program that runs the examples", ownFiles: files,
      usedByProgram: entries.keys.sorted())
  }

  private var main: String {
    """
    import Foundation

    var table = Table()
    \(entries.keys.sorted().map { "add\($0)(&table)" }.joined(separator: "\n"))
    for line in try String(contentsOfFile: CommandLine.arguments[1], encoding: .utf8).split(separator: "\\n") {
      // At once, so that the last line tells where a crash was.
      FileHandle.standardOutput.write(Data("\\(table.answer(to: line))\\n".utf8))
    }

    """
  }

  /// Types with the name of the module in front, since several modules have namespaces of one name.
  private static func text(_ type: TypeReference, in namespace: String) -> String {
    switch type {
    case .builtin(let builtin): builtin.isRuntime ? "AsyncAPIRuntime.\(builtin.rawValue)" : builtin.rawValue
    case .declared(let name): "\(namespace).\(name)"
    case .array(let element): "[\(text(element, in: namespace))]"
    case .dictionary(let value): "[String: \(text(value, in: namespace))]"
    case .optional(let wrapped): "\(text(wrapped, in: namespace))?"
    case .external(let external): external.name
    }
  }

  private static let table = #"""
    @_spi(Generated) import AsyncAPIRuntime
    import Foundation

    /// What becomes of a value, and what is wrong with it.
    typealias Coded = (json: [UInt8], violations: [ConstraintViolation])

    struct Table {
      private var coders: [Int: ([UInt8]) throws -> Coded] = [:]
      private let codec = JSONCodec()

      mutating func add<T: Codable>(_ number: Int, _ type: T.Type) {
        coders[number] = { [codec] in
          let value = try codec.decode(type, from: $0)
          return (try codec.encode(value), violations(of: value))
        }
      }

      /// A type whose values are written as they were received where they are properties.
      mutating func addKept<T: Codable & KeptAsWritten>(_ number: Int, _ type: T.Type) {
        coders[number] = { [codec] bytes in
          let object = Array(#"{"value":"#.utf8) + bytes + Array("}".utf8)
          let holder = try codec.decode(Holder<T>.self, from: object)
          return (Array(try codec.encode(holder).dropFirst(9).dropLast()), holder.value.map(violations) ?? [])
        }
      }

      mutating func addKept<T: Codable & KeptAsWritten>(_ number: Int, _ type: T?.Type) { addKept(number, T.self) }

      func answer(to line: Substring) -> String {
        let parts = line.split(separator: "\t", maxSplits: 1)
        guard parts.count == 2, let number = Int(parts[0]), let coder = coders[number] else { return "error\t\tno type" }
        do {
          let (json, violations) = try coder(Array(parts[1].utf8))
          return "json\t\(violations.first.map(Self.line) ?? "")\t" + String(decoding: json, as: UTF8.self)
        } catch {
          return "error\t\t" + Self.line(error)
        }
      }

      private static func line(_ error: any Error) -> String {
        "\(error)".split { $0.isNewline || $0 == "\t" }.joined(separator: " ")
      }
    }

    private func violations(of value: some Any) -> [ConstraintViolation] {
      (value as? any Validatable)?.validate() ?? []
    }

    /// A struct as it is generated, with one property.
    private struct Holder<T: Codable & KeptAsWritten>: Codable {
      var value: T?
      private var written = Written()

      init(from decoder: any Decoder) throws {
        let container = try decoder.properties()
        self.value = try container.decodeWrittenIfPresent(T.self, forKey: "value", keeping: &self.written)
      }

      func encode(to encoder: any Encoder) throws {
        var container = encoder.properties()
        try container.encodeWrittenOrNull(self.value, forKey: "value", as: self.written)
      }
    }

    """#
}

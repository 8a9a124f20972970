import IntermediateRepresentation

/// The text of the program that measures coding: a value of each type that is an object or a union, coded one after the
/// other, by the runtime's codec, by Foundation's coders with the generated types, and by them with the synthesized ones.
struct CodingProgram {
  private let code: MeasuredCode

  init(_ code: MeasuredCode) { self.code = code }

  var text: String {
    let types = code.document.types.filter { declaration in
      guard declaration.name.parent == .schemas else { return false }
      return switch declaration.shape {
      case .structure, .union: true
      case .enumeration, .alias: false
      }
    }
    let dated = Instance(code.document, hasDates: true)
    let dateless = Instance(code.document, hasDates: false)
    var text = Self.frame
    for (number, declaration) in types.enumerated() {
      let name = declaration.name.simpleName
      let type = TypeReference.declared(declaration.name)
      text += """

        @MainActor func add\(number)() {
          dated.add(
            Generated.\(code.document.namespace).Schemas.\(name).self, Synthesized.\(name).self,
            \(Self.literal(dated.json(type))))
          dateless.add(
            Generated.\(code.document.namespace).Schemas.\(name).self, Synthesized.\(name).self,
            \(Self.literal(dateless.json(type))))
        }
        add\(number)()

        """
    }
    return text + "\ntry dated.measure(\"values with dates\")\ntry dateless.measure(\"values without dates\")\n"
  }

  private static func literal(_ json: String) -> String { "#\"\(json)\"#" }

  private static let frame = #"""
    import AsyncAPIRuntime
    import Foundation
    import Generated
    import Synthesized

    /// Work that is done alike with the generated and the synthesized types.
    @MainActor struct Work {
      var codec: [() throws -> Void] = []
      var generated: [() throws -> Void] = []
      var synthesized: [() throws -> Void] = []

      func measure(_ name: String) throws {
        let kinds = [codec, generated, synthesized].map { all in { for one in all { try one() } } }
        let runs = try AlternatingRuns(kinds, budget: 10)
        let values = Double(codec.count)
        let times = kinds.indices.map { String(format: "%.2f", runs.median($0) / values * 1e6) }
        let ratios = [0, 1].map { String(format: "%.2f", runs.ratio(of: 2, to: $0)) }
        print(
          "\(name): synthesized \(times[2]) µs a value, generated \(times[1]) µs (\(ratios[1]) times as fast), "
            + "with the runtime's codec \(times[0]) µs (\(ratios[0]) times)")
      }
    }

    @MainActor struct Values {
      var decoding = Work()
      var encoding = Work()
      let decoder: JSONDecoder = {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        return decoder
      }()
      let encoder: JSONEncoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        encoder.dateEncodingStrategy = .iso8601
        return encoder
      }()
      let codec = JSONCodec()

      mutating func add<G: Codable, S: Codable>(_ generated: G.Type, _ synthesized: S.Type, _ json: String) {
        let (bytes, data) = (Array(json.utf8), Data(json.utf8))
        decoding.codec.append { [codec] in _ = try codec.decode(generated, from: bytes) }
        decoding.generated.append { [decoder] in _ = try decoder.decode(generated, from: data) }
        decoding.synthesized.append { [decoder] in _ = try decoder.decode(synthesized, from: data) }
        do {
          let (one, other) = (try codec.decode(generated, from: bytes), try decoder.decode(synthesized, from: data))
          encoding.codec.append { [codec] in _ = try codec.encode(one) }
          encoding.generated.append { [encoder] in _ = try encoder.encode(one) }
          encoding.synthesized.append { [encoder] in _ = try encoder.encode(other) }
        } catch {
          fatalError("\(generated): \(error) in \(json)")
        }
      }

      func measure(_ name: String) throws {
        try decoding.measure("decoding \(name)")
        try encoding.measure("encoding \(name)")
      }
    }

    var dated = Values()
    var dateless = Values()

    """#
}

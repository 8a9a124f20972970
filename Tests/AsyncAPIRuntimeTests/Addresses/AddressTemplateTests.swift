@_spi(Generated) import AsyncAPIRuntime
import Testing

@Suite struct AddressTemplateTests {
  let lamp = AddressTemplate([.literal("streetlights/"), .parameter("id"), .literal("/dim")])

  @Test(
    "A value that would change the meaning of the address is refused, by name",
    arguments: ["", "a/b", "+", "#", "a*", ">", "a\u{0}", "a\nb", "a\u{7f}", "a\u{85}b"])
  func refusesValues(value: String) {
    let error = #expect(throws: AsyncAPIError.self) { try lamp.address(value) }
    #expect(error?.code == .invalidParameter)
    #expect(error?.description.contains("'id'") == true)
    #expect(error?.description.contains(value.debugDescription) == true)
  }

  @Test("A dot separates levels only where the document's address uses it so")
  func dots() throws {
    let dotted = AddressTemplate([.literal("lights."), .parameter("id"), .literal(".dim")])
    #expect(throws: AsyncAPIError.self) { try dotted.address("a.b") }
    #expect(try lamp.address("a.b") == "streetlights/a.b/dim")
    #expect(lamp.parse("streetlights/a.b/dim") == ["a.b"])
    #expect(dotted.parse("lights.a.b.dim") == nil)
  }

  @Test("The wrong number of values is an error, not a crash")
  func wrongNumberOfValues() {
    #expect(throws: AsyncAPIError.self) { try lamp.address() }
    #expect(throws: AsyncAPIError.self) { try lamp.address("a", "b") }
    #expect(lamp.pattern([]).matches("streetlights/x/dim"))
  }

  @Test(
    "What is no address of the channel is not taken for one",
    arguments: ["", "streetlights//dim", "streetlights/a/b/dim", "streetlights/a/dimmer", "xstreetlights/a/dim", "/"])
  func refusesAddresses(address: String) {
    #expect(lamp.parse(address) == nil)
    #expect(!lamp.pattern([nil]).matches(address))
  }

  @Test("Neighbouring parameters are told apart, or the values are refused")
  func neighbours() throws {
    let pair = AddressTemplate([.parameter("a"), .literal("-"), .parameter("b")])
    #expect(try pair.address("x", "y-z") == "x-y-z")
    #expect(pair.parse("x-y-z") == ["x", "y-z"])
    let error = #expect(throws: AsyncAPIError.self) { try pair.address("x-y", "z") }
    #expect(error?.description.contains("'a'") == true)
    let ended = AddressTemplate([.parameter("a"), .literal("-x")])
    #expect(ended.parse("1-x-x") == ["1-x"])
  }

  /// Every accepted set of values must parse back to itself, or handlers see parameters that nobody sent.
  @Test("What is accepted parses back, for random templates and values")
  func roundTrip() {
    var random = SeededGenerator(seed: 42)
    let alphabet = ["a", "b", "-", ".", "_", "é", "日", "ab", "-b"]
    let literals = ["/", "-", ".", "x", "/lights/", "ab", "b-", "a/b", "--"]
    var accepted = 0
    for _ in 0..<4_000 {
      var parts: [AddressTemplate.Part] = []
      var values: [String] = []
      for index in 0..<Int.random(in: 1...6, using: &random) {
        if Bool.random(using: &random) {
          parts.append(.literal(literals[Int.random(in: 0..<literals.count, using: &random)]))
        } else {
          parts.append(.parameter("p\(index)"))
          values.append(
            (0..<Int.random(in: 1...3, using: &random))
              .map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] }.joined())
        }
      }
      let template = AddressTemplate(parts)
      guard let address = try? template.buildAddress(values) else { continue }
      accepted += 1
      #expect(template.parse(address) == values, "\(parts) \(values)")
      #expect(template.pattern(values.map { _ in nil }).matches(address), "\(parts) \(values)")
      #expect(template.pattern(values).matches(address), "\(parts) \(values)")
    }
    #expect(accepted > 1_000)
  }

  @Test("A pattern says what a broker needs to subscribe")
  func rendering() {
    let pattern = lamp.pattern([nil])
    #expect(pattern.rendered(any: "+") == "streetlights/+/dim")
    #expect(pattern.address == nil)
    #expect(lamp.pattern(["a"]).address == "streetlights/a/dim")
    #expect(AddressPattern(address: "quotes").matches("quotes"))
    #expect(!AddressPattern(address: "quotes").matches("quotes/1"))
  }

  @Test("A filter can be written as a literal, an interpolation or any")
  func filters() {
    let number = 7
    let filters: [ParameterFilter<String>] = [.any, "lamp", "lamp-\(number)", .value("x")]
    #expect(filters.map(\.addressPart) == [nil, "lamp", "lamp-7", "x"])
  }
}

struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension AddressTemplate {
  /// For a number of values that is known at run time only.
  fileprivate func buildAddress(_ values: [String]) throws -> String {
    switch values.count {
    case 0: try address()
    case 1: try address(values[0])
    case 2: try address(values[0], values[1])
    case 3: try address(values[0], values[1], values[2])
    case 4: try address(values[0], values[1], values[2], values[3])
    case 5: try address(values[0], values[1], values[2], values[3], values[4])
    default: try address(values[0], values[1], values[2], values[3], values[4], values[5])
    }
  }
}

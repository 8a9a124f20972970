import AsyncAPIRuntime
import Foundation
import Testing

private typealias Schemas = Validated.Schemas

/// What fails here: `validate()` misses what the document forbids, or finds fault with what it allows.
struct ConstraintTests {
  /// What is wrong with a value, as `path keyword`.
  private func faults<Value: Decodable & Validatable>(_ type: Value.Type, _ text: String) throws -> [String] {
    try value(type, text).validate().map { "\($0.path) \($0.constraint)" }
  }

  private func faults(_ text: String) throws -> [String] { try faults(Schemas.Values.self, text) }

  @Test("A violation says where the value stands, what is asked of it, and where the document says so")
  func words() throws {
    let order: Schemas.Order = try value(#"{"lines":[{"sku":"ABC-1","quantity":1},{"sku":"ABC-22","quantity":0}]}"#)
    let violations = order.validate()
    #expect(violations.count == 1)
    let violation = try #require(violations.first)
    #expect(violation.path == "/lines/1/quantity")
    #expect(violation.constraint == "minimum")
    #expect(violation.requirement == "must be at least 1")
    #expect(violation.place == "validated.asyncapi.yaml:30")
    #expect("\(violation)" == "/lines/1/quantity must be at least 1 (minimum, validated.asyncapi.yaml:30)")
  }

  @Test(
    "What the document allows is no violation",
    arguments: [
      "{}", #"{"length":"abc"}"#, #"{"length":"äöü"}"#, #"{"nullable":null}"#, #"{"nullable":"ab"}"#, #"{"old":"ab"}"#,
      #"{"refined":"ABC-12"}"#, #"{"large":9007199254740993}"#, #"{"small":-9}"#, #"{"ratio":0.1}"#, #"{"exact":0.3}"#,
      #"{"when":"2024-02-29T12:00:00Z"}"#, #"{"matrix":[[1,2],[9,9,9]]}"#, #"{"labels":{"a":"abc"}}"#,
      #"{"codes":{"x-a":5}}"#, #"{"any":"text"}"#, #"{"any":1.5}"#, #"{"pair":["ab",5,5]}"#, #"{"other":0}"#,
      #"{"pay":{"type":"card","number":"1234"}}"#, #"{"pay":{"type":"cash"}}"#, #"{"either":"ab"}"#, #"{"either":5}"#,
      #"{"tree":{"child":{"child":{}}}}"#,
    ])
  func allowed(text: String) throws {
    #expect(try faults(text) == [])
  }

  @Test(
    "What the document forbids is one violation at its place",
    arguments: [
      (#"{"length":"a"}"#, "/length minLength"), (#"{"length":"abcd"}"#, "/length maxLength"),
      (#"{"length":"e\u0301x\u0301"}"#, "/length maxLength"), (#"{"nullable":"a"}"#, "/nullable minLength"),
      (#"{"old":"a"}"#, "/old minLength"), (#"{"refined":"ABC-1234"}"#, "/refined maxLength"),
      (#"{"refined":"abc-12"}"#, "/refined pattern"), (#"{"large":9007199254740994}"#, "/large maximum"),
      (#"{"small":-8}"#, "/small multipleOf"), (#"{"ratio":0.2}"#, "/ratio maximum"),
      (#"{"exact":0.35}"#, "/exact multipleOf"), (#"{"when":"2024-03-29T12:00:00+01:00"}"#, "/when pattern"),
      (#"{"matrix":[[1,2],[3]]}"#, "/matrix/1 minItems"), (#"{"matrix":[[1,10]]}"#, "/matrix/0/1 maximum"),
      (#"{"labels":{}}"#, "/labels minProperties"), (#"{"labels":{"a":"","b":"","c":""}}"#, "/labels maxProperties"),
      (#"{"labels":{"A":""}}"#, "/labels propertyNames"), (#"{"labels":{"~/":"long"}}"#, "/labels/~0~1 maxLength"),
      (#"{"codes":{"x-a":6}}"#, "/codes/x-a maximum"), (#"{"codes":{"y":1}}"#, "/codes additionalProperties"),
      (#"{"any":3}"#, "/any schema"),
      (#"{"pair":["a"]}"#, "/pair/0 minLength"), (#"{"other":-1}"#, "/other minimum"),
      (#"{"pay":{"type":"card","number":"12"}}"#, "/pay/number pattern"), (#"{"pay":{"type":"gold"}}"#, "/pay oneOf"),
      (#"{"either":"abc"}"#, "/either maxLength"), (#"{"either":6}"#, "/either maximum"),
      (#"{"either":true}"#, "/either type"), (#"{"tree":{"child":{"leaf":1}}}"#, "/tree schema"),
      (#"{"tree":{"child":{"child":{"leaf":1}}}}"#, "/tree schema"),
    ])
  func forbidden(text: String, fault: String) throws {
    #expect(try faults(text) == [fault])
  }

  @Test(
    "Keywords that are schemas themselves hold for the whole object",
    arguments: [
      (#"{"email":"a"}"#, []), ("{}", [" minProperties", " anyOf"]),
      (#"{"email":"a","name":"b","coupon":"c","card":"d"}"#, [" maxProperties"]),
      (#"{"name":"a","coupon":"b"}"#, [" dependencies"]), (#"{"email":"a","card":"b"}"#, [" dependencies"]),
      (#"{"email":"a","legacy":true}"#, [" not"]), (#"{"country":"de"}"#, [" if"]),
      (#"{"country":"de","vat":"1"}"#, []), (#"{"country":"fr","vat":"1"}"#, [" if"]),
    ])
  func conditions(text: String, found: [String]) throws {
    #expect(try faults(Schemas.Conditions.self, text).sorted() == found.sorted())
  }

  @Test("Unlisted values, another constant, lists with repetitions and recursion are found")
  func order() throws {
    let text = #"""
      {"kind":"offer","status":"lost","lines":[{"sku":"ABC-1","quantity":20},{"sku":"ABC-1","quantity":20}],
       "next":{"lines":[]}}
      """#
    #expect(
      Set(try faults(Schemas.Order.self, text)) == [
        "/kind const", "/status enum", "/lines uniqueItems", "/lines contains", "/next/lines minItems",
        "/next/lines contains",
      ])
  }

  @Test("Digits decide whether a number is a multiple, and bounds may be exclusive")
  func numbers() throws {
    let prices = [0.07, 0.29, 19.99, 99.5, 1.0, 0.005, 0, 99.51]
    let faults = prices.map { price in
      Schemas.Line(sku: "ABC-1", quantity: 1, price: price).validate().map(\.constraint)
    }
    #expect(faults == [[], [], [], [], [], ["multipleOf"], ["exclusiveMinimum"], ["maximum"]])
  }

  @Test("A pattern that other engines take ages for is decided or passed over")
  func slowPattern() throws {
    let text = String(repeating: "a", count: 50_000) + "b"
    #expect(Schemas.Slow(text: text).validate().map(\.constraint) == ["pattern"])
  }

  @Test("No more than a hundred violations are kept")
  func bounded() throws {
    let lines = (0..<500).map { Schemas.Line(sku: "ABC-\($0)", quantity: 0) }
    #expect(Schemas.Order(lines: lines).validate().count == 100)
  }

  @Test("A message validates its payload and its headers")
  func message() throws {
    let message = Validated.Messages.Placed(
      payload: .init(lines: [.init(sku: "x", quantity: 1)]), headers: .init(trace: "zz"))
    #expect(
      message.validate().map { "\($0.path) \($0.constraint)" } == [
        "/payload/lines/0/sku pattern", "/payload/lines/0/sku minLength", "/headers/trace pattern",
      ])
  }
}

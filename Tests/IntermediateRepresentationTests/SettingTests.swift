import IntermediateRepresentation
import SpecParser
import TemplateRenderer
import Testing

/// What a user chooses, and what the document chooses for itself.
@Suite struct SettingTests {
  private func settings(_ change: (inout GenerationSettings) -> Void) -> GenerationSettings {
    var settings = GenerationSettings()
    change(&settings)
    return settings
  }

  @Test("Absence and null are told apart where the document or the user says so")
  func presence() throws {
    let schema =
      "A: {required: [r], properties: {a: {type: [string, 'null']}, b: {type: [string, 'null'], x-presence: true}, c: {type: string}, r: {type: [string, 'null']}}}"
    #expect(
      try Snippet(schemas: schema).properties("Schemas.A") == [
        "a: String optionalNullable", "b: String distinct", "c: String optional", "r: String nullable",
      ])
    let snippet = try Snippet(schemas: schema, settings: settings { $0.nullableOptional = .presence })
    #expect(
      try snippet.properties("Schemas.A") == [
        "a: String distinct", "b: String distinct", "c: String optional", "r: String nullable",
      ])
    let file = try #require(try snippet.roleDeclaring("struct A"))
    let swift = try snippet.swift(file, "nonisolated struct A")
    #expect(swift.contains("a: AsyncAPIRuntime.Presence<String> = .absent"))
    #expect(swift.contains(#"self.a = try container.decodePresence(String.self, forKey: "a")"#))
  }

  @Test(
    "Properties that the document does not name are passed over, kept or refused",
    arguments: [
      (GenerationSettings.UnknownProperties.ignore, false, false), (.capture, true, false), (.reject, false, true),
    ])
  func unknownProperties(choice: GenerationSettings.UnknownProperties, isKept: Bool, isRefused: Bool) throws {
    let snippet = try Snippet(
      schemas: "A: {properties: {a: {}}}", "B: {properties: {a: {}}, additionalProperties: false}",
      "C: {properties: {a: {}}, additionalProperties: true}", settings: settings { $0.unknownProperties = choice })
    func structure(_ name: String) throws -> Structure {
      guard case .structure(let structure) = try snippet.type(name).shape else { throw Snippet.WrongShape(name: name) }
      return structure
    }
    #expect(try (structure("Schemas.A").additionalProperties != nil) == isKept)
    #expect(try structure("Schemas.A").unknownProperties == .ignored)
    #expect(try structure("Schemas.B").additionalProperties == nil)
    #expect(try (structure("Schemas.B").unknownProperties == .refused) == isRefused)
    #expect(try structure("Schemas.C").additionalProperties != nil)
  }

  private func overrides(_ types: [(String, String, String?)]) -> GenerationSettings {
    settings {
      $0.typeOverrides = types.enumerated().map { index, type in
        TypeOverride(
          key: type.0, type: type.1, module: type.2,
          location: SourceLocation(path: "c.yaml", line: index + 1, column: 1))
      }
    }
  }

  @Test("A schema and a format get the user's types, wherever they are used")
  func typeOverrides() throws {
    let snippet = try Snippet(
      schemas: "Money: {type: object, properties: {amount: {type: string}}}",
      "A: {properties: {a: {$ref: '#/components/schemas/Money'}, b: {type: array, items: {$ref: '#/components/schemas/Money'}}, c: {type: string, format: email}, d: {type: string, format: date-time}, e: {type: object, properties: {x: {}}}}}",
      settings: overrides([
        ("/components/schemas/Money", "Billing.Money", "BillingKit"), ("email", "EmailAddress", nil),
        ("date-time", "String", nil), ("#/components/schemas/A/properties/e", "Extra", nil),
      ]))
    #expect(snippet.typeNames == ["Schemas.A"])
    #expect(
      try snippet.properties("Schemas.A") == [
        "a: Billing.Money optional", "b: [Billing.Money] optional", "c: EmailAddress optional", "d: String optional",
        "e: Extra optional",
      ])
    #expect(snippet.findings.isEmpty)
    let swift = try #require(try Snippet.file(declaring: "struct A", of: snippet)).text
    #expect(swift.contains("\nimport BillingKit\n"))
    #expect(!swift.contains("Foundation"))
  }

  @Test(
    "What is no type, and what nothing has, is said",
    arguments: [
      ("email", "a-b", "1:1 invalid-type-override"), ("email", "[String]", "1:1 invalid-type-override"),
      ("email", "a.class", "1:1 invalid-type-override"), ("hostname", "Host", "1:1 unused-type-override"),
      ("/components/schemas/None", "None", "1:1 unused-type-override"),
    ])
  func typeOverrideFaults(key: String, type: String, finding: String) throws {
    let snippet = try Snippet(
      schemas: "A: {properties: {a: {type: string, format: email}}}", settings: overrides([(key, type, nil)]))
    #expect(snippet.findings == [finding])
  }

  @Test("The document's own Swift names are taken, for whatever has a name")
  func swiftNames() throws {
    let snippet = try Snippet(
      """
      channels:
        c: {x-swift-name: Lights, address: 'c/{id}', parameters: {id: {x-swift-name: lamp}}, messages: {m: {x-swift-name: Measured, payload: {type: string}}}}
      operations:
        o: {x-swift-name: listen, action: receive, channel: {$ref: '#/channels/c'}}
      components:
        schemas:
          order: {x-swift-name: PurchaseOrder, type: object, properties: {a: {type: string, x-swift-name: first}, b: {x-swift-name: Nested, type: object, properties: {x: {}}}, c: {$ref: '#/components/schemas/other', x-swift-name: third}}}
          other: {type: object, properties: {y: {}}}
      """)
    #expect(snippet.findings.isEmpty)
    #expect(snippet.typeNames == ["Schemas.PurchaseOrder", "Schemas.PurchaseOrder.Nested", "Schemas.Other"])
    #expect(
      try snippet.properties("Schemas.PurchaseOrder") == [
        "first: String optional", "b: Schemas.PurchaseOrder.Nested optional", "third: Schemas.Other optional",
      ])
    #expect(snippet.document.messages.map(\.name.description) == ["Messages.Measured"])
    #expect(snippet.document.channels.map(\.name.description) == ["Channels.Lights"])
    #expect(snippet.document.channels.first?.parameters.map(\.name) == ["lamp"])
    #expect(try snippet.side(.application).receives.map(\.name) == ["listen"])
  }

  @Test(
    "A name that the document wants and cannot have is passed over with a warning",
    arguments: [
      ("{x-swift-name: a-b, type: object}", "A"), ("{x-swift-name: 1, type: object}", "A"),
      ("{x-swift-name: String, type: object}", "A"), ("{x-swift-name: '}', type: object}", "A"),
    ])
  func impossibleSwiftNames(schema: String, name: String) throws {
    let snippet = try Snippet(schemas: "a: \(schema)")
    #expect(snippet.typeNames == ["Schemas.\(name)"])
    #expect(snippet.findings.count == 1 && snippet.findings[0].hasSuffix("invalid-swift-name"))
    #expect(!snippet.report.hasErrors)
  }

  @Test("A name for all that are called so counts for types or for members, as it begins")
  func styles() throws {
    let overrides = [("order", "Purchase"), ("state", "phase")].map {
      NameOverride(key: $0, name: $1, location: SourceLocation(path: "c.yaml", line: 1, column: 1))
    }
    let snippet = try Snippet(
      schemas: "order: {type: object, properties: {order: {type: string}, state: {enum: [order, state]}}}",
      settings: GenerationSettings(nameOverrides: overrides))
    #expect(
      try snippet.properties("Schemas.Purchase") == [
        "order: String optional", "phase: Schemas.Purchase.State optional",
      ])
    #expect(try snippet.enumeration("Schemas.Purchase.State").cases.map(\.name) == ["order", "phase"])
  }

  @Test("A value of an enum is named by its place or by itself")
  func namesOfValues() throws {
    let overrides = [("/components/schemas/State/enum/0", "lit"), ("off", "dark")].map {
      NameOverride(key: $0, name: $1, location: SourceLocation(path: "c.yaml", line: 1, column: 1))
    }
    let snippet = try Snippet(
      schemas: "State: {enum: [on, off]}", settings: GenerationSettings(nameOverrides: overrides))
    #expect(try snippet.enumeration("Schemas.State").cases.map(\.name) == ["lit", "dark"])
    #expect(snippet.findings.isEmpty)
  }

  @Test("What cannot be called as one expects says how it may be called otherwise")
  func fallbacks() throws {
    let snippet = try Snippet(schemas: "A: {properties: {a-b: {}, a_b: {}}}", "String: {type: object}")
    #expect(snippet.findings.filter { $0.hasSuffix("name-fallback") }.count == 2)
    #expect(snippet.report.diagnostics.allSatisfy { $0.severity == .note })
  }

  @Test("What is deprecated says so, and the code that is generated does not use it")
  func deprecated() throws {
    let snippet = try Snippet(
      schemas: "A: {properties: {old: {type: string, deprecated: true, readOnly: true}, storedOld: {type: string}}}",
      "B: {deprecated: true, type: object, properties: {x: {type: string}}}")
    let file = try #require(try snippet.roleDeclaring("struct A"))
    let swift = try snippet.swift(file, "nonisolated struct A")
    #expect(
      swift.contains(
        """
          /// Read-only.
          @available(*, deprecated)
          var old: String? {
            get { self.storedOldStorage }
            set { self.storedOldStorage = newValue }
          }
          private var storedOldStorage: String?
        """))
    #expect(swift.contains("self.storedOldStorage = old\n"))
    let other = try snippet.swift(#require(try snippet.roleDeclaring("struct B")), "nonisolated struct B")
    #expect(other.contains("  @available(*, deprecated)\n  init(x: String? = nil) {"))
  }
}

import SpecParser
import Testing

/// What fails here: `validate` gives no advice where it should, or `generate` and its build plugin are full of it.
@Suite struct StyleTests {
  static let cases: [(body: String, codes: Set<String>)] = [
    (
      "asyncapi: 2.0.0\ninfo: {title: t, version: '1'}\nchannels: {}",
      ["older-version", "incomplete-info", "no-id", "no-servers", "no-tags"]
    ),
    (
      """
      asyncapi: 3.1.0
      id: urn:a:b
      info:
        {title: t, version: '1', description: d, license: {name: MIT}, contact: {name: n}, tags: [{name: a}]}
      servers: {s: {host: a, protocol: b}}
      channels: {c: {address: 'a/', messages: {m: {}}}}
      """, ["incomplete-contact", "trailing-slash", "no-default-content-type"]
    ),
    (
      """
      asyncapi: 2.6.0
      id: urn:a:b
      info:
        title: t
        version: '1'
        description: d
        license: {name: MIT}
        contact: {name: n, url: https://example.com, email: a@example.com}
      tags: [{name: a}]
      defaultContentType: application/json
      servers: {s: {url: 'a{}', protocol: b}}
      channels: {'a/{}': {publish: {message: {}}}}
      """, ["older-version", "empty-placeholder", "no-operation-id", "no-message-id"]
    ),
  ]

  @Test(arguments: cases) func advises(_ text: String, _ codes: Set<String>) {
    let parsing = Parsing(["api.yaml": text])
    #expect(Set(parsing.advice.map(\.code)) == codes)
    #expect(parsing.advice.allSatisfy { $0.severity == .note })
    #expect(Parsing(["api.yaml": text], purpose: .generation(strict: true)).advice.isEmpty)
  }

  @Test func findsComponentsThatNothingRefersTo() {
    let parsing = Parsing.version3(
      """
      servers: {s: {host: a, protocol: b, security: [{$ref: '#/components/securitySchemes/used'}]}}
      channels: {c: {address: a, messages: {m: {payload: {$ref: '#/components/schemas/used/properties/a'}}}}}
      components:
        securitySchemes: {used: {type: plain}, unused: {type: plain}}
        schemas:
          used: {properties: {a: {$ref: '#/components/schemas/base'}}}
          base: {discriminator: k, properties: {k: {}}, required: [k]}
          child: {allOf: [{$ref: '#/components/schemas/base'}]}
          unused: {}
        x-own: {any: {}}
      """)
    let places = parsing.advice.filter { $0.code == "unused-component" }.map { $0.location?.description ?? "" }
    #expect(places == ["api.yaml:6:42", "api.yaml:11:5"])
  }

  @Test func knowsThatSecuritySchemesOfVersion2AreNamed() {
    let parsing = Parsing.version2(
      """
      channels: {}
      servers: {s: {url: a, protocol: b, security: [{used: []}]}}
      components: {securitySchemes: {used: {type: plain}}}
      """)
    #expect(!parsing.advice.contains { $0.code == "unused-component" })
  }
}

import Foundation
import Testing

/// What fails here: a build is stale after an edit, or the plugin hangs on a hostile document.
struct ReferencedFilesTests {
  private func reached(
    from document: String = "app/asyncapi.yaml", _ limits: ReferencedFiles = ReferencedFiles(),
    files: [String: String]
  ) throws -> [String] {
    try withTemporaryDirectory { folder in
      for (path, text) in files { try write(text, to: folder.appendingPathComponent(path)) }
      let prefix = folder.standardizedFileURL.path + "/"
      return limits.urls(reachedFrom: folder.appendingPathComponent(document)).map {
        String($0.path.dropFirst(prefix.count))
      }
    }
  }

  @Test("Files are found through others, each relative to the file that refers to it")
  func transitive() throws {
    let files = [
      "app/asyncapi.yaml": "$ref: ../shared/messages/order.yaml#/Order",
      "shared/messages/order.yaml": "Order: { $ref: '../schemas/price.json' }",
      "shared/schemas/price.json": "{ \"$ref\": \"currency.avsc\" }",
      "shared/schemas/currency.avsc": "{}",
    ]
    #expect(
      try reached(files: files) == [
        "shared/messages/order.yaml", "shared/schemas/price.json", "shared/schemas/currency.avsc",
      ])
  }

  @Test("Files that refer to each other or to themselves are found once")
  func cycle() throws {
    let files = [
      "app/asyncapi.yaml": "a: {$ref: 'b.yaml'}\nb: {$ref: '#/a'}\nc: {$ref: './asyncapi.yaml#/a'}",
      "app/b.yaml": "a: {$ref: './../app/asyncapi.yaml'}\nb: {$ref: './b.yaml'}",
    ]
    #expect(try reached(files: files) == ["app/b.yaml"])
  }

  @Test("A percent-encoded reference reaches the file with that name")
  func percentEncoding() throws {
    let files = [
      "app/asyncapi.yaml": "$ref: 'street%20lights/gr%C3%B6%C3%9Fe.yaml'", "app/street lights/größe.yaml": "",
    ]
    #expect(try reached(files: files).map(\.precomposedStringWithCanonicalMapping) == ["app/street lights/größe.yaml"])
  }

  @Test("Files that do not exist, other schemes, absolute paths and folders are left to the generator")
  func ignored() throws {
    let document = """
      a: { $ref: 'missing.yaml' }
      b: { $ref: 'https://example.com/b.yaml' }
      c: { $ref: '/etc/hostname' }
      d: { $ref: 'folder' }
      e: { $ref: 'b%00.yaml' }
      f: { $ref: '#/a' }
      """
    #expect(try reached(files: ["app/asyncapi.yaml": document, "app/folder/x.yaml": "", "app/b": ""]) == [])
  }

  @Test("A document that refers to very many files, or to large ones, does not hold up the build")
  func bounds() throws {
    var files = ["app/asyncapi.yaml": (0..<20).map { "$ref: 'f\($0).yaml'" }.joined(separator: "\n")]
    for number in 0..<20 { files["app/f\(number).yaml"] = "$ref: 'behind.yaml'" }
    files["app/behind.yaml"] = ""
    #expect(try reached(ReferencedFiles(maximumFileCount: 5), files: files).count == 5)

    let sizeOfDocument = try #require(files["app/asyncapi.yaml"]).utf8.count
    let unsearched = try reached(ReferencedFiles(maximumByteCount: sizeOfDocument), files: files)
    #expect(unsearched.count == 20)
    #expect(!unsearched.contains("app/behind.yaml"))
  }
}

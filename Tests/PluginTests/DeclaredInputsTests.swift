import Foundation
import Testing

/// What fails here: a build misses the edit of a file that a document has come to refer to, or runs the generator
/// for nothing.
struct DeclaredInputsTests {
  private func date(of inputs: DeclaredInputs) throws -> Date? {
    try FileManager.default.attributesOfItem(atPath: inputs.file.path)[.modificationDate] as? Date
  }

  @Test("Only a run that reads an undeclared file has the next build run the generator again")
  func follow() throws {
    try withTemporaryDirectory { folder in
      let inputs = DeclaredInputs(outputBase: "asyncapi", outputDirectory: folder.appendingPathComponent("out"))
      let document = folder.appendingPathComponent("asyncapi.yaml")
      let added = folder.appendingPathComponent("added.yaml")
      try inputs.declare([document])
      let longAgo = Date(timeIntervalSince1970: 1_000_000)
      try FileManager.default.setAttributes([.modificationDate: longAgo], ofItemAtPath: inputs.file.path)

      try inputs.declare([document])
      #expect(try inputs.follow([document]) == [])
      #expect(try date(of: inputs) == longAgo)

      #expect(try inputs.follow([document, added]) == [added])
      #expect(try date(of: inputs) != longAgo)
      #expect(try inputs.follow([document, added]) == [added])

      try inputs.declare([document, added])
      #expect(try inputs.follow([document, added]) == [])
    }
  }

  @Test("Outside a build nothing is written beside the output")
  func checkedInCode() throws {
    try withTemporaryDirectory { folder in
      let inputs = DeclaredInputs(outputBase: "asyncapi", outputDirectory: folder)
      let undeclared = try inputs.follow([folder.appendingPathComponent("asyncapi.yaml")])
      #expect(undeclared == [])
      #expect(!FileManager.default.fileExists(atPath: inputs.file.path))
    }
  }
}

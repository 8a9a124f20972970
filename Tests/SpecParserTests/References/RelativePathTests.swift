import SpecParser
import Testing

/// One file under two paths would be read twice, and its types would be generated twice.
@Suite struct RelativePathTests {
  static let paths: [(reference: String, file: String, path: String)] = [
    ("b.yaml", "a.yaml", "b.yaml"), ("./b.yaml", "a.yaml", "b.yaml"), ("b.yaml", "x/a.yaml", "x/b.yaml"),
    ("../b.yaml", "x/y/a.yaml", "x/b.yaml"), ("../../b.yaml", "x/a.yaml", "../b.yaml"),
    ("../b.yaml", "/a.yaml", "/b.yaml"), ("x/./y//../b.yaml", "a.yaml", "x/b.yaml"), ("/b.yaml", "x/a.yaml", "/b.yaml"),
    ("b.yaml", "/a.yaml", "/b.yaml"), ("../b.yaml", "../a.yaml", "../../b.yaml"),
  ]

  @Test(arguments: paths) func namesAFileInOneWay(_ reference: String, _ file: String, _ path: String) {
    #expect(RelativePath.resolve(reference, from: file) == path)
  }
}

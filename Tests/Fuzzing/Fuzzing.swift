#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What is read of the bytes that libFuzzer makes up. `make fuzz` runs each for a while.
enum FuzzedInput: String {
  /// A YAML file.
  case yaml
  /// A JSON file.
  case json
  /// An AsyncAPI document and files that it may refer to.
  case document

  /// The program is compiled once for all, and told by its environment which it is.
  static let ofThisProcess = getenv("FUZZED_INPUT").flatMap { Self(rawValue: String(cString: $0)) }

  func read(_ bytes: [UInt8]) {
    switch self {
    case .yaml: TreeInvariants.check(SourceFile(path: "t.yaml", bytes: bytes))
    case .json:
      let tree = TreeInvariants.check(SourceFile(path: "t.json", bytes: bytes))
      // JSON is YAML of the same meaning. A lone scalar, which no document is, need not be.
      guard let tree, [.mapping, .sequence].contains(tree.root.kind) else { return }
      var found: [Diagnostic] = []
      let file = SourceFile(path: "t.yaml", bytes: bytes)
      let same = try? Tree.read(file, limits: TreeInvariants.limits, diagnostics: &found)
      require(same.map { $0.root.isEqual(to: tree.root) } == true, "as YAML the JSON is another")
    case .document: DocumentInvariants.check(bytes)
    }
  }
}

/// What libFuzzer calls.
@_cdecl("LLVMFuzzerTestOneInput")
public func readOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let input = FuzzedInput.ofThisProcess else { fatalError("FUZZED_INPUT is to be yaml, json or document") }
  input.read(Array(UnsafeBufferPointer(start: bytes, count: count)))
  return 0
}

/// Ends the program where something does not hold, so that libFuzzer keeps the input.
func require(_ condition: Bool, _ what: @autoclosure () -> String) {
  if !condition { fatalError(what()) }
}

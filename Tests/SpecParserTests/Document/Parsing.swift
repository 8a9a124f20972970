import SpecParser

/// What comes of reading a document in memory.
struct Parsing {
  let document: AsyncAPIDocument?
  let report: Report

  init(
    _ files: [String: String], perspective: Perspective = .application, purpose: Purpose = .validation,
    limits: TreeLimits = .standard
  ) {
    self.init(
      from: InMemorySources(files), path: "api.yaml", perspective: perspective, purpose: purpose, limits: limits)
  }

  init(
    from sources: any SourceReader, path: String, perspective: Perspective = .application,
    purpose: Purpose = .validation, limits: TreeLimits = .standard
  ) {
    report = Report(purpose: purpose)
    document = DocumentReader.read(path, from: sources, limits: limits, perspective: perspective, report: report)
  }

  /// A document of 3.1 with title and version.
  static func version3(_ body: String, with files: [String: String] = [:], purpose: Purpose = .validation) -> Self {
    Self(files.merging(["api.yaml": header3 + body]) { $1 }, purpose: purpose)
  }

  /// A document of 2.6 with title and version.
  static func version2(
    _ body: String, with files: [String: String] = [:], perspective: Perspective = .application,
    purpose: Purpose = .validation
  ) -> Self {
    Self(files.merging(["api.yaml": header2 + body]) { $1 }, perspective: perspective, purpose: purpose)
  }

  static let header3 = "asyncapi: 3.1.0\ninfo: {title: Orders, version: 1.0.0}\n"
  static let header2 = "asyncapi: 2.6.0\ninfo: {title: Orders, version: 1.0.0}\n"

  /// What was found, without advice on style.
  var diagnostics: [Diagnostic] { report.diagnostics.filter { !Self.styleCodes.contains($0.code) } }
  /// The advice on style.
  var advice: [Diagnostic] { report.diagnostics.filter { Self.styleCodes.contains($0.code) } }
  private static let styleCodes = Set(DiagnosticCode.ofStyle.map(\.name))

  var codes: [String] { diagnostics.map(\.code) }
  var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }

  /// `path:line:column code`, in the order of the places.
  var places: [String] {
    diagnostics.sorted {
      ($0.location?.path ?? "", $0.location?.line ?? 0, $0.location?.column ?? 0)
        < ($1.location?.path ?? "", $1.location?.line ?? 0, $1.location?.column ?? 0)
    }
    .map { "\($0.location.map { "\($0)" } ?? "nowhere") \($0.code)" }
  }
}

/// A text in which `¶` marks the places where something is to be reported.
struct MarkedText {
  private(set) var text = ""
  /// `line:column` of each mark.
  private(set) var marks: [String] = []

  init(_ marked: String) {
    var (line, column) = (1, 1)
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "¶": marks.append("\(line):\(column)")
      case "\n":
        text.unicodeScalars.append(scalar)
        (line, column) = (line + 1, 1)
      default:
        text.unicodeScalars.append(scalar)
        column += 1
      }
    }
  }
}

extension AsyncAPIDocument {
  func channel(_ key: String) -> Channel? { channels.first { $0.key == key } }
  func operation(_ key: String) -> SpecParser.Operation? { operations.first { $0.key == key } }
  func server(_ key: String) -> Server? { servers.first { $0.key == key } }

  func message(_ place: Node?) -> Message? { place.flatMap { messageTable[$0] } }

  /// A message of the components.
  func message(_ key: String) -> Message? { message(components.messages.first { $0.key == key }?.message) }

  func schema(_ reference: SchemaReference?) -> Schema? { reference.flatMap { schemaTable[$0.place] } }

  /// A schema of the components.
  func schema(_ key: String) -> Schema? { schema(components.schemas.first { $0.key == key }?.schema) }
}

extension Schema {
  func property(_ name: String) -> SchemaReference? { properties.first { $0.name == name }?.schema }
}

extension PayloadSchema {
  var reference: SchemaReference? {
    if case .schema(let reference) = self { reference } else { nil }
  }

  var foreignFormat: String? {
    if case .foreign(let format, _) = self { format } else { nil }
  }
}

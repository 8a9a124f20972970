import IntermediateRepresentation

/// The inside of an enum of values.
struct EnumerationView: View {
  var enumeration: Enumeration

  static let fields = ViewFields<Self>([
    .text("rawType", \.rawType),
    .flag("isClosed") { $0.enumeration.unknownCase == nil },
    .text("unknownCase") { $0.enumeration.unknownCase ?? "" },
    .flag("usesTable", \.enumeration.usesTable),
    .flag("isCodedByHand") { $0.enumeration.rawType == .json },
    .views("cases", of: CaseView.self, \.cases),
  ])

  private var rawType: String {
    enumeration.rawType == .json ? "AsyncAPIRuntime.JSONValue" : enumeration.rawType.rawValue
  }

  var cases: [CaseView] {
    enumeration.cases.enumerated().map {
      CaseView(
        name: $1.name, value: SwiftLiteral.value($1.value), documentation: $1.documentation,
        comma: $0 == enumeration.cases.count - 1 ? "" : ", ")
    }
  }
}

struct CaseView: View {
  var name: String
  var value: String
  var documentation: [String]
  var comma: String

  static let fields = ViewFields<Self>([
    .text("name", \.name),
    .text("value", \.value),
    .texts("documentation", \.documentation.commentLines),
    .text("comma", \.comma),
  ])
}

import IntermediateRepresentation

/// The inside of an open enum.
struct EnumerationView: View {
  var enumeration: Enumeration

  static let fields = ViewFields<Self>([
    .text("rawType", \.enumeration.rawType.rawValue),
    .text("unknownCase", \.enumeration.unknownCase),
    .views("cases", of: CaseView.self, \.cases),
  ])

  var cases: [CaseView] {
    enumeration.cases.enumerated().map {
      CaseView(name: $1.name, value: SwiftLiteral.value($1.value), comma: $0 == enumeration.cases.count - 1 ? "" : ", ")
    }
  }
}

struct CaseView: View {
  var name: String
  var value: String
  var comma: String

  static let fields = ViewFields<Self>([
    .text("name", \.name),
    .text("value", \.value),
    .text("comma", \.comma),
  ])
}

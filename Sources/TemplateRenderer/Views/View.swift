import Mustache

/// What a template sees of one thing. The names it may use are declared once, for rendering and for checking alike.
protocol View: MustacheParent, Sendable {
  static var fields: ViewFields<Self> { get }
}

extension View {
  func child(named name: String) -> Any? { Self.fields.value(name, of: self) }
}

/// What a name in a template stands for.
indirect enum ViewKind: Sendable {
  /// Text, which cannot be entered.
  case text
  /// A section that is there or not.
  case flag
  /// A list of texts; inside its section `{{.}}` is the text.
  case texts
  /// A list of things that have names of their own. It is asked for when needed, since views may contain each other.
  case views(@Sendable () -> [String: ViewKind])
}

struct ViewFields<Model: View>: Sendable {
  let names: [String]
  let kinds: [String: ViewKind]
  private let getters: [String: @Sendable (Model) -> Any]

  init(_ fields: [ViewField<Model>]) {
    names = fields.map(\.name)
    kinds = Dictionary(fields.map { ($0.name, $0.kind) }, uniquingKeysWith: { first, _ in first })
    getters = Dictionary(fields.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  func value(_ name: String, of model: Model) -> Any? { getters[name]?(model) }
}

struct ViewField<Model: View>: Sendable {
  let name: String
  let kind: ViewKind
  let value: @Sendable (Model) -> Any

  static func text(_ name: String, _ value: @escaping @Sendable (Model) -> String) -> Self {
    Self(name: name, kind: .text, value: value)
  }

  static func flag(_ name: String, _ value: @escaping @Sendable (Model) -> Bool) -> Self {
    Self(name: name, kind: .flag, value: value)
  }

  static func texts(_ name: String, _ value: @escaping @Sendable (Model) -> [String]) -> Self {
    Self(name: name, kind: .texts, value: value)
  }

  static func views<Element: View>(
    _ name: String, of element: Element.Type, _ value: @escaping @Sendable (Model) -> [Element]
  ) -> Self {
    Self(name: name, kind: .views { Element.fields.kinds }, value: value)
  }
}

/// A text with the comma that follows it in a list.
struct ListItemView: View {
  var text: String
  var comma: String

  static let fields = ViewFields<Self>([
    .text("text", \.text),
    .text("comma", \.comma),
    .text("separator") { $0.comma.isEmpty ? "" : "\($0.comma) " },
  ])

  static func list(_ texts: [String]) -> [Self] {
    texts.enumerated().map { Self(text: $1, comma: $0 == texts.count - 1 ? "" : ",") }
  }
}

extension [String] {
  /// The lines of a documentation comment, as they follow `///`.
  var commentLines: [String] { map { $0.isEmpty ? "" : " \($0)" } }
}

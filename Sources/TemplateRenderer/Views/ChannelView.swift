import IntermediateRepresentation

/// A channel type.
struct ChannelView: View {
  var channel: ChannelDeclaration
  var namespace: String

  static let fields = ViewFields<Self>([
    .text("name", \.channel.name.simpleName),
    .text("qualifiedName") { "\($0.namespace).\($0.channel.name)" },
    .text("key") { SwiftLiteral.string($0.channel.key) },
    .texts("documentation", \.documentation),
    .flag("hasAddress") { $0.channel.address != nil },
    .flag("hasParameters") { !$0.channel.parameters.isEmpty },
    .text("literalAddress") { SwiftLiteral.string($0.channel.address?.text ?? "") },
    .text("templateParts", \.templateParts),
    .views("parameters", of: ParameterView.self, \.parameters),
    .text("addressArguments", \.addressArguments),
    .text("initializerParameters") { $0.parameters.map { "\($0.parameter.name): \($0.type)" }.joined(separator: ", ") },
    .text("initializerArguments") { view in
      view.parameters.map { "\($0.parameter.name.argumentLabel): \($0.parsed)" }.joined(separator: ", ")
    },
    .text("filterParameters") { view in
      view.parameters.map { "_ \($0.parameter.name): AsyncAPIRuntime.ParameterFilter<\($0.type)>" }.joined(
        separator: ", ")
    },
    .text("filterArguments") { view in
      view.occurrences.map { "\($0.name).addressPart" }.joined(separator: ", ")
    },
    .views("enumerations", of: ParameterEnumerationView.self, \.enumerations),
    .views("bindings", of: BindingsView.self) { BindingsView.list($0.channel.bindings) },
    .views("validation", of: ValidationView.self, \.validation),
  ])

  private var validation: [ValidationView] {
    var text = CheckText()
    for parameter in channel.parameters {
      text.add(
        parameter.checks, of: "self.\(parameter.name)", at: parameter.key,
        unknownCase: parameter.enumeration?.enumeration.unknownCase)
    }
    return ValidationView.list("\(namespace).\(channel.name).Parameters", text)
  }

  private var documentation: [String] {
    let address =
      channel.address.map { "The address is `\($0.text.commentText)`." } ?? "The address is known only at run time."
    return (channel.documentation + (channel.documentation.isEmpty ? [] : [""]) + [address]).commentLines
  }

  private var templateParts: String {
    (channel.address ?? []).map { part in
      switch part {
      case .literal(let text): ".literal(\(SwiftLiteral.string(text)))"
      case .parameter(let key): ".parameter(\(SwiftLiteral.string(key)))"
      }
    }.joined(separator: ", ")
  }

  /// The parameters as they stand in the address; one may stand there twice.
  private var occurrences: [ParameterDeclaration] {
    let table = Dictionary(channel.parameters.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    return (channel.address ?? []).compactMap { part in
      guard case .parameter(let key) = part else { return nil }
      return table[key]
    }
  }

  private var parameters: [ParameterView] {
    let positions = Dictionary(
      occurrences.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    return channel.parameters.map { parameter in
      ParameterView(parameter: parameter, position: positions[parameter.key] ?? 0)
    }
  }

  private var addressArguments: String {
    occurrences.map { "parameters.\($0.name).addressPart" }.joined(separator: ", ")
  }

  private var enumerations: [ParameterEnumerationView] {
    channel.parameters.compactMap { parameter in
      parameter.enumeration.map {
        ParameterEnumerationView(enumeration: $0, documentation: parameter.documentation, namespace: namespace)
      }
    }
  }
}

struct ParameterView: View {
  var parameter: ParameterDeclaration
  /// Where its value stands among those parsed from an address.
  var position: Int

  static let fields = ViewFields<Self>([
    .text("name", \.parameter.name),
    .text("type", \.type),
    .texts("documentation", \.parameter.documentation.commentLines),
    .flag("isEnumeration") { $0.parameter.enumeration != nil },
    .text("position") { String($0.position) },
  ])

  /// Inside the channel.
  fileprivate var type: String { parameter.enumeration?.name.simpleName ?? "String" }

  /// The value from those parsed.
  fileprivate var parsed: String {
    parameter.enumeration == nil ? "values[\(position)]" : "\(type)(addressPart: values[\(position)])"
  }
}

struct ParameterEnumerationView: View {
  var enumeration: NamedEnumeration
  var documentation: [String]
  var namespace: String

  static let fields = ViewFields<Self>([
    .text("scope") { "\($0.namespace).\($0.enumeration.name.parent)" },
    .text("name", \.enumeration.name.simpleName),
    .text("qualifiedName") { "\($0.namespace).\($0.enumeration.name)" },
    .texts("documentation", \.documentation.commentLines),
    .text("unknownCase") { $0.enumeration.enumeration.unknownCase ?? "" },
    .views("cases", of: CaseView.self) { $0.cases },
    .views("filterCases", of: CaseView.self) { view in
      view.cases.filter { !["any", "value"].contains($0.name) }
    },
  ])

  private var cases: [CaseView] {
    EnumerationView(enumeration: enumeration.enumeration).cases
  }
}

extension String {
  /// The name as the label of an argument in a call, where keywords stand without backticks.
  var argumentLabel: String { SwiftKeyword.unescaped(self) }
}

extension [AddressPart] {
  /// The address as the document writes it.
  var text: String {
    map { part in
      switch part {
      case .literal(let text): text
      case .parameter(let key): "{\(key)}"
      }
    }.joined()
  }
}

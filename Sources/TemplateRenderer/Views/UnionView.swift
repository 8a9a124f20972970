import IntermediateRepresentation

/// The inside of an enum of types.
struct UnionView: View {
  var union: Union
  var texts: TypeText

  static let fields = ViewFields<Self>([
    .text("unknownCase", \.union.unknownCase),
    .text("indirect") { $0.union.isIndirect ? "indirect " : "" },
    .flag("hasDiscriminator") { $0.discriminator != nil },
    .text("discriminator") { $0.discriminator.map(SwiftLiteral.string) ?? "" },
    .flag("looksAtShape") { $0.discriminator == nil && $0.members.contains { $0.looksAtShape } },
    .views("members", of: MemberView.self, \.members),
  ])

  private var discriminator: String? {
    if case .discriminator(let key) = union.selection { key } else { nil }
  }

  private var members: [MemberView] {
    union.members.map { MemberView(member: $0, type: texts.text($0.type)) }
  }
}

struct MemberView: View {
  var member: Union.Member
  var type: String

  static let fields = ViewFields<Self>([
    .text("name", \.member.name),
    .text("type", \.type),
    .text("values") { $0.member.discriminatorValues.map(SwiftLiteral.string).joined(separator: ", ") },
    .text("condition", \.condition),
    .flag("hasOwnKeys") { !$0.member.ownKeys.isEmpty },
    .text("ownKeys") { $0.member.ownKeys.map(SwiftLiteral.string).joined(separator: ", ") },
    .text("encoded", \.encoded),
    .flag("leavesToOthers") { $0.member.unknownCase != nil },
    .text("membersUnknownCase") { $0.member.unknownCase ?? "" },
  ])

  /// A UUID would encode itself in upper case.
  private var encoded: String { member.type == .builtin(.uuid) ? "value.text()" : "value" }

  var looksAtShape: Bool { !condition.isEmpty || !member.ownKeys.isEmpty }
  var condition: String { ShapeCondition.text(kinds: member.kinds, requiredKeys: member.requiredKeys) }
}

/// What a value must look like before it is tried as one of several types.
enum ShapeCondition {
  /// A condition on `probe` that ends in a comma, or nothing.
  static func text(kinds: [JSONKind], requiredKeys: [String]) -> String {
    if !requiredKeys.isEmpty { return "probe.has(\(requiredKeys.map(SwiftLiteral.string).joined(separator: ", "))), " }
    guard kinds.count == 1, let kind = kinds.first else { return "" }
    return "probe.kind == .\(kind.rawValue), "
  }
}

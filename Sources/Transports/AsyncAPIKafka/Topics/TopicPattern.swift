#if Kafka
  import AsyncAPIRuntime

  /// The topics of an address pattern, and the way back from a topic to the address.
  struct TopicPattern: Sendable {
    /// What the library subscribes to: a topic, or an expression that begins with `^`.
    let subscription: String
    /// Whether it stands for one topic.
    let isExact: Bool
    private let parts: [AddressPattern.Part]
    private let matcher: AddressMatcher

    init(_ pattern: AddressPattern, naming: TopicNaming) throws {
      parts = pattern.parts
      let whole = pattern.rendered(any: "")
      isExact = !parts.contains(.any)
      var pieces: [String?] = []
      var expression = "^"
      for part in parts {
        switch part {
        case .literal(let text):
          let piece = try naming.replacingSlashes(in: text, of: whole)
          pieces.append(piece)
          for character in piece { expression += character == "." ? "[.]" : String(character) }
        case .any:
          pieces.append(nil)
          // Coarse; the way back to the address is exact.
          expression += "[a-zA-Z0-9._-]+"
        }
      }
      // What stands for '/' separates the levels in its place.
      let slash = whole.utf8.contains(UInt8(ascii: "/")) ? naming.slash?.asciiValue : nil
      matcher = AddressMatcher(pieces, separator: slash ?? AddressMatcher.separator(of: pieces))
      subscription = isExact ? try naming.topic(for: whole) : expression + "$"
    }

    /// Whether the pattern itself asks for topics that end so.
    func endsIn(_ suffix: String?) -> Bool {
      guard let suffix, case .literal(let text)? = parts.last else { return false }
      return text.hasSuffix(suffix)
    }

    /// The address that is published under a topic; nil if it is none of the pattern's.
    func address(of topic: String) -> String? {
      guard let values = matcher.captures(topic) else { return nil }
      var address = ""
      var index = 0
      for part in parts {
        switch part {
        case .literal(let text): address += text
        case .any:
          address += values[index]
          index += 1
        }
      }
      return address
    }
  }
#endif

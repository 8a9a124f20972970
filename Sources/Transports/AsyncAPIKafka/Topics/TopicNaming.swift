#if Kafka
  import AsyncAPIRuntime

  /// How addresses become topics, whose names hold only letters, digits, `.`, `_` and `-`.
  public struct TopicNaming: Hashable, Sendable {
    /// What stands in a topic for the `/` of an address; nil: such an address is refused.
    public var slash: Character?

    /// A naming.
    public init(slash: Character? = ".") { self.slash = slash }

    /// The topic of an address.
    ///
    /// Throws an `AsyncAPIError` if Kafka does not allow the name, or if the address holds both `/` and what stands for
    /// it, since two addresses would then share a topic.
    public func topic(for address: String) throws -> String {
      let topic = try replacingSlashes(in: address, of: address)
      guard !topic.isEmpty, topic.utf8.count <= 249, topic != ".", topic != ".." else {
        throw refusal(address, "a topic has 1 to 249 characters and is neither '.' nor '..'")
      }
      return topic
    }

    /// A piece of an address as it stands in a topic.
    func replacingSlashes(in piece: String, of address: String) throws -> String {
      let isHierarchical = address.utf8.contains(UInt8(ascii: "/"))
      var text = ""
      text.reserveCapacity(piece.utf8.count)
      for character in piece {
        switch character {
        case "/":
          guard let slash, "._-".contains(slash) else {
            throw refusal(address, "nothing that topics allow stands for '/'; let 'slash' be '.', '_' or '-'")
          }
          text.append(slash)
        case slash where isHierarchical:
          throw refusal(address, "it holds '\(character)', which stands for '/' in topics; let 'slash' be another")
        case "a"..."z" where character.isASCII, "A"..."Z" where character.isASCII,
          "0"..."9" where character.isASCII, ".", "_", "-":
          text.append(character)
        default:
          throw refusal(address, "a topic cannot hold '\(character)'")
        }
      }
      return text
    }

    private func refusal(_ address: String, _ reason: String) -> AsyncAPIError {
      AsyncAPIError(.invalidAddress, address: address, detail: "The address cannot be a Kafka topic: \(reason).")
    }
  }
#endif

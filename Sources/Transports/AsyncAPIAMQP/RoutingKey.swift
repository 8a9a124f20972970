#if AMQP
  import AsyncAPIRuntime

  /// Addresses as routing keys, whose levels are parted by dots.
  ///
  /// An address with `/` between its levels has dots there instead; its own dots and percent signs are escaped. Any other
  /// address is a routing key as it is.
  enum RoutingKey {
    static func key(for address: String) -> String {
      guard address.utf8.contains(UInt8(ascii: "/")) else { return address }
      return keyPart(address)
    }

    /// The key with `*` for each level that is open, or partly so.
    static func pattern(_ pattern: AddressPattern) -> String {
      let isPath = isPath(pattern)
      let separator: Character = isPath ? "/" : "."
      let text = pattern.rendered(any: "\u{0}")
      return text.split(separator: separator, omittingEmptySubsequences: false).map { level in
        level.contains("\u{0}") ? "*" : isPath ? keyPart(String(level)) : String(level)
      }.joined(separator: ".")
    }

    static func address(of key: String, matching pattern: AddressPattern) -> String {
      guard isPath(pattern) else { return key }
      return key.split(separator: ".", omittingEmptySubsequences: false).map { level in
        level.replacing("%2E", with: ".").replacing("%25", with: "%")
      }.joined(separator: "/")
    }

    private static func isPath(_ pattern: AddressPattern) -> Bool { pattern.rendered(any: "").contains("/") }

    private static func keyPart(_ text: String) -> String {
      text.replacing("%", with: "%25").replacing(".", with: "%2E").replacing("/", with: ".")
    }
  }
#endif

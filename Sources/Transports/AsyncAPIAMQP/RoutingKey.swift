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

    /// - Parameter isPath: whether there are slashes in the pattern that the address matches
    static func address(of key: String, isPath: Bool) -> String {
      guard isPath else { return key }
      var bytes = key.utf8[...]
      var address: [UInt8] = []
      address.reserveCapacity(bytes.count)
      while let byte = bytes.popFirst() {
        switch byte {
        case UInt8(ascii: "."): address.append(UInt8(ascii: "/"))
        case UInt8(ascii: "%") where bytes.starts(with: "2E".utf8):
          address.append(UInt8(ascii: "."))
          bytes = bytes.dropFirst(2)
        case UInt8(ascii: "%") where bytes.starts(with: "25".utf8):
          address.append(UInt8(ascii: "%"))
          bytes = bytes.dropFirst(2)
        default: address.append(byte)
        }
      }
      return String(decoding: address, as: UTF8.self)
    }

    static func isPath(_ pattern: AddressPattern) -> Bool { pattern.rendered(any: "").contains("/") }

    private static func keyPart(_ text: String) -> String {
      var key: [UInt8] = []
      key.reserveCapacity(text.utf8.count)
      for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "/"): key.append(UInt8(ascii: "."))
        case UInt8(ascii: "."): key += "%2E".utf8
        case UInt8(ascii: "%"): key += "%25".utf8
        default: key.append(byte)
        }
      }
      return String(decoding: key, as: UTF8.self)
    }
  }
#endif

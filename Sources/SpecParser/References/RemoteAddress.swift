/// Where a file is on the network (RFC 3986), as far as a copy of it on the disk depends on it.
package struct RemoteAddress: Hashable, Sendable {
  private var scheme: String
  /// In lower case, with a port that is not the scheme's own.
  private var host: String
  /// As they are written, without `.` and `..`. The last one is empty where the path ends in `/`.
  private var segments: [Substring]
  private var query: Substring?

  /// - Parameter text: `http://` or `https://` and what follows, without `#`
  init(_ text: Substring) throws(Reference.Malformed) {
    guard let colon = text.firstIndex(of: ":"), text[colon...].hasPrefix("://") else { throw .networkAddress }
    scheme = text[..<colon].lowercased()
    let rest = text[colon...].dropFirst(3)
    let authority = rest.prefix { $0 != "/" && $0 != "?" }
    guard let host = Self.host(in: authority, scheme: scheme) else { throw .networkAddress }
    self.host = host
    segments = []
    try follow(rest[authority.endIndex...])
  }

  /// What a reference in this file leads to: never out of its host.
  func resolving(_ reference: Substring) throws(Reference.Malformed) -> Self {
    var address = self
    try address.follow(reference)
    return address
  }

  /// Where `wget -x` puts the file: `example.com/schemas/order.yaml`, with a port as `example.com:8080`, and with a
  /// query as `order.yaml?version=2`.
  package var pathOfCopy: String {
    let names = segments.map(Self.fileName)
    let path = ([host] + names.dropLast() + [names.last.flatMap { $0.isEmpty ? nil : $0 } ?? "index.html"])
      .joined(separator: "/")
    return query.map { "\(path)?\(Self.fileName($0))" } ?? path
  }

  private static func host(in authority: Substring, scheme: String) -> String? {
    let withoutUser = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    let parts = withoutUser.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let labels = (parts.first ?? "").split(separator: ".", omittingEmptySubsequences: false)
    let isHost = labels.allSatisfy { label in
      !label.isEmpty
        && label.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
    }
    guard isHost else { return nil }
    let name = labels.joined(separator: ".").lowercased()
    guard parts.count > 1, !parts[1].isEmpty else { return name }
    guard let port = UInt16(parts[1]) else { return nil }
    return port == (scheme == "http" ? 80 : 443) ? name : "\(name):\(port)"
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }

  private mutating func follow(_ reference: Substring) throws(Reference.Malformed) {
    let path = reference.prefix { $0 != "?" }
    query = path.endIndex < reference.endIndex ? reference[path.endIndex...].dropFirst() : nil
    guard PercentEncoding.decoded(path) != nil, PercentEncoding.decoded(query ?? "") != nil else {
      throw .percentEncoding
    }
    guard !path.isEmpty else { return }
    var kept = path.hasPrefix("/") ? [] : Array(segments.dropLast())
    let written = path.split(separator: "/", omittingEmptySubsequences: true)
    for segment in written {
      switch PercentEncoding.decoded(segment) {
      case ".": continue
      case "..": _ = kept.popLast()
      default: kept.append(segment)
      }
    }
    let last = written.last.flatMap(PercentEncoding.decoded)
    if path.hasSuffix("/") || last == "." || last == ".." { kept.append("") }
    segments = kept
  }

  /// Decoded, but for what a file's name cannot have.
  private static func fileName(_ segment: Substring) -> String {
    var bytes: [UInt8] = []
    for byte in (PercentEncoding.decoded(segment) ?? String(segment)).utf8 {
      if byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "/") {
        bytes += Array("%\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16, uppercase: true))".utf8)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension RemoteAddress: CustomStringConvertible {
  package var description: String {
    "\(scheme)://\(host)/\(segments.joined(separator: "/"))\(query.map { "?\($0)" } ?? "")"
  }
}

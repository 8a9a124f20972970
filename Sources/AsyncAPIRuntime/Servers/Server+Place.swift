extension Server {
  /// The server at another place: what is given replaces what the document says, the rest stays.
  ///
  /// - Parameter host: a name or an IP address, without a port; an IPv6 address with or without brackets
  public func at(host: String? = nil, port: Int? = nil) -> Server {
    let (ownHost, ownPort) = place
    let host = host.map { $0.contains(":") && !$0.hasPrefix("[") ? "[\($0)]" : $0 } ?? ownHost
    let suffix = (port.map(String.init) ?? ownPort).map { ":\($0)" } ?? ""
    return Server(
      name: name, host: host + suffix, path: path, protocolName: protocolName, protocolVersion: protocolVersion,
      secure: secure)
  }

  private var place: (host: String, port: String?) {
    guard let colon = host.lastIndex(of: ":"), host.lastIndex(of: "]").map({ $0 < colon }) ?? true else {
      return (host, nil)
    }
    return (String(host[..<colon]), String(host[host.index(after: colon)...]))
  }
}

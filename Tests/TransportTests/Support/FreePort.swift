package import Foundation

/// Ports of the loopback interface.
package enum FreePort {
  package static func find() throws -> UInt16 {
    let listener = try Listener()
    return listener.port
  }

  /// One that programs that are started do not inherit: they would hold its port.
  package static func makeSocket() -> Int32 {
    #if canImport(Darwin)
      let descriptor = socket(AF_INET, SOCK_STREAM, 0)
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      return descriptor
    #else
      socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    #endif
  }

  package static func isOpen(_ port: UInt16) -> Bool {
    let descriptor = makeSocket()
    defer { close(descriptor) }
    var address = loopback(port)
    return withSocketAddress(&address) { connect(descriptor, $0, $1) } == 0
  }

  package static func loopback(_ port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    return address
  }

  package static func withSocketAddress<R>(
    _ address: inout sockaddr_in, _ body: (UnsafeMutablePointer<sockaddr>, socklen_t) -> R
  ) -> R {
    withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }
}

#if AMQP
  import Foundation

  /// Ports of the loopback interface.
  enum FreePort {
    static func find() throws -> UInt16 {
      let listener = try Listener()
      return listener.port
    }

    /// One that programs that are started do not inherit: they would hold its port.
    static func makeSocket() -> Int32 {
      #if canImport(Darwin)
        let descriptor = socket(AF_INET, SOCK_STREAM, 0)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        return descriptor
      #else
        socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
      #endif
    }

    static func isOpen(_ port: UInt16) -> Bool {
      let descriptor = makeSocket()
      defer { close(descriptor) }
      var address = loopback(port)
      return withSocketAddress(&address) { connect(descriptor, $0, $1) } == 0
    }

    static func loopback(_ port: UInt16) -> sockaddr_in {
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = port.bigEndian
      address.sin_addr.s_addr = inet_addr("127.0.0.1")
      return address
    }

    static func withSocketAddress<R>(
      _ address: inout sockaddr_in, _ body: (UnsafeMutablePointer<sockaddr>, socklen_t) -> R
    ) -> R {
      withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
    }
  }

  /// A listening socket on a free port of the loopback interface.
  final class Listener: Sendable {
    let descriptor: Int32
    let port: UInt16

    init() throws {
      let descriptor = FreePort.makeSocket()
      var address = FreePort.loopback(0)
      guard FreePort.withSocketAddress(&address, { bind(descriptor, $0, $1) }) == 0, listen(descriptor, 16) == 0 else {
        close(descriptor)
        throw Program.Missing(description: "there is no free port")
      }
      var bound = sockaddr_in()
      var size = socklen_t(MemoryLayout<sockaddr_in>.size)
      _ = FreePort.withSocketAddress(&bound) { pointer, _ in getsockname(descriptor, pointer, &size) }
      self.descriptor = descriptor
      port = UInt16(bigEndian: bound.sin_port)
    }

    deinit { close(descriptor) }
  }
#endif

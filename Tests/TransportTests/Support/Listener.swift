import Foundation

/// A listening socket on a free port of the loopback interface.
package final class Listener: Sendable {
  package let descriptor: Int32
  package let port: UInt16

  package init() throws {
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

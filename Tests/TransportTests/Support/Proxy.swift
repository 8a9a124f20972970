import Foundation
import Synchronization

/// Passes on what comes to a port, until it is cut off like a cable.
package final class Proxy: Sendable {
  private struct State {
    var isCut = false
    var connections: [ObjectIdentifier: Connection] = [:]
  }

  private let listener: Listener
  private let target: UInt16
  private let state = Mutex(State())

  package var port: UInt16 { listener.port }

  package init(to target: UInt16) throws {
    listener = try Listener()
    self.target = target
    let descriptor = listener.descriptor
    Thread.detachNewThread { [weak self] in
      while true {
        let incoming = accept(descriptor, nil, nil)
        guard incoming >= 0, let self else { return }
        self.take(incoming)
      }
    }
  }

  deinit {
    // Ends the thread, which waits in accept.
    shutdown(listener.descriptor, Int32(SHUT_RDWR))
    cut()
  }

  /// Breaks all connections, and hangs up on new ones.
  package func cut() {
    let connections = state.withLock { state in
      state.isCut = true
      defer { state.connections = [:] }
      return state.connections.values
    }
    for connection in connections { connection.hangUp() }
  }

  /// Lets connections through again.
  package func restore() { state.withLock { $0.isCut = false } }

  private func take(_ incoming: Int32) {
    let outgoing = FreePort.makeSocket()
    var address = FreePort.loopback(target)
    guard FreePort.withSocketAddress(&address, { connect(outgoing, $0, $1) }) == 0 else {
      close(incoming)
      close(outgoing)
      return
    }
    let connection = Connection(incoming, outgoing)
    let isCut = state.withLock { state in
      if !state.isCut { state.connections[ObjectIdentifier(connection)] = connection }
      return state.isCut
    }
    if isCut { return }
    for (source, destination) in [(incoming, outgoing), (outgoing, incoming)] {
      Thread.detachNewThread { [weak self] in
        connection.pass(from: source, to: destination)
        self?.state.withLock { $0.connections[ObjectIdentifier(connection)] = nil }
      }
    }
  }

  /// Both ends, which are closed when nobody uses them any more.
  private final class Connection: Sendable {
    private let ends: [Int32]

    init(_ ends: Int32...) { self.ends = ends }

    deinit { for end in ends { close(end) } }

    func hangUp() { for end in ends { shutdown(end, Int32(SHUT_RDWR)) } }

    func pass(from source: Int32, to destination: Int32) {
      var buffer = [UInt8](repeating: 0, count: 65_536)
      while true {
        let count = read(source, &buffer, buffer.count)
        guard count > 0 else { break }
        var sent = 0
        while sent < count {
          let written = buffer[sent..<count].withUnsafeBytes {
            send(destination, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
          }
          guard written > 0 else { break }
          sent += written
        }
        if sent < count { break }
      }
      hangUp()
    }
  }
}

#if Kafka
  import TransportTestSupport
  import Foundation
  import Synchronization

  /// A server that answers what a test tells it to. It is no broker: it plays what the broker at hand cannot do.
  final class ScriptedServer: Sendable {
    private let listener: Listener
    private let connections = Mutex<[Int32]>([])

    var address: String { "127.0.0.1:\(listener.port)" }

    /// - Parameter answer: what is sent back for what came, after which an empty one hangs up
    init(_ answer: @escaping @Sendable ([UInt8]) -> [UInt8]?) throws {
      listener = try Listener()
      let descriptor = listener.descriptor
      Thread { [weak self] in
        while true {
          let connection = accept(descriptor, nil, nil)
          guard connection >= 0 else { return }
          self?.connections.withLock { $0.append(connection) }
          Thread { [self] in
            Self.serve(connection, answer)
            self?.connections.withLock { $0.removeAll { $0 == connection } }
            close(connection)
          }.start()
        }
      }.start()
    }

    deinit {
      // Ends the threads, which wait in accept and read.
      shutdown(listener.descriptor, Int32(SHUT_RDWR))
      for connection in connections.withLock({ $0 }) { shutdown(connection, Int32(SHUT_RDWR)) }
    }

    private static func serve(_ connection: Int32, _ answer: ([UInt8]) -> [UInt8]?) {
      var buffer = [UInt8](repeating: 0, count: 65_536)
      while true {
        let count = read(connection, &buffer, buffer.count)
        guard count > 0 else { return }
        guard let bytes = answer(Array(buffer[..<count])) else { continue }
        guard !bytes.isEmpty else { return }
        _ = send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL))
      }
    }
  }

  extension ScriptedServer {
    /// Speaks as much of Kafka's protocol as it takes to refuse credentials.
    ///
    /// - Parameter shown: hears what a client shows
    static func refusing(
      mechanism: String, shown: @escaping @Sendable (String) -> Void = { _ in }
    ) throws -> ScriptedServer {
      try ScriptedServer { request in
        guard request.count >= 12 else { return nil }
        func number(_ offset: Int) -> Int { Int(request[offset]) << 8 | Int(request[offset + 1]) }
        let body: [UInt8]
        switch (number(4), number(6)) {
        case (18, 0): body = [0, 0] + versions([(0, 7), (1, 4), (3, 2), (17, 1), (18, 0), (36, 0)])
        case (18, _): body = [0, 35] + versions([(18, 0)])
        case (17, _): body = [0, 0, 0, 0, 0, 1] + text(mechanism)
        case (36, _):
          shown(String(decoding: request, as: UTF8.self))
          body = [0, 58] + text("Invalid username or password") + [0, 0, 0, 0]
        default: return []
        }
        return size(4 + body.count) + request[8..<12] + body
      }
    }

    private static func versions(_ all: [(key: UInt8, most: UInt8)]) -> [UInt8] {
      size(all.count) + all.flatMap { [0, $0.key, 0, 0, 0, $0.most] }
    }

    private static func text(_ text: String) -> [UInt8] { [0, UInt8(text.utf8.count)] + Array(text.utf8) }

    private static func size(_ size: Int) -> [UInt8] { [0, 0, UInt8(size >> 8), UInt8(size & 255)] }
  }
#endif

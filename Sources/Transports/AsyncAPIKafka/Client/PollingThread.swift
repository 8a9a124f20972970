#if Kafka
  import AsyncAPIRuntime
  import CRDKafka

  /// A thread of its own for one client of the library: what blocks there does not block Swift's tasks.
  enum PollingThread {
    private final class Body: Sendable {
      let run: @Sendable () -> Void

      init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    static func start(_ run: @escaping @Sendable () -> Void) throws {
      let body = Unmanaged.passRetained(Body(run))
      let error = crdkafka_start_thread(enter, body.toOpaque())
      guard error == 0 else {
        body.release()
        throw AsyncAPIError(.connectionFailed, detail: "The system starts no further thread (error \(error)).")
      }
    }

    // A function of the module, not a closure: a closure could inherit the isolation of where it stands, and trap.
    private static let enter: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { context in
      if let context { Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run() }
      return nil
    }
  }
#endif

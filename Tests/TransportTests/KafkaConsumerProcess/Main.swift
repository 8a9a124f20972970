#if Kafka
  import AsyncAPIKafka
  import AsyncAPIRuntime
  import Foundation

  /// A consumer that a test kills: it holds every tenth message open, and tells of each other one that it has settled.
  @main struct Main {
    static func main() async throws {
      let arguments = CommandLine.arguments
      guard arguments.count == 4 else { exit(2) }
      var configuration = KafkaConfiguration(servers: [arguments[1]])
      configuration.sessionTimeout = .seconds(6)
      let transport = KafkaTransport(configuration)
      let request = SubscriptionRequest(pattern: AddressPattern([.literal(arguments[2])]), group: arguments[3])
      try await transport.withSubscription(request) { deliveries in
        var open: [Held] = []
        var count = 0
        while let delivery = try await deliveries.next() {
          count += 1
          let text = String(decoding: delivery.message.payload, as: UTF8.self)
          if count % 10 == 0 {
            open.append(Held(delivery))
          } else {
            try await delivery.settle(.accept)
            try FileHandle.standardOutput.write(contentsOf: Data("\(text)\n".utf8))
          }
          // Slow enough to be killed in the midst of it, and for offsets to be committed meanwhile.
          try await Task.sleep(for: .milliseconds(5))
        }
      }
    }
  }

  final class Held {
    let delivery: Delivery

    init(_ delivery: consuming Delivery) { self.delivery = delivery }
  }
#else
  @main struct Main {
    static func main() {}
  }
#endif

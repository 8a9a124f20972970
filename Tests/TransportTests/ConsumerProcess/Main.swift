import AsyncAPIAMQP
import AsyncAPIKafka
import AsyncAPIRuntime
import Foundation

/// A consumer that a test kills: it holds each so-manieth message open, and tells of each other one that it has settled.
@main struct Main {
  static func main() async throws {
    let words = CommandLine.arguments
    guard words.count == 6, let interval = Int(words[5]) else { exit(2) }
    let request = SubscriptionRequest(pattern: AddressPattern([.literal(words[3])]), group: words[4])
    switch words[1] {
    #if AMQP
      case "rabbitmq":
        let transport = AMQPTransport(AMQPConfiguration(host: "127.0.0.1", port: Int(words[2])))
        try await transport.withSubscription(request) { try await consume($0, holding: interval) }
    #endif
    #if Kafka
      case "kafka":
        var configuration = KafkaConfiguration(servers: [words[2]])
        configuration.sessionTimeout = .seconds(6)
        let transport = KafkaTransport(configuration)
        try await transport.withSubscription(request) { try await consume($0, holding: interval) }
    #endif
    default: exit(2)
    }
  }

  private static func consume(_ deliveries: some DeliverySource, holding interval: Int) async throws {
    var open: [Held] = []
    var count = 0
    while let delivery = try await deliveries.next() {
      count += 1
      let text = String(decoding: delivery.message.payload, as: UTF8.self)
      if count % interval == 0 {
        open.append(Held(delivery))
      } else {
        try await delivery.settle(.accept)
        try FileHandle.standardOutput.write(contentsOf: Data("\(text)\n".utf8))
      }
      // Slow enough to be killed in the midst of it, and for the broker to hear of what is settled meanwhile.
      try await Task.sleep(for: .milliseconds(5))
    }
  }
}

final class Held {
  let delivery: Delivery

  init(_ delivery: consuming Delivery) { self.delivery = delivery }
}

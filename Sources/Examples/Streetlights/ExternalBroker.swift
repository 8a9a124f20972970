import AsyncAPIRuntime
import Foundation

#if AMQP
  import AsyncAPIAMQP
#endif
#if Kafka
  import AsyncAPIKafka
#endif

/// What both sides of the example need of a transport.
typealias ExampleTransport = RequestReplyTransport & RuntimeService & SubscriberTransport

/// The broker that the environment names: `BROKER=rabbitmq` or `BROKER=kafka`, on the port `BROKER_PORT` of this machine.
/// It is there if the example was built with the trait of its transport.
enum ExternalBroker {
  static func transport() throws -> any ExampleTransport {
    let environment = ProcessInfo.processInfo.environment
    guard let port = environment["BROKER_PORT"].flatMap({ Int($0) }) else { throw Problem.noPort }
    switch environment["BROKER"] {
    #if AMQP
      case "rabbitmq":
        return AMQPTransport(AMQPConfiguration(host: "127.0.0.1", port: port))
    #endif
    #if Kafka
      case "kafka":
        var configuration = KafkaConfiguration(servers: ["127.0.0.1:\(port)"])
        // Each lamp has topics of its own, which come into being as it is first heard of.
        configuration.discoveryInterval = .milliseconds(200)
        return KafkaTransport(configuration)
    #endif
    case let name: throw Problem.unknownBroker(name ?? "")
    }
  }

  enum Problem: Error, CustomStringConvertible {
    case noPort
    case unknownBroker(String)

    var description: String {
      switch self {
      case .noPort: "BROKER_PORT is the port of the broker on this machine"
      case .unknownBroker(let name):
        "'\(name)' is no broker of this build: BROKER is rabbitmq with the trait AMQP, or kafka with the trait Kafka"
      }
    }
  }
}

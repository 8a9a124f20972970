import AsyncAPIAMQP
import AsyncAPIKafka
import AsyncAPIRuntime
import Logging

/// Sends messages through generated code and a broker, and prints how many a second arrive: the same as the programs in
/// Yardsticks do, which `run.sh` compares it with.
@main enum BrokerBenchmarks {
  static func main() async throws {
    LoggingSystem.bootstrap { _ in SwiftLogNoOpLogHandler() }
    let words = Array(CommandLine.arguments.dropFirst())
    guard words.count == 6, let port = Int(words[1]), let count = Int(words[5]) else {
      throw Misuse(description: "give rabbitmq|kafka PORT RUN at-most-once|at-least-once blocks|readings COUNT")
    }
    try await measure(
      Sending(run: words[2], count: count, isTyped: words[4] == "readings"), over: words[0], port,
      words[3] == "at-most-once" ? .atMostOnce : .atLeastOnce)
  }

  private static func measure(
    _ sending: Sending, over broker: String, _ port: Int, _ guarantee: DeliveryGuarantee
  ) async throws {
    switch broker {
    #if AMQP
      case "rabbitmq":
        var configuration = AMQPConfiguration(host: "127.0.0.1", port: port)
        configuration.guarantee = guarantee
        let transport = AMQPTransport(configuration)
        try await sending.measure(transport)
        await transport.close()
    #endif
    #if Kafka
      case "kafka":
        var configuration = KafkaConfiguration(servers: ["127.0.0.1:\(port)"])
        configuration.guarantee = guarantee
        let transport = KafkaTransport(configuration)
        try await sending.measure(transport)
        await transport.close()
    #endif
    default: throw Misuse(description: "'\(broker)' is no broker of this build; its trait is missing")
    }
  }

  private struct Misuse: Error, CustomStringConvertible {
    var description: String
  }
}

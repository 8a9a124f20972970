extension ProtocolBindings {
  /// Every protocol that the specification has bindings for, by the key in a Bindings Object.
  package static let known: [String: ProtocolBindings] = Dictionary(all.map { ($0.name, $0) }) { first, _ in first }

  /// In the order of the specification.
  package static let all: [ProtocolBindings] = [
    http, webSocket, kafka, anypointMQ, amqp, amqp1, mqtt, mqtt5, nats, jms, sns, solace, sqs, stomp, redis, mercure,
    ibmMQ, googlePubSub, pulsar, ros2,
  ]
}

/// The protocols that servers speak, as types: a transport accepts only servers of its own.
public enum Protocols {
  /// AMQP 0-9-1 (`amqp`, `amqps`).
  public enum AMQP {}
  /// AMQP 1.0 (`amqp1`).
  public enum AMQP1 {}
  /// Kafka (`kafka`, `kafka-secure`).
  public enum Kafka {}
  /// MQTT 3.1.1 and 5 (`mqtt`, `mqtt5`, `secure-mqtt`).
  public enum MQTT {}
  /// NATS (`nats`).
  public enum NATS {}
  /// WebSocket (`ws`, `wss`).
  public enum WebSocket {}
  /// HTTP (`http`, `https`).
  public enum HTTP {}
  /// Redis (`redis`).
  public enum Redis {}
  /// Solace (`solace`).
  public enum Solace {}
  /// Pulsar (`pulsar`).
  public enum Pulsar {}
  /// STOMP (`stomp`, `stomps`).
  public enum STOMP {}
  /// Jakarta Messaging (`jms`).
  public enum JMS {}
  /// Amazon SNS (`sns`).
  public enum SNS {}
  /// Amazon SQS (`sqs`).
  public enum SQS {}
  /// IBM MQ (`ibmmq`).
  public enum IBMMQ {}
  /// Anypoint MQ (`anypointmq`).
  public enum AnypointMQ {}
  /// Mercure (`mercure`).
  public enum Mercure {}
  /// Google Cloud Pub/Sub (`googlepubsub`).
  public enum GooglePubSub {}
  /// ROS 2 (`ros2`).
  public enum ROS2 {}
  /// A protocol that this package has no name for.
  public enum Other {}
}

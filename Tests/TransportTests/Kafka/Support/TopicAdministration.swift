#if Kafka
  import TransportTestSupport
  import CRDKafka

  enum TopicAdministration {
    /// Makes a topic with so many partitions.
    static func create(_ topic: String, partitions: Int32, at servers: String) throws {
      let configuration = rd_kafka_conf_new()
      rd_kafka_conf_set(configuration, "bootstrap.servers", servers, nil, 0)
      guard let client = rd_kafka_new(RD_KAFKA_PRODUCER, configuration, nil, 0) else {
        throw Program.Missing(description: "librdkafka makes no client")
      }
      defer { rd_kafka_destroy(client) }
      let queue = rd_kafka_queue_new(client)
      defer { rd_kafka_queue_destroy(queue) }
      var new = rd_kafka_NewTopic_new(topic, partitions, 1, nil, 0)
      rd_kafka_CreateTopics(client, &new, 1, nil, queue)
      rd_kafka_NewTopic_destroy(new)
      let event = rd_kafka_queue_poll(queue, 10_000)
      guard let event, rd_kafka_event_error(event) == RD_KAFKA_RESP_ERR_NO_ERROR else {
        throw Program.Missing(description: "the broker makes no topic")
      }
      rd_kafka_event_destroy(event)
    }
  }
#endif

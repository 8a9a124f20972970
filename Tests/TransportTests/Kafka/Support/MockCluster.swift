#if Kafka
  import TransportTestSupport
  import AsyncAPIKafka
  import CRDKafka
  import Synchronization

  /// The cluster that librdkafka can play inside a process, which fails on demand.
  final class MockCluster: Sendable {
    enum Request: Int16 {
      case produce = 0
      case fetch = 1
      case offsetCommit = 8
      case heartbeat = 12
    }

    // The library allows both to be used from every thread; only `deinit` ends them.
    private nonisolated(unsafe) let client: OpaquePointer
    private nonisolated(unsafe) let cluster: OpaquePointer
    let servers: String

    init() throws {
      let configuration = rd_kafka_conf_new()
      rd_kafka_conf_set_log_cb(configuration) { _, _, _, _ in }
      guard let client = rd_kafka_new(RD_KAFKA_PRODUCER, configuration, nil, 0),
        let cluster = rd_kafka_mock_cluster_new(client, 1)
      else { throw Program.Missing(description: "librdkafka plays no cluster") }
      self.client = client
      self.cluster = cluster
      servers = String(cString: rd_kafka_mock_cluster_bootstraps(cluster))
    }

    deinit {
      rd_kafka_mock_cluster_destroy(cluster)
      rd_kafka_destroy(client)
    }

    func transport(_ configure: (inout KafkaConfiguration) -> Void = { _ in }) -> KafkaTransport {
      var configuration = KafkaConfiguration(servers: [servers])
      configuration.discoveryInterval = .milliseconds(500)
      configuration.sessionTimeout = .seconds(6)
      // This cluster leaves a request without an answer now and then, which a real one does not: not to wait long for it.
      configuration.properties["socket.timeout.ms"] = "2000"
      configure(&configuration)
      return KafkaTransport(configuration, logger: KafkaBroker.logger)
    }

    /// A topic of one partition; those that make themselves have more.
    func create(_ topic: String) { rd_kafka_mock_topic_create(cluster, topic, 1, 1) }

    /// The next requests of the kind fail so.
    func failNext(_ request: Request, with codes: [rd_kafka_resp_err_t]) {
      rd_kafka_mock_push_request_errors_array(cluster, request.rawValue, codes.count, codes)
    }

    func goDown() { rd_kafka_mock_broker_set_down(cluster, 1) }

    func comeUp() { rd_kafka_mock_broker_set_up(cluster, 1) }
  }
#endif

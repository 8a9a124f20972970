#if Kafka
  import AsyncAPIRuntime
  import CRDKafka

  /// A code of the library, with its text.
  struct LibraryError: Error, CustomStringConvertible {
    var code: rd_kafka_resp_err_t

    var description: String { String(cString: rd_kafka_err2str(code)) }
  }

  extension rd_kafka_resp_err_t {
    /// What a new attempt cannot mend.
    var refusesTheClient: Bool {
      switch self {
      case RD_KAFKA_RESP_ERR__AUTHENTICATION, RD_KAFKA_RESP_ERR__SSL, RD_KAFKA_RESP_ERR_SASL_AUTHENTICATION_FAILED,
        RD_KAFKA_RESP_ERR_UNSUPPORTED_SASL_MECHANISM:
        true
      default: false
      }
    }

    /// What a new attempt to read a topic cannot mend.
    var refusesTheSubscription: Bool {
      switch self {
      case RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED, RD_KAFKA_RESP_ERR_GROUP_AUTHORIZATION_FAILED,
        RD_KAFKA_RESP_ERR_CLUSTER_AUTHORIZATION_FAILED, RD_KAFKA_RESP_ERR_INVALID_GROUP_ID,
        RD_KAFKA_RESP_ERR_INCONSISTENT_GROUP_PROTOCOL, RD_KAFKA_RESP_ERR_FENCED_INSTANCE_ID,
        RD_KAFKA_RESP_ERR__FATAL, RD_KAFKA_RESP_ERR_TOPIC_EXCEPTION:
        true
      default: false
      }
    }
  }
#endif

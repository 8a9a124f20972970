#if Kafka
  import AsyncAPIRuntime
  import CRDKafka

  /// The properties with which a client of the library is made.
  struct ClientProperties {
    private(set) var values: [String: String] = [:]

    subscript(name: String) -> String? {
      get { values[name] }
      set { values[name] = newValue }
    }

    /// What producers and consumers share.
    init(_ configuration: KafkaConfiguration) throws {
      values["bootstrap.servers"] = configuration.servers.joined(separator: ",")
      values["client.id"] = configuration.clientID
      values["topic.metadata.refresh.interval.ms"] = configuration.discoveryInterval.wholeMilliseconds.description
      // Short, so that a broker that is back is found soon.
      values["reconnect.backoff.max.ms"] = "1000"
      // Idle connections come and go; that is no failure.
      values["log.connection.close"] = "false"
      values["socket.keepalive.enable"] = "true"
      var usesSASL = false
      for credential in configuration.credentials { usesSASL = try add(credential) || usesSASL }
      let encrypted = configuration.tls != nil
      values["security.protocol"] =
        usesSASL ? (encrypted ? "sasl_ssl" : "sasl_plaintext") : (encrypted ? "ssl" : "plaintext")
      if let tls = configuration.tls {
        values["ssl.endpoint.identification.algorithm"] = tls.verifiesHost ? "https" : "none"
        if let path = tls.authoritiesPath { values["ssl.ca.location"] = path }
      }
    }

    /// Returns whether it is shown by SASL.
    private mutating func add(_ credential: Credential) throws -> Bool {
      switch credential {
      case .plain(let username, let password), .userPassword(let username, let password),
        .basic(let username, let password):
        addPassword(mechanism: "PLAIN", username, password)
        return true
      case .scram(let username, let password, let bits):
        addPassword(mechanism: "SCRAM-SHA-\(bits)", username, password)
        return true
      case .certificate(let path, let keyPath):
        values["ssl.certificate.location"] = path
        values["ssl.key.location"] = keyPath
        return false
      case .bearer, .oauth2, .openIDConnect:
        values["sasl.mechanisms"] = "OAUTHBEARER"
        return true
      case .apiKey, .symmetricKey, .asymmetricKey, .gssapi, .httpAPIKey:
        throw AsyncAPIError(
          .unsupported,
          detail: "The Kafka transport shows no credentials of the kind \(credential); use plain, scram, userPassword, "
            + "a token or a certificate, or set the properties of librdkafka.")
      }
    }

    private mutating func addPassword(mechanism: String, _ username: String, _ password: String) {
      values["sasl.mechanisms"] = mechanism
      values["sasl.username"] = username
      values["sasl.password"] = password
    }

    /// The library's own form of the properties, owned by the caller.
    func makeConfiguration(overrides: [String: String]) throws -> OpaquePointer {
      guard let configuration = rd_kafka_conf_new() else {
        throw AsyncAPIError(.connectionFailed, detail: "librdkafka has no memory for its configuration.")
      }
      do {
        for (name, value) in values.merging(overrides, uniquingKeysWith: { $1 }) {
          try set(name, value, in: configuration)
        }
      } catch {
        rd_kafka_conf_destroy(configuration)
        throw error
      }
      return configuration
    }

    private func set(_ name: String, _ value: String, in configuration: OpaquePointer) throws {
      // The library's own explanation may quote the value, which may be a secret.
      switch rd_kafka_conf_set(configuration, name, value, nil, 0) {
      case RD_KAFKA_CONF_OK: return
      case RD_KAFKA_CONF_UNKNOWN:
        throw AsyncAPIError(.connectionFailed, detail: "librdkafka does not know the property '\(name)'.")
      default:
        throw AsyncAPIError(
          .connectionFailed, detail: "librdkafka refuses the value of the property '\(name)'.")
      }
    }
  }

  extension Duration {
    /// At least one, and what fits into the library's numbers.
    var wholeMilliseconds: Int32 {
      let (seconds, attoseconds) = components
      guard seconds < 2_000_000 else { return 2_000_000_000 }
      guard seconds >= 0 else { return 1 }
      return max(1, Int32(seconds) * 1_000 + Int32(attoseconds / 1_000_000_000_000_000))
    }
  }
#endif

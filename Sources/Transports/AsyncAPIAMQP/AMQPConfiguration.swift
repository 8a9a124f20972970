#if AMQP
  public import AsyncAPIRuntime

  /// How a RabbitMQ server is reached, and how addresses, headers and failures are carried on AMQP 0-9-1.
  ///
  /// What the document's `amqp` bindings say of exchanges, queues and messages comes before it.
  public struct AMQPConfiguration: Sendable {
    /// How the connection is encrypted.
    public struct TLS: Hashable, Sendable {
      /// The file with the certificates of the authorities that are trusted; nil: none is checked against, and then
      /// `verifiesPeer` must be false.
      public var authoritiesPath: String?
      /// Whether the server's certificate must be signed by a trusted authority.
      public var verifiesPeer: Bool
      /// Whether the server's certificate must be made out to the host that was asked for, by its name: addresses are not
      /// compared.
      public var verifiesHost: Bool

      /// Encryption.
      public init(authoritiesPath: String?, verifiesPeer: Bool = true, verifiesHost: Bool = true) {
        self.authoritiesPath = authoritiesPath
        self.verifiesPeer = verifiesPeer
        self.verifiesHost = verifiesHost
      }
    }

    /// The host.
    public var host: String
    /// The port: 5672, or 5671 with encryption, if it is not said.
    public var port: Int
    /// The virtual host.
    public var virtualHost = "/"
    /// What is shown to the server: the first user with a password counts, or else a token, of which a provider is asked
    /// for a new one at each connection (RabbitMQ's OAuth 2 plugin). It is never printed.
    public var credentials: [Credential]
    /// How the connection is encrypted; nil: it is not.
    public var tls: TLS?
    /// The topic exchange through which addresses travel whose channel names no exchange.
    public var exchange = "amq.topic"
    /// The durable queue for dead letters; nil: they are refused like rejected messages, and the server does with them
    /// what the queue's `x-dead-letter-exchange` says.
    public var deadLetterQueue: String? = "asyncapi.dead-letters"
    /// What becomes of messages when a connection or a process dies. At most once, the server confirms nothing.
    public var guarantee = DeliveryGuarantee.atLeastOnce
    /// How long the first connection may take.
    public var connectTimeout = Duration.seconds(10)
    /// How long a message may wait for its confirmation, time without connection included.
    public var publishTimeout = Duration.seconds(30)
    /// How long a close waits for messages that are under way.
    public var closeTimeout = Duration.seconds(5)
    /// The seconds between heartbeats. A connection that is silent for twice as long is lost.
    public var heartbeat = 10
    /// The longest time between two attempts to connect again. The first comes after 100 ms.
    public var reconnectInterval = Duration.seconds(5)

    /// A configuration with everything else at its default.
    public init(host: String, port: Int? = nil, credentials: [Credential] = [], tls: TLS? = nil) {
      self.host = host
      self.port = port ?? (tls == nil ? 5672 : 5671)
      self.credentials = credentials
      self.tls = tls
    }

    /// For the thread of a connection, which waits where a provider is asked for a token: RabbitMQ takes it as a password.
    func user(within limit: Duration) throws -> (name: String, password: String) {
      for credential in credentials {
        switch credential {
        case .userPassword(let name, let password), .plain(let name, let password), .basic(let name, let password):
          return (name, password)
        default: continue
        }
      }
      if let tokens = TokenProvider(credentials) { return ("", try tokens.token(within: limit)) }
      return ("guest", "guest")
    }

    var certificate: (path: String, keyPath: String)? {
      for case .certificate(let path, let keyPath) in credentials { return (path, keyPath) }
      return nil
    }
  }

  extension AMQPConfiguration: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Host and port.
    public var description: String { "AMQPConfiguration(\(host):\(port))" }

    /// Host and port.
    public var debugDescription: String { description }

    /// Host and port.
    public var customMirror: Mirror { Mirror(self, children: ["host": host, "port": port]) }
  }
#endif

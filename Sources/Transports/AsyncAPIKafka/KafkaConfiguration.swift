#if Kafka
  public import AsyncAPIRuntime

  /// How a Kafka cluster is reached, and how addresses, headers and failures are carried on it.
  public struct KafkaConfiguration: Sendable {
    /// Where a group begins to read that has not committed anything yet.
    public enum GroupStart: Hashable, Sendable {
      /// At the oldest message that is kept.
      case beginning
      /// At what is published once the group has subscribed.
      case end
    }

    /// How the connection is encrypted.
    public struct TLS: Hashable, Sendable {
      /// The file with the certificates of the authorities that are trusted; nil: those that the system trusts.
      public var authoritiesPath: String?
      /// Whether the server's certificate must be made out to the host that was asked for.
      public var verifiesHost: Bool

      /// Encryption.
      public init(authoritiesPath: String? = nil, verifiesHost: Bool = true) {
        self.authoritiesPath = authoritiesPath
        self.verifiesHost = verifiesHost
      }
    }

    /// Hosts with their ports, a few of the cluster's.
    public var servers: [String]
    /// What is shown to the servers. It is never printed.
    public var credentials: [Credential]
    /// How the connection is encrypted; nil: it is not.
    public var tls: TLS?
    /// How this client calls itself; its groups and topics of replies begin with it.
    public var clientID = "swift-asyncapi"
    /// How addresses become topics.
    public var topics = TopicNaming()
    /// Under which names headers carry what Kafka has no field for.
    public var headers = KafkaHeaderNames()
    /// Where a group begins to read that has not committed anything yet.
    public var groupStart = GroupStart.beginning
    /// What the topic of dead letters has behind the name of the topic from which they came; nil: dead letters are
    /// refused like rejected messages, and are gone.
    public var deadLetterSuffix: String? = ".dead-letter"
    /// The topic to which replies come where the document names none; nil: a topic is made for this transport.
    public var replyTopic: String?
    /// What becomes of messages when a connection or a process dies. At most once, no server acknowledges what is
    /// published, and a group's offset is committed before the message is handed out.
    public var guarantee = DeliveryGuarantee.atLeastOnce
    /// How long the first connection may take.
    public var connectTimeout = Duration.seconds(10)
    /// How long a message may wait for its acknowledgement, time without connection included.
    public var publishTimeout = Duration.seconds(30)
    /// How long joining a group may take.
    public var subscribeTimeout = Duration.seconds(30)
    /// How long a close waits for messages and offsets that are under way.
    public var closeTimeout = Duration.seconds(5)
    /// How long the group waits for a member that is silent before its partitions go to others.
    public var sessionTimeout = Duration.seconds(45)
    /// How long a settled offset waits to be committed together with others.
    public var commitInterval = Duration.milliseconds(100)
    /// How often it is looked for topics that have come into being.
    public var discoveryInterval = Duration.seconds(5)
    /// How many messages of a partition may be unsettled or wait for the settling of an older one. Beyond that nothing
    /// more of the partition is fetched.
    public var unsettledLimit = 10_000
    /// Further properties of librdkafka, which win.
    public var properties: [String: String] = [:]

    /// A configuration with everything else at its default.
    public init(servers: [String], credentials: [Credential] = [], tls: TLS? = nil) {
      self.servers = servers
      self.credentials = credentials
      self.tls = tls
    }
  }

  extension KafkaConfiguration: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The servers: properties may hold secrets.
    public var description: String { "KafkaConfiguration(\(servers.joined(separator: ",")))" }

    /// The servers.
    public var debugDescription: String { description }

    /// The servers.
    public var customMirror: Mirror { Mirror(self, children: ["servers": servers]) }
  }

  /// Under which names headers carry what Kafka has no field for.
  public struct KafkaHeaderNames: Hashable, Sendable {
    /// The media type of the payload.
    public var contentType = "content-type"
    /// What tells a reply which request it answers.
    public var correlationID = "correlation-id"
    /// The topic that awaits the reply.
    public var replyTo = "reply-to"

    /// The usual names.
    public init() {}
  }
#endif

import SpecParser
import Testing

/// Each protocol's bindings, which are compared with what their version defines. `¶` marks what is reported.
@Suite struct BindingTests {
  /// A document of 3.1 with bindings at one kind of place.
  private static func version3(_ place: String, _ bindings: String) -> String {
    let bindings = "bindings: {\(bindings)}"
    let body =
      switch place {
      case "server": "servers: {s: {host: a, protocol: b, \(bindings)}}"
      case "channel": "channels: {c: {\(bindings)}}"
      case "operation":
        "channels: {c: {}}\noperations: {o: {action: send, channel: {$ref: '#/channels/c'}, \(bindings)}}"
      default: "components: {messages: {m: {\(bindings)}}}"
      }
    return Parsing.header3 + body
  }

  /// A document of 2.6 with bindings at one kind of place.
  private static func version2(_ place: String, _ bindings: String) -> String {
    let bindings = "bindings: {\(bindings)}"
    let body =
      switch place {
      case "server": "servers: {s: {url: a, protocol: b, \(bindings)}}\nchannels: {}"
      case "channel": "channels: {c: {\(bindings)}}"
      case "operation": "channels: {c: {publish: {message: {}, \(bindings)}}}"
      default: "channels: {c: {publish: {message: {\(bindings)}}}}"
      }
    return Parsing.header2 + body
  }

  private func expect(_ codes: [String], in text: String) {
    let marked = MarkedText(text)
    let parsing = Parsing(["api.yaml": marked.text])
    let places = zip(marked.marks, codes).map { "api.yaml:\($0) \($1)" }
    #expect(parsing.places == places && marked.marks.count == codes.count, "\(parsing.diagnostics)")
  }

  // MARK: The newest versions

  static let complete: [(place: String, bindings: String)] = [
    ("operation", "http: {method: PATCH, query: {type: object, properties: {a: {}}}, bindingVersion: 0.3.0}"),
    ("message", "http: {headers: {type: object, properties: {a: {}}}, statusCode: 200, bindingVersion: 0.3.0}"),
    ("channel", "ws: {method: POST, query: {type: object}, headers: {type: object}, bindingVersion: 0.1.0}"),
    ("server", "kafka: {schemaRegistryUrl: 'https://a.example', schemaRegistryVendor: b, bindingVersion: 0.5.0}"),
    (
      "channel",
      """
      kafka: {topic: t, partitions: 20, replicas: 3, topicConfiguration: {cleanup.policy: [delete, compact],
        retention.ms: -1, retention.bytes: 10, delete.retention.ms: 0, max.message.bytes: 10,
        confluent.key.schema.validation: true, confluent.key.subject.name.strategy: a,
        confluent.value.schema.validation: true, confluent.value.subject.name.strategy: b,
        min.insync.replicas: 2}, bindingVersion: 0.5.0}
      """
    ),
    ("operation", "kafka: {groupId: {type: string, enum: [g]}, clientId: {type: string}, bindingVersion: 0.5.0}"),
    (
      "message",
      """
      kafka: {key: {type: string}, schemaIdLocation: payload, schemaIdPayloadEncoding: '4', schemaLookupStrategy: s,
        bindingVersion: 0.5.0}
      """
    ),
    ("channel", "anypointmq: {destination: a, destinationType: fifo-queue, bindingVersion: 0.1.0}"),
    ("message", "anypointmq: {headers: {type: object, properties: {messageId: {}}}, bindingVersion: 0.1.0}"),
    (
      "channel",
      "amqp: {is: routingKey, exchange: {name: e, type: topic, durable: true, autoDelete: false, vhost: /, alternate: a}, bindingVersion: 0.3.0}"
    ),
    (
      "channel",
      "amqp: {is: queue, queue: {name: q, durable: true, exclusive: true, autoDelete: false, vhost: /}, bindingVersion: 0.3.0}"
    ),
    (
      "operation",
      """
      amqp: {expiration: 1, userId: u, cc: [a], priority: 10, deliveryMode: 2, mandatory: false, bcc: [b],
        timestamp: true, ack: false, bindingVersion: 0.3.0}
      """
    ),
    ("message", "amqp: {contentEncoding: gzip, messageType: t, bindingVersion: 0.3.0}"),
    ("server", "amqp1: {bindingVersion: 0.1.0}"),
    (
      "server",
      """
      mqtt: {clientId: c, cleanSession: true, lastWill: {topic: t, qos: 2, message: m, retain: false}, keepAlive: 60,
        sessionExpiryInterval: {type: integer}, maximumPacketSize: 1200, bindingVersion: 0.2.0}
      """
    ),
    ("operation", "mqtt: {qos: 0, retain: true, messageExpiryInterval: {type: integer}, bindingVersion: 0.2.0}"),
    (
      "message",
      """
      mqtt: {payloadFormatIndicator: 1, correlationData: {type: string}, contentType: a/b, responseTopic: a/b,
        bindingVersion: 0.2.0}
      """
    ),
    ("server", "mqtt5: {sessionExpiryInterval: 60, bindingVersion: 0.2.0}"),
    ("operation", "nats: {queue: q, bindingVersion: 0.1.0}"),
    (
      "server",
      """
      jms: {jmsConnectionFactory: f, properties: [{name: a, value: false}, {name: b, value: null}], clientID: c,
        bindingVersion: 0.0.1}
      """
    ),
    ("channel", "jms: {destination: a, destinationType: fifo-queue, bindingVersion: 0.0.1}"),
    ("message", "jms: {headers: {required: [JMSMessageID]}, bindingVersion: 0.0.1}"),
    (
      "channel",
      """
      sns: {name: t, ordering: {type: FIFO, contentBasedDeduplication: true}, policy: {statements: [
        {effect: Allow, principal: '*', action: 'SNS:Publish', resource: [a], condition: [{b: {}}]},
        {effect: Deny, principal: {AWS: [a]}, action: [b], condition: {}}]}, tags: {a: b}, bindingVersion: 1.0.0}
      """
    ),
    (
      "operation",
      """
      sns: {topic: {arn: a}, consumers: [{protocol: sqs, endpoint: {name: q}, filterPolicy: {a: [{b: c}]},
        filterPolicyScope: MessageBody, rawMessageDelivery: false, displayName: d,
        redrivePolicy: {deadLetterQueue: {name: e}, maxReceiveCount: 2}, deliveryPolicy: {numRetries: 3}}],
        deliveryPolicy: {minDelayTarget: 1, maxDelayTarget: 60, numRetries: 50, numNoDelayRetries: 3,
        numMinDelayRetries: 2, numMaxDelayRetries: 35, backoffFunction: linear, maxReceivesPerSecond: 10},
        bindingVersion: 1.0.0}
      """
    ),
    ("server", "solace: {msgVpn: v, clientName: c, bindingVersion: 0.4.0}"),
    (
      "operation",
      """
      solace: {destinations: [{destinationType: queue, deliveryMode: persistent, queue: {name: q,
        topicSubscriptions: [a/*], accessType: nonexclusive, maxMsgSpoolSize: '1', maxTtl: '2'}},
        {destinationType: topic, topicSubscriptions: [a/>]}, {destinationType: topic, topic: {topicSubscriptions: [b]}}],
        timeToLive: {type: integer}, priority: 255, dmqEligible: true, bindingVersion: 0.4.0}
      """
    ),
    (
      "channel",
      """
      sqs: {queue: {name: q, fifoQueue: true, deduplicationScope: messageGroup,
        fifoThroughputLimit: perMessageGroupId, deliveryDelay: 900, visibilityTimeout: 0, receiveMessageWaitTime: 4,
        messageRetentionPeriod: 60, redrivePolicy: {deadLetterQueue: {arn: a}}, tags: {a: b},
        policy: {Statements: [{effect: Allow, principal: {Service: s}, action: a}]}},
        deadLetterQueue: {name: d, fifoQueue: false}, bindingVersion: 0.3.0}
      """
    ),
    ("operation", "sqs: {queues: [{name: q}], bindingVersion: 0.3.0}"),
    ("message", "stomp: {bindingVersion: 0.1.0}"),
    ("channel", "redis: {bindingVersion: 0.1.0}"),
    ("operation", "mercure: {bindingVersion: 0.1.0}"),
    (
      "server",
      """
      ibmmq: {groupId: g, ccdtQueueManagerName: '*', cipherSpec: ANY, multiEndpointServer: true,
        heartBeatInterval: 0, bindingVersion: 0.1.0}
      """
    ),
    (
      "channel",
      """
      ibmmq: {destinationType: queue, queue: {objectName: q, isPartitioned: true, exclusive: true}, maxMsgLength: 0,
        bindingVersion: 0.1.0}
      """
    ),
    ("channel", "ibmmq: {topic: {string: s, objectName: t, durablePermitted: true, lastMsgRetained: true}}"),
    ("message", "ibmmq: {type: binary, headers: MQRFH2, description: d, expiry: 0, bindingVersion: 0.1.0}"),
    (
      "channel",
      """
      googlepubsub: {labels: {a: b}, messageRetentionDuration: 86400s,
        messageStoragePolicy: {allowedPersistenceRegions: [us-east1]},
        schemaSettings: {encoding: json, firstRevisionId: a, lastRevisionId: b, name: s}, bindingVersion: 0.2.0}
      """
    ),
    ("message", "googlepubsub: {attributes: {a: b}, orderingKey: k, schema: {name: s}, bindingVersion: 0.2.0}"),
    ("server", "pulsar: {tenant: t, bindingVersion: 0.1.0}"),
    (
      "channel",
      """
      pulsar: {namespace: n, persistence: non-persistent, compaction: 1000, geo-replication: [us-east1],
        retention: {time: 7, size: 1000}, ttl: 360, deduplication: true, bindingVersion: 0.1.0}
      """
    ),
    ("server", "ros2: {rmwImplementation: rmw_zenoh_cpp, domainId: 231, bindingVersion: 0.1.0}"),
    (
      "operation",
      """
      ros2: {role: publisher, node: /n, qosPolicies: {reliability: reliable, history: keep_all, durability: volatile,
        lifespan: -1, deadline: -1, liveliness: manual, leaseDuration: -1}, bindingVersion: 0.1.0}
      """
    ),
  ]

  @Test(arguments: complete) func acceptsEveryFieldOfTheNewestVersion(_ place: String, _ bindings: String) {
    expect([], in: Self.version3(place, bindings))
    // ROS 2 came with 3.1.
    let isOfVersion3 = bindings.hasPrefix("ros2")
    expect(
      isOfVersion3 ? ["doubtful-binding"] : [], in: Self.version2(place, isOfVersion3 ? "¶\(bindings)" : bindings))
  }

  static let faulty: [(place: String, bindings: String, codes: [String])] = [
    ("operation", "http: {method: ¶get}", ["wrong-value"]),
    ("operation", "http: {query: {type: ¶string}}", ["wrong-value"]),
    ("operation", "http: {¶type: request}", ["unknown-field"]),
    ("message", "http: {headers: ¶5}", ["wrong-value"]),
    ("message", "http: {statusCode: ¶'200'}", ["wrong-value"]),
    ("channel", "ws: {method: ¶PUT}", ["wrong-value"]),
    ("channel", "ws: {¶parameters: {}}", ["unknown-field"]),
    ("server", "kafka: {¶schemaRegistryURL: a}", ["unknown-field"]),
    ("channel", "kafka: {partitions: ¶0}", ["wrong-value"]),
    ("channel", "kafka: {topicConfiguration: {cleanup.policy: ¶compact}}", ["wrong-value"]),
    ("channel", "kafka: {topicConfiguration: {retention.ms: ¶-2}}", ["wrong-value"]),
    ("operation", "kafka: {groupId: ¶orders}", ["wrong-value"]),
    ("operation", "kafka: {groupId: {type: ¶file}}", ["unknown-schema-type"]),
    ("message", "kafka: {key: ¶orderId}", ["wrong-value"]),
    ("channel", "anypointmq: {destinationType: ¶topic}", ["wrong-value"]),
    ("channel", "amqp: {is: routingKey, ¶queue: {}}", ["unknown-field"]),
    ("channel", "amqp: {is: queue, queue: {}, ¶exchange: {}}", ["unknown-field"]),
    ("channel", "amqp: {exchange: {type: ¶fan-out}}", ["wrong-value"]),
    ("channel", "amqp: {queue: {name: ¶\(String(repeating: "q", count: 256))}}", ["wrong-value"]),
    ("operation", "amqp: {deliveryMode: ¶0}", ["wrong-value"]),
    ("operation", "amqp: {expiration: ¶-1}", ["wrong-value"]),
    ("operation", "amqp: {cc: [¶{}]}", ["wrong-value"]),
    ("operation", "amqp: {¶replyTo: q}", ["unknown-field"]),
    ("message", "amqp: {¶contentType: a}", ["unknown-field"]),
    ("server", "mqtt: {lastWill: {qos: ¶3}}", ["wrong-value"]),
    ("server", "mqtt: {lastWill: ¶offline}", ["wrong-value"]),
    ("server", "mqtt: {sessionExpiryInterval: ¶-1}", ["wrong-value"]),
    ("server", "mqtt: {maximumPacketSize: ¶large}", ["wrong-value"]),
    ("operation", "mqtt: {qos: ¶'1'}", ["wrong-value"]),
    ("message", "mqtt: {¶qos: 1}", ["unknown-field"]),
    ("message", "mqtt: {payloadFormatIndicator: ¶2}", ["wrong-value"]),
    ("server", "mqtt5: {¶clientId: a}", ["unknown-field"]),
    ("operation", "nats: {queue: ¶5}", ["wrong-value"]),
    ("server", "jms: ¶{clientID: a}", ["missing-information"]),
    ("server", "jms: {jmsConnectionFactory: f, properties: [{name: a, value: ¶[]}]}", ["wrong-value"]),
    ("channel", "sns: {ordering: {type: ¶fifo}}", ["wrong-value"]),
    ("channel", "sns: {tags: ¶[]}", ["wrong-value"]),
    ("channel", "sns: {policy: {statements: [¶{effect: Allow, principal: '*'}]}}", ["missing-information"]),
    ("operation", "sns: {consumers: [{protocol: sqs, endpoint: ¶q, rawMessageDelivery: true}]}", ["wrong-value"]),
    ("server", "solace: {¶msvVpn: a}", ["unknown-field"]),
    ("operation", "solace: {priority: ¶256}", ["wrong-value"]),
    ("operation", "solace: {destinations: [{queue: {accessType: ¶shared}}]}", ["wrong-value"]),
    ("channel", "sqs: {queue: ¶{name: q}}", ["missing-information"]),
    ("operation", "sqs: {queues: [{name: q, deliveryDelay: ¶901}]}", ["wrong-value"]),
    ("server", "ibmmq: {heartBeatInterval: ¶1000000}", ["wrong-value"]),
    ("channel", "ibmmq: ¶{destinationType: queue}", ["missing-information"]),
    ("channel", "ibmmq: {destinationType: topic, ¶queue: {objectName: q}}", ["unknown-field"]),
    ("channel", "ibmmq: {queue: {objectName: q}, ¶topic: {}}", ["unknown-field"]),
    ("message", "ibmmq: {type: jms, ¶headers: a}", ["unknown-field"]),
    ("channel", "googlepubsub: {labels: ¶[]}", ["wrong-value"]),
    ("channel", "googlepubsub: {schemaSettings: {encoding: a, name: b}, ¶topic: c}", ["unknown-field"]),
    ("channel", "pulsar: ¶{persistence: persistent}", ["missing-information"]),
    ("channel", "pulsar: {namespace: n, persistence: persistent, retention: {¶days: 1}}", ["unknown-field"]),
    ("server", "ros2: {domainId: ¶232}", ["wrong-value"]),
    ("operation", "ros2: {role: ¶server, node: n}", ["wrong-value"]),
    ("server", "kafka: ¶[]", ["wrong-value"]),
  ]

  @Test(arguments: faulty) func reportsWhatTheNewestVersionDoesNotAllow(
    _ place: String, _ bindings: String, _ codes: [String]
  ) {
    expect(codes, in: Self.version3(place, bindings))
  }

  // MARK: Versions

  static let older: [(place: String, bindings: String, codes: [String])] = [
    ("operation", "http: {type: response, bindingVersion: 0.1.0}", []),
    ("operation", "http: ¶{type: request, bindingVersion: 0.1.0}", ["missing-information"]),
    ("operation", "http: ¶{method: GET, bindingVersion: 0.1.0}", ["missing-information"]),
    ("message", "http: {¶statusCode: 200, bindingVersion: 0.2.0}", ["unknown-field"]),
    ("operation", "kafka: {groupId: orders, clientId: {type: string}, bindingVersion: 0.1.0}", []),
    ("operation", "kafka: {groupId: ¶{name: orders}, bindingVersion: 0.1.0}", ["wrong-value"]),
    ("operation", "kafka: {groupId: ¶orders, bindingVersion: 0.2.0}", ["wrong-value"]),
    ("message", "kafka: {key: {type: record, name: K, fields: []}, bindingVersion: 0.2.0}", []),
    ("message", "kafka: {key: {type: array, items: long}, bindingVersion: 0.4.0}", []),
    ("message", "kafka: {key: long, bindingVersion: 0.4.0}", []),
    ("message", "kafka: {key: {$ref: 'https://example.com/Key.avsc'}, bindingVersion: 0.4.0}", []),
    ("message", "kafka: {¶schemaIdLocation: header, bindingVersion: 0.2.0}", ["unknown-field"]),
    ("channel", "kafka: {topic: t, ¶topicConfiguration: {}, bindingVersion: 0.3.0}", ["unknown-field"]),
    ("channel", "kafka: {topicConfiguration: {¶segment.ms: 1}, bindingVersion: 0.4.0}", ["unknown-field"]),
    ("channel", "amqp: {is: routingKey, queue: {}, exchange: {}, bindingVersion: 0.2.0}", []),
    ("operation", "amqp: {replyTo: q, bindingVersion: 0.2.0}", []),
    ("server", "mqtt: {¶maximumPacketSize: 5, bindingVersion: 0.1.0}", ["unknown-field"]),
    ("server", "solace: {msvVpn: a, bindingVersion: 0.2.0}", []),
    ("server", "solace: {msgVpn: a, ¶clientName: b, bindingVersion: 0.3.0}", ["unknown-field"]),
    ("operation", "solace: {destinations: [{queue: {accessType: nonExclusive}}], bindingVersion: 0.1.0}", []),
    ("operation", "solace: {¶dmqEligible: true, bindingVersion: 0.3.0}", ["unknown-field"]),
    (
      "channel",
      "googlepubsub: {topic: t, schemaSettings: {encoding: a, name: b}, bindingVersion: 0.1.0}", []
    ),
    ("message", "googlepubsub: {schema: {name: s, type: ¶5}, bindingVersion: 0.1.0}", ["wrong-value"]),
    ("server", "jms: {bindingVersion: 0.1.0}", []),
    ("channel", "kafka: {topic: t, bindingVersion: latest}", []),
    ("channel", "kafka: {topic: t, bindingVersion: ¶0.6.0}", ["unknown-binding-version"]),
    ("channel", "kafka: {¶configs: {}, bindingVersion: ¶0.6.0}", ["unknown-field", "unknown-binding-version"]),
    ("channel", "kafka: {topic: t, bindingVersion: ¶0.5}", ["wrong-value"]),
    ("channel", "kafka: {topic: t, bindingVersion: ¶{}}", ["wrong-value"]),
  ]

  @Test(arguments: older) func comparesWithTheVersionThatIsNamed(
    _ place: String, _ bindings: String, _ codes: [String]
  ) {
    expect(codes, in: Self.version3(place, bindings))
    expect(codes, in: Self.version2(place, bindings))
  }

  static let unversioned: [(place: String, bindings: String, codes: [String])] = [
    ("operation", "http: {type: response}", []),
    ("operation", "http: {method: GET}", []),
    ("operation", "kafka: {clientId: orders}", []),
    ("channel", "amqp: {is: routingKey, queue: {}, exchange: {}}", []),
    ("server", "jms: {}", []),
    ("message", "amqp: {¶replyTo: q}", ["doubtful-binding"]),
    ("operation", "http: {type: request, method: GET, ¶headers: {}}", ["doubtful-binding"]),
  ]

  @Test(arguments: unversioned) func takesAnyVersionForOneThat2DoesNotName(
    _ place: String, _ bindings: String, _ codes: [String]
  ) {
    expect(codes, in: Self.version2(place, bindings))
  }

  // MARK: Around bindings

  @Test func doubtsFieldsWhereAProtocolOnlyReservesTheName() {
    for text in [Self.version3("channel", "nats: {¶queue: q}"), Self.version2("channel", "nats: {¶queue: q}")] {
      expect(["doubtful-binding"], in: text)
    }
    let parsing = Parsing.version3("channels: {a: {bindings: {nats: {queue: q, subject: s}}}}")
    #expect(
      parsing.diagnostics.map(\.message) == [
        "'queue' means nothing here: 'nats' reserves the bindings of channels for later; it defines those of operations"
      ])
  }

  @Test(arguments: [
    ("channel", "sns: {}"), ("operation", "sns: {}"), ("operation", "sqs: {}"), ("channel", "amqp: {is: queue}"),
    ("channel", "googlepubsub: {labels: {}}"),
  ]) func needsNothingThatABindingCallsOptional(_ place: String, _ bindings: String) {
    expect([], in: Self.version3(place, bindings))
  }

  @Test func leavesExtensionsAlone() {
    expect([], in: Self.version3("channel", "kafka: {x-acl: {}, bindingVersion: 0.5.0}, nats: {x-stream: s}"))
  }

  @Test func followsReferences() {
    let parsing = Parsing.version3(
      """
      channels: {a: {bindings: {sqs: {$ref: '#/x-sqs'}}}, b: {bindings: {$ref: '#/components/channelBindings/all'}}}
      x-sqs: {queue: {$ref: '#/x-queue'}}
      x-queue: {name: 5, fifoQueue: true}
      components: {channelBindings: {all: {sqs: {$ref: '#/x-sqs'}}}}
      """)
    #expect(parsing.places == ["api.yaml:5:17 wrong-value"])
  }

  @Test func readsSchemasOfBindings() throws {
    let parsing = Parsing.version3(
      """
      channels: {a: {bindings: {ws: {query: {$ref: '#/components/schemas/Query'}}}}}
      components: {schemas: {Query: {type: string}}}
      """)
    #expect(parsing.places == ["api.yaml:4:38 wrong-value"])
  }

  @Test func generatesInSpiteOfBindings() {
    let text = Self.version3(
      "operation", "amqp: {cc: 5, bcc: [[]], userId: {}, ack: []}, kafka: {groupId: []}, nats: 5")
    let parsing = Parsing(["api.yaml": text], purpose: .generation(strict: false))
    #expect(parsing.errors == [])
    #expect(parsing.codes.count == 6)
  }

  @Test func checksASharedBindingOnce() {
    let many = 2000
    let fields = (0..<many).map { "f\($0): \($0)" }.joined(separator: ", ")
    let channels = (0..<many).map { "  c\($0): {bindings: {kafka: {$ref: '#/x-kafka'}}}" }.joined(separator: "\n")
    let parsing = Parsing.version2("x-kafka: {\(fields)}\nchannels:\n\(channels)")
    #expect(parsing.diagnostics.count == many)
  }
}

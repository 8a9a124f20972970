#if AMQP
  import AsyncAPIRuntime

  /// Through which exchange and queue the messages of a channel travel (AMQP Channel Binding Object).
  struct Route: Hashable, Sendable {
    struct Exchange: Hashable, Sendable {
      var name: String
      var type: String
      var isDurable: Bool
      var isAutoDeleted: Bool
      /// Whether it is made where it is missing. The server has its own ones.
      var isDeclared: Bool
    }

    struct Queue: Hashable, Sendable {
      /// Empty: the server makes a name up.
      var name: String
      var isDurable: Bool
      var isExclusive: Bool
      var isAutoDeleted: Bool
    }

    /// `nil` where messages go to the queue directly.
    var exchange: Exchange?
    private var queue: JSONValue?

    init(_ bindings: Bindings, default exchange: String) {
      let binding = bindings.channel["amqp"]
      queue = binding?["queue"]
      if binding?["is"]?.text == "queue" {
        self.exchange = nil
        return
      }
      let named = binding?["exchange"]
      guard let name = named?["name"]?.text, !name.isEmpty, name != "default" else {
        self.exchange = Exchange(
          name: exchange, type: "topic", isDurable: true, isAutoDeleted: false, isDeclared: !exchange.hasPrefix("amq."))
        return
      }
      self.exchange = Exchange(
        name: name, type: named?["type"]?.text ?? "topic", isDurable: named?["durable"]?.isTrue ?? true,
        isAutoDeleted: named?["autoDelete"]?.isTrue ?? false, isDeclared: !name.hasPrefix("amq."))
    }

    /// Where a message with this address goes.
    func key(for address: String) -> String {
      exchange == nil ? queue?["name"]?.text ?? address : RoutingKey.key(for: address)
    }

    /// From where a subscription gets its messages.
    func queue(for request: SubscriptionRequest) -> Queue {
      if let name = queue?["name"]?.text, !name.isEmpty, exchange == nil || request.group == nil {
        return Queue(
          name: name, isDurable: queue?["durable"]?.isTrue ?? true, isExclusive: queue?["exclusive"]?.isTrue ?? false,
          isAutoDeleted: queue?["autoDelete"]?.isTrue ?? false)
      }
      if exchange == nil {
        return Queue(
          name: request.pattern.rendered(any: "*"), isDurable: true, isExclusive: false, isAutoDeleted: false)
      }
      guard let group = request.group else {
        return Queue(name: "", isDurable: false, isExclusive: true, isAutoDeleted: true)
      }
      return Queue(
        name: "\(group).\(RoutingKey.pattern(request.pattern))", isDurable: true, isExclusive: false,
        isAutoDeleted: false)
    }
  }

  extension JSONValue {
    var text: String? { if case .string(let text) = self { text } else { nil } }
    var isTrue: Bool { self == .bool(true) }
    var whole: Int? { if case .integer(let integer) = self { Int(exactly: integer) } else { nil } }
  }
#endif

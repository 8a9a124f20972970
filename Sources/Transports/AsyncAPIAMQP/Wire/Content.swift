#if AMQP
  import AsyncAPIRuntime
  import CRabbitMQ

  /// A message as it came.
  struct Content {
    var payload: [UInt8]
    var contentType: String?
    var correlationID: String?
    var replyTo: String?
    var headers: HeaderFields = [:]
    var key: [UInt8]?
    var replyAddress: String?
    /// Of a quorum queue: how often it was delivered before.
    var deliveries: Int?
    var messageID: String?

    init(_ message: amqp_message_t) {
      let properties = message.properties
      payload = message.body.array
      func text(_ flag: Int32, _ bytes: amqp_bytes_t) -> String? {
        properties._flags & UInt32(flag) == 0 ? nil : bytes.text
      }
      contentType = text(AMQP_BASIC_CONTENT_TYPE_FLAG, properties.content_type)
      correlationID = text(AMQP_BASIC_CORRELATION_ID_FLAG, properties.correlation_id)
      replyTo = text(AMQP_BASIC_REPLY_TO_FLAG, properties.reply_to)
      messageID = text(AMQP_BASIC_MESSAGE_ID_FLAG, properties.message_id)
      guard properties._flags & UInt32(AMQP_BASIC_HEADERS_FLAG) != 0 else { return }
      for index in 0..<Int(max(0, properties.headers.num_entries)) {
        guard let entry = properties.headers.entries?[index] else { break }
        let name = entry.key.text
        switch name {
        case Record.keyHeader: key = entry.value.bytes
        case Record.replyAddressHeader: replyAddress = entry.value.text
        case "x-delivery-count": deliveries = entry.value.text.flatMap { Int($0) }
        default: if let text = entry.value.text { headers[name] = text }
        }
      }
    }
  }

  extension amqp_field_value_t {
    fileprivate var bytes: [UInt8]? {
      switch kind {
      case UInt8(ascii: "S"), UInt8(ascii: "x"): value.bytes.array
      default: nil
      }
    }

    /// A scalar as text; tables and lists are none.
    fileprivate var text: String? {
      switch kind {
      case UInt8(ascii: "S"), UInt8(ascii: "x"): value.bytes.text
      case UInt8(ascii: "t"): value.boolean != 0 ? "true" : "false"
      case UInt8(ascii: "b"): String(value.i8)
      case UInt8(ascii: "B"): String(value.u8)
      case UInt8(ascii: "s"): String(value.i16)
      case UInt8(ascii: "u"): String(value.u16)
      case UInt8(ascii: "I"): String(value.i32)
      case UInt8(ascii: "i"): String(value.u32)
      case UInt8(ascii: "l"): String(value.i64)
      case UInt8(ascii: "L"), UInt8(ascii: "T"): String(value.u64)
      case UInt8(ascii: "f"): String(value.f32)
      case UInt8(ascii: "d"): String(value.f64)
      default: nil
      }
    }
  }
#endif

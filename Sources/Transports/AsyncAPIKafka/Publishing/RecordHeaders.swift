#if Kafka
  import AsyncAPIRuntime
  import CRDKafka

  /// Header fields in the library's own form.
  enum RecordHeaders {
    /// Owned by the caller.
    static func make(_ fields: HeaderFields) -> OpaquePointer? {
      guard let headers = rd_kafka_headers_new(fields.count) else { return nil }
      for (name, value) in fields {
        var value = value
        value.withUTF8 { bytes in
          // A null value would arrive as none.
          _ = withUnsafePointer(to: 0 as UInt8) { empty in
            rd_kafka_header_add(headers, name, -1, bytes.baseAddress ?? empty, bytes.count)
          }
        }
      }
      return headers
    }

    static func read(_ message: UnsafeMutablePointer<rd_kafka_message_t>) -> HeaderFields {
      var fields = HeaderFields()
      var headers: OpaquePointer?
      guard rd_kafka_message_headers(message, &headers) == RD_KAFKA_RESP_ERR_NO_ERROR, let headers else {
        return fields
      }
      var index = 0
      var name: UnsafePointer<CChar>?
      var value: UnsafeRawPointer?
      var size = 0
      while rd_kafka_header_get_all(headers, index, &name, &value, &size) == RD_KAFKA_RESP_ERR_NO_ERROR {
        if let name {
          let bytes = UnsafeRawBufferPointer(start: value, count: value == nil ? 0 : size)
          fields.append(name: String(cString: name), value: String(decoding: bytes, as: UTF8.self))
        }
        index += 1
      }
      return fields
    }
  }

  extension OutboundMessage {
    /// The header fields with what Kafka has no field for among them.
    func headers(under names: KafkaHeaderNames, naming: TopicNaming) throws -> HeaderFields {
      var fields = headers
      fields[names.contentType] = contentType
      if let correlationID { fields[names.correlationID] = correlationID }
      // A topic and not an address, so that any Kafka client can reply.
      if let replyTo { fields[names.replyTo] = try naming.topic(for: replyTo) }
      return fields
    }
  }

  extension InboundMessage {
    /// The fields stay among the headers too: the document may declare them there.
    init(
      address: String, payload: [UInt8], key: [UInt8]?, headers: HeaderFields, names: KafkaHeaderNames
    ) {
      self.init(
        address: address, payload: payload, contentType: headers[names.contentType], headers: headers, key: key,
        correlationID: headers[names.correlationID], replyTo: headers[names.replyTo])
    }
  }
#endif

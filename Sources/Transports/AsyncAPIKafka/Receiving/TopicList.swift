#if Kafka
  import CRDKafka

  /// The library's list of partitions.
  final class TopicList {
    struct Element {
      var place: TopicPartition
      var offset: Int64
      var code: rd_kafka_resp_err_t
    }

    let pointer: UnsafeMutablePointer<rd_kafka_topic_partition_list_t>?

    init() { pointer = rd_kafka_topic_partition_list_new(1) }

    deinit { if let pointer { rd_kafka_topic_partition_list_destroy(pointer) } }

    func add(_ topic: String, _ partition: Int32, offset: Int64? = nil) {
      guard let pointer, let element = rd_kafka_topic_partition_list_add(pointer, topic, partition) else { return }
      if let offset { element.pointee.offset = offset }
    }

    var elements: [Element] { Self.elements(of: pointer) }

    static func elements(of list: UnsafeMutablePointer<rd_kafka_topic_partition_list_t>?) -> [Element] {
      guard let list, let first = list.pointee.elems else { return [] }
      return (0..<Int(list.pointee.cnt)).map { index in
        let element = first[index]
        return Element(
          place: TopicPartition(
            topic: element.topic.map { String(cString: $0) } ?? "", partition: element.partition),
          offset: element.offset, code: element.err)
      }
    }
  }
#endif

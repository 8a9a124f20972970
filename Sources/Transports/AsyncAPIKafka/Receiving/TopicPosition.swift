#if Kafka
  struct TopicPartition: Hashable, Sendable {
    var topic: String
    var partition: Int32
  }

  /// A place in a partition.
  struct TopicPosition: Hashable, Sendable {
    var place: TopicPartition
    var offset: Int64
  }
#endif

#if AMQP
  import CRabbitMQ

  /// Memory that lives as long as a call of the library needs it.
  final class Memory {
    private var blocks: [UnsafeMutableRawPointer] = []

    deinit { for block in blocks { block.deallocate() } }

    func bytes(_ bytes: some Collection<UInt8>) -> amqp_bytes_t {
      guard !bytes.isEmpty else { return amqp_bytes_t(len: 0, bytes: nil) }
      let block = UnsafeMutableRawPointer.allocate(byteCount: bytes.count, alignment: 1)
      UnsafeMutableRawBufferPointer(start: block, count: bytes.count).copyBytes(from: bytes)
      blocks.append(block)
      return amqp_bytes_t(len: bytes.count, bytes: block)
    }

    func bytes(_ text: String) -> amqp_bytes_t { bytes(text.utf8) }

    func table(_ fields: [(name: String, value: [UInt8])]) -> amqp_table_t {
      guard !fields.isEmpty else { return amqp_table_t(num_entries: 0, entries: nil) }
      let stride = MemoryLayout<amqp_table_entry_t>.stride
      let block = UnsafeMutableRawPointer.allocate(
        byteCount: fields.count * stride, alignment: MemoryLayout<amqp_table_entry_t>.alignment)
      blocks.append(block)
      let entries = block.bindMemory(to: amqp_table_entry_t.self, capacity: fields.count)
      for (index, field) in fields.enumerated() {
        var value = amqp_field_value_t()
        value.kind = UInt8(ascii: "S")
        value.value.bytes = bytes(field.value)
        (entries + index).initialize(to: amqp_table_entry_t(key: bytes(field.name), value: value))
      }
      return amqp_table_t(num_entries: Int32(fields.count), entries: entries)
    }
  }

  extension amqp_bytes_t {
    var array: [UInt8] {
      guard let bytes else { return [] }
      return Array(UnsafeRawBufferPointer(start: bytes, count: len))
    }

    var text: String { String(decoding: array, as: UTF8.self) }
  }
#endif

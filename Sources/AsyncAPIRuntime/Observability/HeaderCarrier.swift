import Instrumentation

/// Writes a trace's context into the headers of a message, and reads it there.
struct HeaderCarrier: Injector, Extractor {
  func inject(_ value: String, forKey key: String, into carrier: inout HeaderFields) { carrier[key] = value }

  func extract(key: String, from carrier: HeaderFields) -> String? { carrier[key] }
}

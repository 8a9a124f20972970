import AsyncAPIRuntime
import Testing

/// What fails here: something deprecated does not travel any more.
struct DeprecationTests {
  @Test("What is deprecated is decoded and encoded like anything else")
  func roundTrip() throws {
    try expectRoundTrip(
      Payloads.Schemas.Deprecated.self,
      #"{"old":"a","older":{"a":"b"},"oldest":{"a":"c"},"circle":{"old":"d","older":{}}}"#)
    #expect(try json(Payloads.Schemas.Deprecated(old: "a")) == ["old": "a", "older": [:]])
  }
}

import AsyncAPIRuntime
import Testing

/// What fails here: a default is not there where it is meant, or stands in what is passed on though nobody said it.
struct DefaultTests {
  private typealias Defaults = Payloads.Schemas.Defaults

  @Test("What is absent has its default, and stays absent where it is passed on")
  func absent() throws {
    let text = #"{"id":"1"}"#
    try expectRoundTrip(Defaults.self, text)
    let received: Defaults = try value(text)
    #expect(received.limit == 10)
    #expect(received.ratio == 0.5)
    #expect(received.region == .eu)
    #expect(received.other == .unknown("moon"))
    #expect(received.tags == ["a"])
    #expect(received.labels == ["b": "c"])
    #expect(received.pose == .init(x: 1))
    #expect(received.kind == "order")
    // Of this format there is no literal.
    #expect(received.at == nil)
  }

  @Test("What is there stays, the default too")
  func present() throws {
    try expectRoundTrip(
      Defaults.self,
      #"{"id":"1","limit":10,"ratio":1,"region":"us","other":"eu","tags":[],"labels":{},"pose":{"x":2,"y":3},"kind":"x"}"#
    )
  }

  @Test("Who makes a value sends every default, and need not write any")
  func made() throws {
    #expect(
      try json(Defaults()) == [
        "id": "none", "limit": 10, "ratio": 0.5, "region": "eu", "other": "moon", "tags": ["a"], "labels": ["b": "c"],
        "pose": ["x": 1], "kind": "order",
      ])
  }

  @Test("What was absent and is changed is sent")
  func changed() throws {
    var received: Defaults = try value(#"{"id":"1"}"#)
    received.limit = 11
    #expect(try json(received) == ["id": "1", "limit": 11])
  }

  @Test("Values are equal whether or not the default was said")
  func equality() throws {
    let absent: Defaults = try value(#"{"id":"1"}"#)
    let present: Defaults = try value(#"{"id":"1","limit":10}"#)
    #expect(absent == present)
    #expect(absent == Defaults(id: "1"))
    #expect(Set([absent, present]).count == 1)
  }

  @Test("A null where none is allowed is read as the default, and is not sent on")
  func null() throws {
    let received: Defaults = try value(#"{"id":"1","limit":null}"#)
    #expect(received.limit == 10)
    #expect(try json(received) == ["id": "1", "limit": 10])
  }

  @Test("A required property is required, though it has a default")
  func required() {
    #expect(throws: DecodingError.self) { try value(Defaults.self, "{}") }
  }
}

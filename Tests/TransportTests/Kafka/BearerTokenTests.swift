#if Kafka
  import Foundation
  import Testing

  @testable import AsyncAPIKafka

  /// What fails here: a token is shown after it has expired, or a new one is asked for all the time.
  struct BearerTokenTests {
    @Test("Expiry and subject are read from a JSON Web Token")
    func claims() {
      let claims = Data(#"{"sub":"lamp-1","exp":1900000000.5,"x":"??>"}"#.utf8).base64EncodedString()
        .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
      let token = BearerToken("e30.\(claims).sig")
      #expect(token.expiry == 1_900_000_000_500)
      #expect(token.principal == "lamp-1")
    }

    @Test("Another one is held for five minutes", arguments: ["opaque", "a.b.c", "e30.eyJleHAiOjFlMzB9.s", "..", ""])
    func opaque(text: String) {
      let token = BearerToken(text, now: Date(timeIntervalSince1970: 1_000))
      #expect(token.expiry == 1_300_000)
      #expect(token.principal == "")
    }
  }
#endif

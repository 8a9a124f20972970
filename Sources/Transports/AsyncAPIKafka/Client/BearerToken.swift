#if Kafka
  import AsyncAPIRuntime
  import CRDKafka
  import Foundation

  /// What the library must know of a token that it shows by SASL OAUTHBEARER (RFC 7628).
  struct BearerToken: Equatable {
    var text: String
    /// In milliseconds since 1970; the library asks for another one before.
    var expiry: Int64
    var principal: String

    /// The claims `exp` and `sub` are read where it is a JSON Web Token (RFC 7519). Another one is held for five minutes.
    init(_ text: String, now: Date = Date()) {
      self.text = text
      let claims = Self.claims(of: text)
      expiry = Int64((claims?.exp ?? now.timeIntervalSince1970 + 300) * 1_000)
      principal = claims?.sub ?? ""
    }

    private struct Claims: Decodable {
      var exp: Double?
      var sub: String?
    }

    private static func claims(of text: String) -> Claims? {
      let parts = text.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count == 3 else { return nil }
      // base64url has other characters and no padding.
      var base64 = parts[1].replacing("-", with: "+").replacing("_", with: "/")
      base64 += repeatElement("=", count: (4 - base64.utf8.count % 4) % 4)
      guard let data = Data(base64Encoded: String(base64)),
        let claims = try? JSONDecoder().decode(Claims.self, from: data),
        // What a clock can hold.
        claims.exp.map({ $0 > 0 && $0 < 1e11 }) ?? true
      else { return nil }
      return claims
    }
  }

  extension TokenProvider {
    /// Hands a token to the library, which asks for one on a thread of its own.
    func refresh(_ client: OpaquePointer) {
      var reason = [CChar](repeating: 0, count: 512)
      do {
        let token = BearerToken(try token(within: .seconds(10)))
        let code = rd_kafka_oauthbearer_set_token(
          client, token.text, token.expiry, token.principal, nil, 0, &reason, reason.count)
        guard code != RD_KAFKA_RESP_ERR_NO_ERROR else { return }
        // The library's own explanation may quote the token.
        rd_kafka_oauthbearer_set_token_failure(client, "librdkafka does not take the token of the provider")
      } catch {
        rd_kafka_oauthbearer_set_token_failure(client, (error as? AsyncAPIError)?.detail ?? "there is no token")
      }
    }
  }
#endif

@_spi(Generated) import AsyncAPIRuntime

/// What becomes of a message follows from its number.
enum SoakKind: Int, CaseIterable, Sendable {
  case good
  case undecodable
  case invalid
  case unknown
  case failing
  case failingTwice
  case decidingAccept
  case decidingRetry
  case decidingReject
  case decidingDeadLetter

  init(of id: Int) { self = Self.allCases[id % Self.allCases.count] }
}

struct SoakMessage: Message {
  static let name = "soak"
  static let contentType = "application/json"
  var payload: Payload

  struct Payload: Codable, Sendable, Validatable {
    var id: Int

    func validate(into violations: inout ConstraintViolations) {
      if SoakKind(of: id) == .invalid { violations.addUnknown(at: "id", "enum", "soak") }
    }
  }

  init(payload: Payload, headers: NoHeaders = NoHeaders()) { self.payload = payload }
}

enum SoakChannel: Channel {
  static let name = "soak"
  static func address(_ parameters: NoParameters) throws -> String { "soak" }
  static func parameters(of address: String) -> NoParameters? { NoParameters() }
}

extension OutboundMessage {
  /// A message of the soak. Its number is in its key, too, since a payload may not decode.
  static func soak(_ id: Int) -> OutboundMessage {
    let text = SoakKind(of: id) == .undecodable ? "{\"id\":" : "{\"id\":\(id)}"
    return OutboundMessage(
      address: "soak", payload: Array(text.utf8), contentType: "application/json", key: Array("\(id)".utf8))
  }

  var soakID: Int { Int(String(decoding: key ?? [], as: UTF8.self)) ?? 0 }
}

extension InboundMessage {
  var soakID: Int { Int(String(decoding: key ?? [], as: UTF8.self)) ?? 0 }
}

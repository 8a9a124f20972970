import ECMAPatterns

/// The values of `format` that are checked. Others are notes for the reader.
enum ValueFormat: String {
  case dateTime = "date-time"
  case date
  case time
  case email
  case hostname
  case ipv4
  case ipv6
  case uri
  case uriReference = "uri-reference"
  case uriTemplate = "uri-template"
  case uuid
  case regex
  case jsonPointer = "json-pointer"
  case relativeJSONPointer = "relative-json-pointer"
  case byte
  case int32
  case int64

  /// What is expected, with an example.
  var example: String {
    switch self {
    case .dateTime: "a date and time such as '2024-05-17T12:00:00Z'"
    case .date: "a date such as '2024-05-17'"
    case .time: "a time of day with its offset such as '12:00:00Z'"
    case .email: TextForm.email.example
    case .hostname: "a host name such as 'broker.example.com'"
    case .ipv4: "an address of IPv4 such as '192.0.2.1'"
    case .ipv6: "an address of IPv6 such as '2001:db8::1'"
    case .uri: TextForm.uri.example
    case .uriReference: TextForm.uriReference.example
    case .uriTemplate: "a URI template such as 'orders/{orderId}'"
    case .uuid: "a UUID such as '123e4567-e89b-12d3-a456-426614174000'"
    case .regex: "a regular expression such as '^[a-z]+$'"
    case .jsonPointer: "a JSON Pointer such as '/orders/0'"
    case .relativeJSONPointer: "a relative JSON Pointer such as '1/orders'"
    case .byte: "Base64 such as 'T3JkZXI='"
    case .int32: "an integer of 32 bits"
    case .int64: "an integer of 64 bits"
    }
  }

  /// Between which integers a number must be, `nil` for formats of texts.
  var bounds: ClosedRange<DecimalNumber>? {
    switch self {
    case .int32: DecimalNumber(Int(Int32.min))...DecimalNumber(Int(Int32.max))
    case .int64: DecimalNumber(.min)...DecimalNumber(.max)
    default: nil
    }
  }

  /// Whether a text has the format, `nil` where that takes too long to find out.
  func admits(_ text: TextBytes) -> Bool? {
    switch self {
    case .dateTime: DateTimeForm.isDateTime(text)
    case .date: DateTimeForm.isDate(text)
    case .time: DateTimeForm.isTime(text)
    case .email: EmailForm.isAddress(text)
    case .hostname: HostNameForm.isHostName(text)
    case .ipv4: IPAddressForm.isVersion4(text)
    case .ipv6: IPAddressForm.isVersion6(text)
    case .uri: URIForm.isURI(text)
    case .uriReference: URIForm.isReference(text)
    case .uriTemplate: URITemplateForm.isTemplate(text)
    case .uuid: UUIDForm.isUUID(text)
    case .regex: isPattern(text)
    case .jsonPointer: JSONPointerForm.isPointer(text)
    case .relativeJSONPointer: JSONPointerForm.isRelativePointer(text)
    case .byte: Base64Form.isBase64(text)
    case .int32, .int64: true
    }
  }

  private func isPattern(_ text: TextBytes) -> Bool? {
    guard text.count <= ECMAPattern.longest else { return nil }
    do throws(ECMAPattern.Fault) {
      _ = try ECMAPattern(String(decoding: text, as: UTF8.self))
      return true
    } catch {
      return error == .tooLarge ? nil : false
    }
  }
}

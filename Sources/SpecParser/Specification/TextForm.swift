/// The form of a text.
package enum TextForm: Sendable {
  case uri
  case uriReference
  case uriTemplate
  case email
  case runtimeExpression
  case pattern
  case mediaType
  /// A text with names in braces.
  case template
}

extension TextForm {
  /// What is expected, with an example.
  var example: String {
    switch self {
    case .uri: "an absolute URI such as 'https://example.com/terms'"
    case .uriReference: "a URI or a relative reference such as 'terms.html'"
    case .uriTemplate: "a URI template such as 'orders/{orderId}'"
    case .email: "an email address such as 'support@example.com'"
    case .mediaType: "a media type such as 'application/json'"
    case .template: "a text whose braces enclose names, such as 'orders/{orderId}'"
    case .pattern: "a regular expression of ECMA 262"
    case .runtimeExpression: "a runtime expression such as '$message.header#/correlationId'"
    }
  }

  func admits(_ text: String) -> Bool {
    var text = text
    return text.withUTF8(admits)
  }

  private func admits(_ text: TextBytes) -> Bool {
    switch self {
    case .uri: URIForm.isURI(text)
    case .uriReference: URIForm.isReference(text)
    case .uriTemplate: URITemplateForm.isChannelAddress(text)
    case .email: EmailForm.isAddress(text)
    case .mediaType: MediaTypeForm.isMediaType(text)
    case .template: URITemplateForm.isChannelAddress(text)
    // `RuntimeExpression` and `ECMAPattern` read these, and say what is wrong.
    case .runtimeExpression, .pattern: true
    }
  }
}

/// Defaults and examples are valid against their schemas.
extension DocumentRules {
  func checkValues(in messages: [Message]) {
  }
}

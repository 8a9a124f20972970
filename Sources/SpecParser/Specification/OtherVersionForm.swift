/// How what the other major version writes into an object is written in this one.
package struct OtherVersionForm: Sendable {
  /// What to do; `nil` where there is no such thing in this version.
  let advice: String?
  /// The field that must not be missing, and is missing because it is written in the other form.
  let neededField: String?

  init(_ advice: String? = nil, for neededField: String? = nil) {
    self.advice = advice
    self.neededField = neededField
  }
}

/// The Swift values that constraints are about.
enum CheckedValues {
  case text
  case number
  case bool
  case array
  case dictionary
  /// What is compared in its JSON form: a declared type, or one that is a string in JSON.
  case encoded
  /// Strings in JSON of which Swift has another type, such as dates.
  case encodedText

  init(_ builtin: TypeReference.Builtin) {
    switch builtin {
    case .string: self = .text
    case .bool: self = .bool
    case .int, .int8, .int16, .int32, .int64, .uint8, .uint16, .uint32, .uint64, .double, .float, .decimal:
      self = .number
    case .date, .uuid, .localDate, .duration, .bytes: self = .encodedText
    case .json: self = .encoded
    }
  }

  /// Whether the keyword may say something of such values.
  func concerned(by keyword: String) -> Bool {
    if keyword == "not" { return true }
    return switch self {
    case .text, .encodedText: ["minLength", "maxLength", "pattern"].contains(keyword)
    case .number:
      ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"].contains(keyword)
    case .bool: false
    case .array: ["minItems", "maxItems", "uniqueItems", "contains"].contains(keyword)
    case .dictionary: ["minProperties", "maxProperties", "propertyNames", "dependencies"].contains(keyword)
    case .encoded: true
    }
  }

  /// Whether the runtime compares such values as they are, and not in their JSON form.
  func areConstrained(by keyword: String) -> Bool {
    switch self {
    case .text, .number, .bool, .array, .dictionary: true
    case .encoded, .encodedText: false
    }
  }
}

/// The codes of what makes a file unreadable, or only suspicious, before anything of AsyncAPI is looked at.
extension DiagnosticCode {
  package static let yamlSyntax = Self("yaml-syntax", .unsound, "The file is no YAML.")
  package static let jsonSyntax = Self("json-syntax", .unsound, "The file, whose name ends in `.json`, is no JSON.")
  package static let tabIndentation = Self("tab-indentation", .unsound, "A tab indents YAML, where spaces must.")
  package static let controlCharacter = Self(
    "control-character", .unsound, "A character stands in the file that YAML or JSON does not allow there.")
  package static let notUTF8 = Self("not-utf8", .unsound, "The file is neither UTF-8 nor UTF-16 with its mark.")
  package static let emptyFile = Self("empty-file", .unsound, "The file holds nothing.")
  package static let severalDocuments = Self(
    "several-documents", .unsound, "A YAML file holds more than one document (`---`).")
  package static let tooLarge = Self("too-large", .unsound, "The file is larger than is read.")
  package static let tooDeep = Self("too-deep", .unsound, "Lists and mappings are nested deeper than is read.")
  package static let tooManyNodes = Self(
    "too-many-nodes", .unsound, "The file holds more values, with those that aliases repeat, than are read.")
  package static let tooManyDirectives = Self(
    "too-many-directives", .unsound, "The file begins with more `%` directives than are read.")
  package static let duplicateKey = Self("duplicate-key", .unsound, "A mapping has the same key twice.")
  package static let keyNotScalar = Self("key-not-scalar", .unsound, "A key is a list or a mapping.")
  package static let mergeKey = Self(
    "merge-key", .note, "`<<` is merged, as YAML 1.1 does; YAML 1.2 knows no such key.")
  package static let mergeValue = Self("merge-value", .unsound, "The value of `<<` is no mapping.")
  package static let unknownAlias = Self("unknown-alias", .unsound, "An alias `*name` has no anchor `&name` before it.")
  package static let recursiveAlias = Self("recursive-alias", .unsound, "An alias stands within its own anchor.")
  package static let unknownTag = Self(
    "unknown-tag", .violation, "A YAML tag is none of JSON's kinds of values, and passed over.")
  package static let tagMismatch = Self("tag-mismatch", .unsound, "A YAML tag does not fit its value.")

  package static let tooManyFindings = Self(
    "too-many-findings", .note, "There is more to say of the document than anybody reads at once.")

  static let ofTexts: [Self] = [
    yamlSyntax, jsonSyntax, tabIndentation, controlCharacter, notUTF8, emptyFile, severalDocuments, tooLarge, tooDeep,
    tooManyNodes, tooManyDirectives, duplicateKey, keyNotScalar, mergeKey, mergeValue, unknownAlias, recursiveAlias,
    unknownTag, tagMismatch, tooManyFindings,
  ]
}

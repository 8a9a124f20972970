/// Info Object and what only stands in it.
extension ObjectSpecification {
  static let info2 = ObjectSpecification(
    "Info Object", infoFields,
    inOtherVersion: [
      "tags": OtherVersionForm("write them at the top of the document"),
      "externalDocs": OtherVersionForm("write it at the top of the document"),
    ])

  static let info3 = ObjectSpecification(
    "Info Object",
    infoFields.merging([
      "tags": .optional(.tags3), "externalDocs": .optional(.referable(.externalDocumentation)),
    ]) { $1 })

  private static let infoFields: [String: FieldSpecification] = [
    "title": .required(.string), "version": .required(.string), "description": .optional(.string),
    "termsOfService": .optional(.text(.uri)), "contact": .optional(.object(contact)),
    "license": .optional(.object(license)),
  ]

  static let contact = ObjectSpecification(
    "Contact Object",
    ["name": .optional(.string), "url": .optional(.text(.uri)), "email": .optional(.text(.email))],
    isInformative: true)

  static let license = ObjectSpecification(
    "License Object", ["name": .required(.string), "url": .optional(.text(.uri))],
    isInformative: true)
}

/// A document on which we and others do not agree, and what decides.
struct Difference {
  let document: String
  /// The code that we report and others do not, or `nil` where others refuse what we take.
  let code: String?
  let reason: Reason

  init(_ document: String, _ code: String?, _ reason: Reason) {
    self.document = document
    self.code = code
    self.reason = reason
  }

  /// The sentence of the specification that decides, in our words.
  enum Reason: String {
    case server = "Servers Object: a key has letters, digits, '-' and '_' only."
    case component = "Components Object: a key has letters, digits, '.', '-' and '_' only."
    case parameters = "Channel Object: there must be parameters only where the address has expressions."
    case reply = "Operation Reply Object: where it has an address, that of its channel must be null or not there."
    case discriminator = "Schema Object: the property that 'discriminator' names must be required."
    case `default` = "Schema Object: a default must conform to the type of its schema."
    case mediaType = "Default Content Type: the value must be a media type, such as 'application/json'."
    case foreign = "A reference on the network stands in an Avro schema, which we pass on without reading it."
    case protobuf =
      "A schema in Protobuf is allowed; that parser has no reader of it at hand, and neither do we need one."
    case variable = "No sentence wants the examples of a Server Variable Object to be among its 'enum': a warning."
  }
}

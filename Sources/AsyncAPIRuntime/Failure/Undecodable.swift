/// Marks that the message in hand does not decode, so that it is not taken for a failure of the handler, which may meet
/// decoding errors of its own.
struct Undecodable: Error {
  var cause: AsyncAPIError
}

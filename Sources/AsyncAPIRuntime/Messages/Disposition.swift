/// What becomes of a message that was delivered.
///
/// It is an `Error` too: a handler that returns accepts the message, and one that wants to decide throws a disposition.
public enum Disposition: Error, Hashable, Sendable {
  /// It was handled. The broker forgets it.
  case accept
  /// It is to be delivered again, after at least this delay, with a delivery count one higher.
  case retry(after: Duration)
  /// It is refused. The broker drops it, or does what its own configuration says about refused messages.
  case reject(reason: String)
  /// It is put aside where a person can look at it.
  case deadLetter(reason: String)
  /// It is given back, and the subscriber stops with an error.
  case stop
}

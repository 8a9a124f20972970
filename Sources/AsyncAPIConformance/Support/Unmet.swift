/// What was seen instead of what should be, in a sentence.
struct Unmet: Error {
  let reason: String

  init(_ reason: String) { self.reason = reason }
}

func require(_ condition: Bool, _ reason: @autoclosure () -> String) throws {
  if !condition { throw Unmet(reason()) }
}

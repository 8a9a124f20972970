/// How much work may still be done.
struct EvaluationBudget {
  private let limitPerCall: Int
  private var total: Int
  private var current = 0

  init(perCall limit: Int, total: Int) {
    limitPerCall = limit
    self.total = total
  }

  mutating func beginCall() { current = min(limitPerCall, total) }

  var isExhausted: Bool { current <= 0 }

  /// Takes steps, also those that are not left: what is under way comes to its end.
  mutating func take(_ steps: Int) {
    current -= steps
    total -= steps
  }

  /// Lends at most so many steps to something that subtracts those that it takes.
  mutating func lend<Result>(_ most: Int, to work: (inout Int) -> Result) -> (result: Result, isExhausted: Bool) {
    let lent = max(0, min(most, current))
    var left = lent
    let result = work(&left)
    take(lent - left)
    return (result, left <= 0)
  }
}

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

  /// Steps for something that counts them itself.
  func lend(_ most: Int = .max) -> StepLoan { StepLoan(max(0, min(most, current))) }

  mutating func settle(_ loan: StepLoan) { take(loan.taken) }
}

/// Steps that were lent. Work subtracts them as they are taken.
struct StepLoan {
  private let lent: Int
  var left: Int

  init(_ steps: Int) {
    lent = steps
    left = steps
  }

  var taken: Int { lent - left }
  /// Whether the work may have been given up.
  var isUsedUp: Bool { left <= 0 }
}

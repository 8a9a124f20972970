extension [String] {
  /// The first three, and how many there are besides.
  var summary: String {
    let named = prefix(3).joined(separator: "; ")
    return count > 3 ? "\(named); and \(count - 3) more" : named
  }
}

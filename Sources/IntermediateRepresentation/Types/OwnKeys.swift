/// The keys that tell apart what otherwise looks alike. Where nothing is required, the first alternative would take every
/// object, and drop what another alternative has a property for.
enum OwnKeys {
  /// - Parameter alternatives: what each must look like, and the names of its properties
  /// - Returns: for each the keys that no other has; none for one that looks like no other
  static func find<Look: Hashable>(_ alternatives: [(look: Look, names: [String])]) -> [[String]] {
    var counts: [Look: Int] = [:]
    var owners: [String: Int] = [:]
    for (look, names) in alternatives {
      counts[look, default: 0] += 1
      for name in names { owners[name, default: 0] += 1 }
    }
    return alternatives.map { look, names in
      (counts[look] ?? 0) > 1 ? names.filter { owners[$0] == 1 } : []
    }
  }
}

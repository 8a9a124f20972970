/// Follows `$ref`s to what they mean, and reads the files on the way, each once.
final class ReferenceResolver {
  private let sources: any SourceReader
  private let limits: TreeLimits
  private let report: Report
  private var trees: [String: Tree?] = [:]
  private var targets: [Node: Node?] = [:]
  /// The paths that were read, in order.
  private(set) var files: [String] = []

  init(sources: any SourceReader, limits: TreeLimits, report: Report) {
    self.sources = sources
    self.limits = limits
    self.report = report
  }

  /// Reads a file that the user named; what is wrong with it is reported without a place in another file.
  func tree(at path: String) -> Tree? { tree(at: path, for: nil) }

  /// What a node means: itself, or what its chain of `$ref`s leads to; `nil` once the fault has been reported.
  func resolve(_ node: Node) -> Node? {
    guard Self.reference(of: node) != nil else { return node }
    if let known = targets[node] { return known }
    var chain: [Node] = []
    var seen: Set<Node> = []
    var current = node
    var end: Node?
    while true {
      if let known = targets[current] {
        end = known
        break
      }
      guard let reference = Self.reference(of: current) else {
        end = current
        break
      }
      guard seen.insert(current).inserted else {
        report(
          .circularReference, "this '$ref' leads back to itself; point one reference of the chain at a real object",
          at: reference)
        break
      }
      chain.append(current)
      warnOfSiblings(of: current)
      guard let next = target(of: reference) else { break }
      current = next
    }
    for link in chain { targets[link] = end }
    return end
  }

  /// The text node of a Reference Object's `$ref`, if the node is one.
  static func reference(of node: Node) -> Node? {
    guard node.kind == .mapping, let reference = node["$ref"], reference.kind == .string else { return nil }
    return reference
  }

  private func warnOfSiblings(of node: Node) {
    guard node.count > 1 else { return }
    let ignored = node.pairs.lazy.map(\.key).filter {
      !["$ref", "description", "summary", "title"].contains($0.text) && !$0.text.hasPrefix("x-")
    }
    guard let first = ignored.first else { return }
    let names = ignored.map { "'\($0.text)'" }.joined(separator: ", ")
    report(
      .referenceSiblings,
      "\(names) beside '$ref' is ignored, as the specification says of Reference Objects; wrap both in 'allOf' to combine them",
      at: first)
  }

  private func target(of node: Node) -> Node? {
    guard let reference = Reference(node.text) else {
      report(
        .unresolvedReference,
        "'\(node.text)' is no reference: after '#' a JSON Pointer is expected, such as '#/components/schemas/Order'",
        at: node)
      return nil
    }
    let tree: Tree
    switch reference.target {
    case .remote:
      report(
        .remoteReference,
        "'\(node.text)' is on the network, from which nothing is fetched; download the file, keep it beside the document, and refer to it by a relative path",
        at: node)
      return nil
    case .sameFile:
      tree = node.tree
    case .relativeFile(let path):
      guard let other = self.tree(at: sources.path(of: path, from: node.location.path), for: node) else { return nil }
      tree = other
    }
    return value(at: reference.pointer, in: tree, for: node)
  }

  /// Walks a pointer through references that lie on its way, as `$ref: '#/channels/a/messages/b'` does when `a` is a reference itself.
  private func value(at pointer: String, in tree: Tree, for site: Node) -> Node? {
    if let direct = tree.root.value(at: pointer) { return direct }
    var current = tree.root
    var walked = ""
    for token in pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
      let step = "/\(token)"
      if let next = current.value(at: step) {
        current = next
      } else if Self.reference(of: current) != nil, isBeingResolved.count < Self.nestedReferences,
        !isBeingResolved.contains(current)
      {
        isBeingResolved.insert(current)
        defer { isBeingResolved.remove(current) }
        guard let resolved = resolve(current), let next = resolved.value(at: step) else {
          return missing(step: String(token), after: walked, of: pointer, in: current, for: site)
        }
        current = next
      } else {
        return missing(step: String(token), after: walked, of: pointer, in: current, for: site)
      }
      walked += step
    }
    return current
  }

  private var isBeingResolved: Set<Node> = []
  /// How many references may lie on the way of one another: each takes a frame of the stack.
  private static let nestedReferences = 100

  private func missing(step: String, after walked: String, of pointer: String, in holder: Node, for site: Node) -> Node? {
    let name = step.replacing("~1", with: "/").replacing("~0", with: "~")
    let place = walked.isEmpty ? "the top of '\(holder.location.path)'" : "'\(walked)'"
    let suggestion = Spelling.closest(to: name, among: holder.pairs.lazy.map(\.key.text)).map { "; did you mean '\($0)'?" } ?? ""
    report(
      .unresolvedReference, "'\(site.text)' leads nowhere: there is no '\(name)' in \(place)\(suggestion)", at: site)
    return nil
  }

  private func tree(at path: String, for site: Node?) -> Tree? {
    if let known = trees[path] { return known }
    let tree = read(path, for: site)
    trees[path] = .some(tree)
    return tree
  }

  private func read(_ path: String, for site: Node?) -> Tree? {
    do throws(SourceUnavailable) {
      let bytes = try sources.bytes(at: path, limit: limits.bytes)
      files.append(path)
      do throws(Diagnostic) {
        var found: [Diagnostic] = []
        let tree = try Tree.read(SourceFile(path: path, bytes: bytes), limits: limits, diagnostics: &found)
        report.add(found)
        return tree
      } catch {
        report.add([error])
        return nil
      }
    } catch {
      report.unavailable(error, path: path, referredToAt: site)
      return nil
    }
  }
}

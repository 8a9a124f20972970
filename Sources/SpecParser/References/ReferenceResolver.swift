/// Follows `$ref`s to what they mean, and reads the files on the way, each once.
final class ReferenceResolver {
  private let sources: any SourceReader
  private let limits: TreeLimits
  private let report: Report
  private var trees: [String: Tree?] = [:]
  /// Why files cannot be read, and how many references have been told so.
  private var unavailable: [String: (reason: SourceUnavailable, sites: Int)] = [:]
  /// Of what a file is a copy, by the file's path.
  private var addresses: [String: RemoteAddress] = [:]
  private var bytesRead = 0
  private var hasReportedTooManyFiles = false
  private var targets = NodeTable<Node?>()
  /// The references that are being followed because they lie on the way of others.
  private var onTheWay: Set<Node> = []
  /// Where references lead, each step of the way.
  private(set) var reached: Set<Node> = []
  /// Where each `$ref` that was followed leads, by its text.
  private(set) var references = NodeTable<Node>()
  /// The paths that were read, in order.
  private(set) var files: [String] = []

  /// How many references may lie on the way of one another: each takes some frames of the stack.
  private static let nestedReferences = 100
  /// Of the references to one file that cannot be read, so many are reported. Nobody reads more.
  private static let mostSitesOfUnavailable = 50

  init(sources: any SourceReader, limits: TreeLimits, report: Report) {
    self.sources = sources
    self.limits = limits
    self.report = report
  }

  /// Reads a file that the user named; what is wrong with it is reported without a place in another file.
  func tree(at path: String) -> Tree? { tree(at: path, for: nil) }

  /// What a node means: itself, or what its chain of `$ref`s leads to; `nil` once the fault has been reported.
  func resolve(_ node: Node) -> Node? {
    guard let written = node["$ref"] else { return node }
    guard written.kind == .string else {
      report(
        .wrongType, "'$ref' must be a string such as '#/components/schemas/Order', found \(written.kindInWords)",
        at: written)
      return nil
    }
    if let known = targets[node] { return known }
    warnOfSiblings(of: node)
    var end = target(of: written)
    if let next = end, Self.reference(of: next) != nil { end = self.end(ofChain: node, next) }
    targets.set(end, for: node)
    return end
  }

  /// Follows a reference that another one leads to, until one leads to an object.
  private func end(ofChain first: Node, _ next: Node) -> Node? {
    var chain = [first]
    var seen: Set = [first]
    var current = next
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
        reportCircle(at: reference)
        break
      }
      chain.append(current)
      warnOfSiblings(of: current)
      guard let next = target(of: reference) else { break }
      current = next
    }
    for link in chain { targets.set(end, for: link) }
    return end
  }

  /// Lets a reference mean nothing, since it leads to what cannot be meant. That has been reported.
  func reject(_ node: Node) { targets.set(nil, for: node) }

  /// What a Reference Object names, which may be a Reference Object again.
  func firstTarget(of node: Node) -> Node? { Self.reference(of: node).flatMap(target) }

  /// The text node of a Reference Object's `$ref`, if the node is one.
  static func reference(of node: Node) -> Node? {
    guard let reference = node["$ref"], reference.kind == .string else { return nil }
    return reference
  }

  private func warnOfSiblings(of node: Node) {
    guard node.count > 1 else { return }
    // What is said of a property beside its reference becomes the property's documentation.
    let isProperty = node.parent?.ownKey == "properties"
    let ignored = node.pairs.lazy.map(\.key).filter {
      $0.text != "$ref" && !(isProperty && $0.text == "description") && !$0.text.hasPrefix("x-")
    }
    guard let first = ignored.first else { return }
    let names = ignored.prefix(5).map { Excerpt.quoted($0.text) }.joined(separator: ", ")
    report(
      .referenceSiblings,
      "\(names) beside '$ref' means nothing, since a Reference Object has no other fields; write it where the reference leads, or in a schema combine both with 'allOf'",
      at: first)
  }

  private func target(of node: Node) -> Node? {
    do throws(Reference.Malformed) {
      let reference = try Reference(node.text)
      guard let tree = try tree(of: reference, for: node) else { return nil }
      let target = value(at: reference.pointer, in: tree, for: node)
      if let target {
        reached.insert(target)
        references.set(target, for: node)
      }
      return target
    } catch {
      report(.unresolvedReference, "\(Excerpt.quoted(node.text)) \(error)", at: node)
      return nil
    }
  }

  private func tree(of reference: Reference, for node: Node) throws(Reference.Malformed) -> Tree? {
    switch reference.target {
    case .sameFile: return node.tree
    case .relativeFile(let path):
      let file = node.location.path
      // In a copy a reference means what it means where the copy is from.
      if let address = addresses[file] { return tree(at: try address.resolving(reference.file), for: node) }
      return tree(at: sources.path(of: path, from: file), for: node)
    case .network(let address): return tree(at: address, for: node)
    case .identifier(let scheme):
      report(
        .remoteReference,
        "'\(node.text)' begins with '\(scheme):', by which nothing is found; refer to a file by its path relative to this one",
        at: node)
      return nil
    }
  }

  private func tree(at address: RemoteAddress, for site: Node) -> Tree? {
    guard let path = sources.path(ofCopy: address) else {
      report(
        .remoteReference,
        "'\(address)' is on the network, from which nothing is fetched; download it to 'DIR/\(address.pathOfCopy)', in any folder DIR, and add --remote-refs DIR, or 'remoteRefs: DIR' in the configuration",
        at: site)
      return nil
    }
    addresses[path] = address
    return tree(at: path, for: site)
  }

  /// Walks a pointer through references that lie on its way, as `$ref: '#/channels/a/messages/b'` does when `a` is a reference itself.
  private func value(at pointer: String, in tree: Tree, for site: Node) -> Node? {
    if let direct = tree.root.value(at: pointer) { return direct }
    var holder = tree.root
    var walked = ""
    for token in JSONPointer.tokens(pointer) {
      var next = holder.value(at: "/\(token)")
      if next == nil, Self.reference(of: holder) != nil {
        guard let target = targetOnTheWay(holder, for: site) else { return nil }
        holder = target
        next = holder.value(at: "/\(token)")
      }
      guard let next else {
        reportMissing(token, after: walked, in: holder, for: site)
        return nil
      }
      holder = next
      walked += "/\(token)"
    }
    return holder
  }

  private func targetOnTheWay(_ node: Node, for site: Node) -> Node? {
    guard !onTheWay.contains(node) else {
      reportCircle(at: site)
      return nil
    }
    guard onTheWay.count < Self.nestedReferences else {
      report(
        .unresolvedReference,
        "'\(site.text)' leads through references that lead through others, more than \(Self.nestedReferences) deep; refer to the target itself",
        at: site)
      return nil
    }
    onTheWay.insert(node)
    defer { onTheWay.remove(node) }
    return resolve(node)
  }

  private func reportCircle(at reference: Node) {
    report(
      .circularReference,
      "'\(reference.text)' leads back to itself, so that nothing is meant; point one reference of the circle at a real object",
      at: reference)
  }

  private func reportMissing(_ token: Substring, after walked: String, in holder: Node, for site: Node) {
    let name = JSONPointer.unescaped(token) ?? String(token)
    let place = walked.isEmpty ? "at the top of '\(holder.location.path)'" : "in '\(walked)'"
    let advice =
      report.suggestion(for: name, among: holder.pairs.lazy.map(\.key.text))
      ?? "define it there, or correct the reference"
    report(
      .unresolvedReference, "'\(site.text)' leads nowhere: there is no '\(name)' \(place); \(advice)", at: site)
  }

  private func tree(at path: String, for site: Node?) -> Tree? {
    if let known = trees[path] {
      if known == nil { reportAgain(path, for: site) }
      return known
    }
    guard trees.count < limits.files, bytesRead <= limits.bytesOfAllFiles else {
      reportTooManyFiles(path, for: site)
      return nil
    }
    let tree = read(path, for: site)
    trees[path] = .some(tree)
    return tree
  }

  private func reportTooManyFiles(_ path: String, for site: Node?) {
    // Once: whoever wrote so many references would have to read it at each.
    guard let site, !hasReportedTooManyFiles else { return }
    hasReportedTooManyFiles = true
    report(
      .tooManyFiles,
      "\(Excerpt.quoted(path)) is not read: references lead to more than \(limits.files) files, or to more than \(limits.bytesOfAllFiles) bytes; write the document in fewer",
      at: site)
  }

  private func read(_ path: String, for site: Node?) -> Tree? {
    do throws(SourceUnavailable) {
      let bytes = try sources.bytes(at: path, limit: limits.bytes)
      let file = SourceFile(path: path, bytes: bytes)
      bytesRead += bytes.count
      files.append(path)
      report.keep(file)
      do throws(Diagnostic) {
        var found: [Diagnostic] = []
        defer { report.add(found) }
        return try Tree.read(file, limits: limits, diagnostics: &found)
      } catch {
        var broken = error
        if let site { broken.notes.append(.init("the file is referred to here", at: site.location)) }
        report.add([broken])
        return nil
      }
    } catch {
      unavailable[path] = (error, 0)
      reportAgain(path, for: site)
      return nil
    }
  }

  /// Says at each reference that its file is missing or the like. What is wrong within a file is said there, once.
  private func reportAgain(_ path: String, for site: Node?) {
    guard let (reason, sites) = unavailable[path], sites < Self.mostSitesOfUnavailable else { return }
    unavailable[path]?.sites += 1
    report.unavailable(reason, path: path, referredToAt: site, copyOf: addresses[path])
  }
}

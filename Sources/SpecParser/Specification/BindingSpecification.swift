/// The kind of object to which bindings belong.
package enum BindingPlace: String, Sendable, CaseIterable {
  case server
  case channel
  case operation
  case message
}

/// What a protocol's bindings may hold, by the version of the binding (`bindingVersion`).
package struct ProtocolBindings: Sendable {
  /// The bindings of one version. Where an object is missing, the version reserves the name, and says no more.
  package struct Version: Sendable {
    package let number: String
    package let objects: [BindingPlace: ObjectSpecification]

    init(_ number: String, _ objects: [BindingPlace: ObjectSpecification] = [:]) {
      self.number = number
      self.objects = objects
    }
  }

  /// The key in a Bindings Object.
  package let name: String
  /// From the oldest to the newest, which is meant where a binding does not say.
  package let versions: [Version]

  init(_ name: String, _ versions: [Version]) {
    self.name = name
    self.versions = versions
  }

  func version(_ number: String) -> Version? { versions.first { $0.number == number } }
}

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

  private let since: (major: Int, minor: Int)
  /// The places at which the name may stand since a later version of AsyncAPI.
  private let laterPlaces: [BindingPlace: (major: Int, minor: Int)]

  /// - Parameter since: the version of AsyncAPI with which the name came
  init(
    _ name: String, since: (major: Int, minor: Int) = (2, 0),
    laterPlaces: [BindingPlace: (major: Int, minor: Int)] = [:], _ versions: [Version]
  ) {
    self.since = since
    self.laterPlaces = laterPlaces
    self.name = name
    self.versions = versions
  }

  /// The version of AsyncAPI with which the name came to a place.
  func since(of place: BindingPlace) -> (major: Int, minor: Int) { laterPlaces[place] ?? since }

  func version(_ number: String) -> Version? { versions.first { $0.number == number } }
}

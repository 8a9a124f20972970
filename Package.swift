// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = ["ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility"]
  .map { .enableUpcomingFeature($0) }

/// A publish from the main actor must not hop twice, so the runtime's async functions stay with their caller.
let runtime: [SwiftSetting] = strict + [.enableUpcomingFeature("NonisolatedNonsendingByDefault")]

let package = Package(
  name: "swift-asyncapi-generator",
  platforms: [.macOS(.v15), .iOS(.v18), .tvOS(.v18), .watchOS(.v11), .visionOS(.v2)],
  products: [
    .library(name: "AsyncAPIRuntime", targets: ["AsyncAPIRuntime"]),
    .library(name: "AsyncAPITesting", targets: ["AsyncAPITesting"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.6.0"),
  ],
  targets: [
    // MARK: The generator
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .target(name: "SpecParser", dependencies: ["CLibYAML"], swiftSettings: strict),

    // MARK: The runtime
    .target(
      name: "AsyncAPIRuntime",
      dependencies: [
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ], swiftSettings: runtime),
    .target(name: "AsyncAPITesting", dependencies: ["AsyncAPIRuntime"], swiftSettings: runtime),

    // MARK: Tests
    .testTarget(name: "SpecParserTests", dependencies: ["SpecParser"], swiftSettings: strict),
    .testTarget(
      name: "AsyncAPIRuntimeTests",
      dependencies: [
        "AsyncAPIRuntime", "AsyncAPITesting",
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

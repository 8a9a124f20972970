// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "consumer",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "swift-asyncapi-generator", path: "PATH_OF_SWIFT_ASYNCAPI_GENERATOR")
  ],
  targets: [
    .executableTarget(
      name: "Lights",
      dependencies: [.product(name: "AsyncAPIRuntime", package: "swift-asyncapi-generator")],
      plugins: [.plugin(name: "AsyncAPIGeneratorPlugin", package: "swift-asyncapi-generator")]),
    .target(
      name: "SeveralDocuments",
      dependencies: [.product(name: "AsyncAPIRuntime", package: "swift-asyncapi-generator")],
      plugins: [.plugin(name: "AsyncAPIGeneratorPlugin", package: "swift-asyncapi-generator")]),
  ]
)

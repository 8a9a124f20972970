// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = ["ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility"]
  .map { .enableUpcomingFeature($0) }

/// A publish from the main actor must not hop twice, so the runtime's async functions stay with their caller.
let runtime: [SwiftSetting] = strict + [.enableUpcomingFeature("NonisolatedNonsendingByDefault")]

/// Each is embedded in the tool, so that the tool can be moved.
let templates = [
  "Application", "Channels", "Client", "Enumeration", "Handling", "Header", "Messages", "Publisher", "Schemas",
  "Servers",
  "Structure", "Subscriber", "Union", "Validation",
]

let package = Package(
  name: "swift-asyncapi-generator",
  platforms: [.macOS(.v15), .iOS(.v18), .tvOS(.v18), .watchOS(.v11), .visionOS(.v2)],
  products: [
    .executable(name: "swift-asyncapi-generator", targets: ["swift-asyncapi-generator"]),
    .library(name: "AsyncAPIRuntime", targets: ["AsyncAPIRuntime"]),
    .library(name: "AsyncAPITesting", targets: ["AsyncAPITesting"]),
    .library(name: "AsyncAPIConformance", targets: ["AsyncAPIConformance"]),
    .library(name: "AsyncAPIAMQP", targets: ["AsyncAPIAMQP"]),
    .library(name: "AsyncAPIKafka", targets: ["AsyncAPIKafka"]),
    .plugin(name: "AsyncAPIGeneratorPlugin", targets: ["AsyncAPIGeneratorPlugin"]),
    .plugin(name: "AsyncAPIGeneratorCommandPlugin", targets: ["AsyncAPIGeneratorCommandPlugin"]),
  ],
  traits: [
    .trait(name: "AMQP", description: "Builds AsyncAPIAMQP, which needs librabbitmq."),
    .trait(name: "Kafka", description: "Builds AsyncAPIKafka, which needs librdkafka."),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/apple/swift-distributed-tracing", from: "1.3.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-metrics", from: "2.5.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.6.0"),
  ],
  targets: [
    // MARK: The generator
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .target(name: "SpecParser", dependencies: ["CLibYAML", "ECMAPatterns"], swiftSettings: strict),
    .target(name: "IntermediateRepresentation", dependencies: ["SpecParser"], swiftSettings: strict),

    .target(
      name: "Templates", path: "Templates",
      resources: templates.map { .embedInCode("\($0).mustache") }, swiftSettings: strict),
    .target(
      name: "TemplateRenderer",
      dependencies: ["IntermediateRepresentation", "Templates", .product(name: "Mustache", package: "swift-mustache")],
      swiftSettings: strict),
    .executableTarget(
      name: "swift-asyncapi-generator",
      dependencies: [
        "SpecParser", "IntermediateRepresentation", "TemplateRenderer",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),
    .plugin(
      name: "AsyncAPIGeneratorPlugin", capability: .buildTool(),
      dependencies: ["swift-asyncapi-generator"], path: "Sources/Plugins/AsyncAPIGeneratorPlugin"),
    .plugin(
      name: "AsyncAPIGeneratorCommandPlugin",
      capability: .command(
        intent: .custom(
          verb: "generate-asyncapi-code",
          description: "Write the Swift code of AsyncAPI documents into the package, to be checked in."),
        permissions: [
          .writeToPackageDirectory(
            reason: "To write the generated Swift into the folder GeneratedSources of each target.")
        ]),
      dependencies: ["swift-asyncapi-generator"], path: "Sources/Plugins/AsyncAPIGeneratorCommandPlugin"),

    // MARK: Of both
    .target(name: "ECMAPatterns", swiftSettings: strict),

    // MARK: The runtime
    .target(
      name: "AsyncAPIRuntime",
      dependencies: [
        "ECMAPatterns",
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Metrics", package: "swift-metrics"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "Tracing", package: "swift-distributed-tracing"),
      ], swiftSettings: runtime),
    .target(
      name: "AsyncAPITesting",
      dependencies: ["AsyncAPIRuntime", .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")],
      swiftSettings: runtime),
    .target(
      name: "AsyncAPIConformance",
      dependencies: [
        "AsyncAPIRuntime",
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ], swiftSettings: runtime),

    // MARK: Transports
    // Without its trait a transport is an empty module, and its library is not looked for.
    .systemLibrary(
      name: "CRabbitMQ", pkgConfig: "librabbitmq",
      providers: [.apt(["librabbitmq-dev"]), .brew(["rabbitmq-c"])]),
    .target(
      name: "AsyncAPIAMQP",
      dependencies: [
        "AsyncAPIRuntime",
        .target(name: "CRabbitMQ", condition: .when(traits: ["AMQP"])),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ], path: "Sources/Transports/AsyncAPIAMQP", swiftSettings: runtime),
    .systemLibrary(
      name: "CRDKafka", pkgConfig: "rdkafka", providers: [.apt(["librdkafka-dev"]), .brew(["librdkafka"])]),
    .target(
      name: "AsyncAPIKafka",
      dependencies: [
        "AsyncAPIRuntime",
        .target(name: "CRDKafka", condition: .when(traits: ["Kafka"])),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ], path: "Sources/Transports/AsyncAPIKafka", swiftSettings: runtime),

    // MARK: Examples
    .executableTarget(
      name: "StreetlightsExample",
      dependencies: [
        "AsyncAPIRuntime",
        .target(name: "AsyncAPIAMQP", condition: .when(traits: ["AMQP"])),
        .target(name: "AsyncAPIKafka", condition: .when(traits: ["Kafka"])),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ], path: "Sources/Examples/Streetlights", swiftSettings: strict, plugins: ["AsyncAPIGeneratorPlugin"]),

    // MARK: Tests
    .testTarget(name: "ECMAPatternsTests", dependencies: ["ECMAPatterns"], swiftSettings: strict),
    .testTarget(name: "SpecParserTests", dependencies: ["SpecParser"], swiftSettings: strict),
    .testTarget(
      name: "IntermediateRepresentationTests",
      dependencies: ["SpecParser", "IntermediateRepresentation", "TemplateRenderer"],
      swiftSettings: strict),
    .testTarget(
      name: "TemplateRendererTests",
      dependencies: ["SpecParser", "IntermediateRepresentation", "TemplateRenderer", "Templates"], swiftSettings: strict
    ),
    // The tool itself is no dependency: a test target that uses the plugin would have it linked twice. A build of the
    // tests builds it all the same.
    .testTarget(name: "GeneratorToolTests", dependencies: ["IntermediateRepresentation"], swiftSettings: strict),
    .testTarget(
      name: "AsyncAPIRuntimeTests",
      dependencies: [
        "AsyncAPIRuntime", "AsyncAPITesting", "AsyncAPIConformance",
        .product(name: "InMemoryTracing", package: "swift-distributed-tracing"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "MetricsTestKit", package: "swift-metrics"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ], swiftSettings: strict),
    .testTarget(
      name: "AMQPTransportTests",
      dependencies: [
        "AsyncAPIRuntime", "AsyncAPIAMQP", "AsyncAPIConformance", "TransportConsumerProcess", "TransportTestSupport",
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ], path: "Tests/TransportTests/AMQP", swiftSettings: strict),
    .testTarget(
      name: "KafkaTransportTests",
      dependencies: [
        "AsyncAPIRuntime", "AsyncAPIKafka", "AsyncAPIConformance", "TransportConsumerProcess", "TransportTestSupport",
        .target(name: "CRDKafka", condition: .when(traits: ["Kafka"])),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ], path: "Tests/TransportTests/Kafka", swiftSettings: strict),
    .target(
      name: "TransportTestSupport", dependencies: ["AsyncAPIRuntime"], path: "Tests/TransportTests/Support",
      swiftSettings: strict),
    .executableTarget(
      name: "TransportConsumerProcess", dependencies: ["AsyncAPIRuntime", "AsyncAPIAMQP", "AsyncAPIKafka"],
      path: "Tests/TransportTests/ConsumerProcess", swiftSettings: strict),
    .testTarget(name: "PluginTests", swiftSettings: strict),
    .testTarget(
      name: "GeneratedCodeTests",
      dependencies: [
        "AsyncAPIRuntime", "AsyncAPITesting",
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ], swiftSettings: strict, plugins: ["AsyncAPIGeneratorPlugin"]),
    .testTarget(
      name: "CorpusTests", dependencies: ["SpecParser", "IntermediateRepresentation", "TemplateRenderer"],
      swiftSettings: strict),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "AsyncAPIRuntime", "CLibYAML", "SpecParser", "IntermediateRepresentation", "TemplateRenderer",
      ],
      path: "Tests/Benchmarks", swiftSettings: strict, plugins: ["AsyncAPIGeneratorPlugin"]),
    .executableTarget(
      name: "BrokerBenchmarks",
      dependencies: [
        "AsyncAPIRuntime", "AsyncAPIAMQP", "AsyncAPIKafka", .product(name: "Logging", package: "swift-log"),
      ],
      path: "Tests/BrokerBenchmarks", exclude: ["Yardsticks", "run.sh"], swiftSettings: strict,
      plugins: ["AsyncAPIGeneratorPlugin"]),
  ],
  swiftLanguageModes: [.v6]
)

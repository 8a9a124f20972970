#if Kafka
  import TransportTestSupport
  import AsyncAPIKafka
  import AsyncAPIRuntime
  import Foundation
  import Testing

  /// The broker at hand takes every password and has no TLS, so servers that are no brokers play those that refuse.
  @Suite struct RefusalTests {
    private func failure(_ configuration: KafkaConfiguration) async throws -> AsyncAPIError {
      var configuration = configuration
      configuration.connectTimeout = .seconds(3)
      let transport = KafkaTransport(configuration, logger: KafkaBroker.logger)
      let error = await #expect(throws: AsyncAPIError.self) {
        // Well below the time that a publisher has.
        try await bounded(.seconds(25)) { try await transport.publish(OutboundMessage("x", to: "any")) }
      }
      let again = await #expect(throws: AsyncAPIError.self) {
        try await transport.withSubscription(SubscriptionRequest("any")) { _ in }
      }
      #expect(again?.code == error?.code)
      let ofService = await #expect(throws: AsyncAPIError.self) { try await transport.run() }
      #expect(ofService?.code == error?.code)
      await transport.close()
      return try #require(error)
    }

    @Test func aPortWhereNobodyListensIsNamed() async throws {
      let port = try FreePort.find()
      let error = try await failure(KafkaConfiguration(servers: ["127.0.0.1:\(port)"]))
      #expect(error.code == .connectionFailed)
      #expect(error.detail.contains("127.0.0.1:\(port)"))
      #expect(error.detail.contains("Connection refused"))
    }

    @Test func aHostThatDoesNotExistIsNamed() async throws {
      let error = try await failure(KafkaConfiguration(servers: ["kafka.invalid:9092"]))
      #expect(error.code == .connectionFailed)
      #expect(error.detail.contains("kafka.invalid:9092"))
      #expect(error.detail.contains("resolve"))
    }

    @Test func aServerOfAnotherProtocolIsNotTakenForOne() async throws {
      let server = try ScriptedServer { _ in Array("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n".utf8) }
      let error = try await failure(KafkaConfiguration(servers: [server.address]))
      #expect(error.code == .connectionFailed)
      #expect(error.detail.contains(server.address))
      print(error)
    }

    @Test func aServerThatSaysNothingIsGivenUp() async throws {
      let server = try ScriptedServer { _ in nil }
      let error = try await failure(KafkaConfiguration(servers: [server.address]))
      #expect(error.code == .connectionFailed)
      print(error)
    }

    @Test func aWrongPasswordIsSaidAtOnceAndNotPrinted() async throws {
      let server = try ScriptedServer.refusing(mechanism: "PLAIN")
      let error = try await failure(
        KafkaConfiguration(
          servers: [server.address], credentials: [.plain(username: "alice", password: "hunter2")]))
      #expect(error.code == .authenticationFailed)
      #expect(error.detail.contains("Invalid username or password"))
      #expect(!"\(error)".contains("hunter2"))
      print(error)
    }

    @Test func aTokenIsAskedForAndShownAndNotPrinted() async throws {
      let (asked, shown) = (Tally(), Tally())
      let server = try ScriptedServer.refusing(mechanism: "OAUTHBEARER") { shown.add($0) }
      let error = try await failure(
        KafkaConfiguration(
          servers: [server.address],
          credentials: [
            .oauth2(token: {
              asked.add("once")
              return "t0ken"
            })
          ]))
      #expect(error.code == .authenticationFailed)
      #expect(!"\(error)".contains("t0ken"))
      #expect(asked.distinct == 1)
      #expect(shown.all.contains { $0.contains("auth=Bearer t0ken") })
    }

    @Test func aProviderThatHasNoTokenIsSaid() async throws {
      struct Denied: Error { let secret = "hunter2" }
      let server = try ScriptedServer.refusing(mechanism: "OAUTHBEARER")
      let error = try await failure(
        KafkaConfiguration(servers: [server.address], credentials: [.oauth2(token: { throw Denied() })]))
      #expect(error.code == .authenticationFailed)
      #expect(error.detail.contains("The provider of tokens threw an error of the type Denied"), "\(error)")
      #expect(!"\(error)".contains("hunter2"))
    }

    @Test func anUntrustedCertificateIsSaidAtOnce() async throws {
      let server = try await TLSServer()
      let untrusted = try await failure(
        KafkaConfiguration(servers: [server.address], tls: .init()))
      #expect(untrusted.code == .connectionFailed)
      #expect(untrusted.detail.contains("certificate"))
      print(untrusted)
      // The same one, trusted, is not what fails: the server then speaks no Kafka.
      let trusted = try await failure(
        KafkaConfiguration(servers: [server.address], tls: .init(authoritiesPath: server.certificatePath)))
      #expect(!trusted.detail.contains("certificate"))
      withExtendedLifetime(server) {}
    }

    @Test func encryptionTowardsAPortWithoutItIsSaid() async throws {
      let broker = try await KafkaBroker.shared.value
      let error = try await failure(KafkaConfiguration(servers: [broker.address], tls: .init()))
      #expect(error.code == .connectionFailed)
      print(error)
    }

    @Test func credentialsAndPropertiesAreNotPrinted() async throws {
      var configuration = KafkaConfiguration(
        servers: ["localhost:9092"], credentials: [.scram(username: "alice", password: "hunter2", bits: 512)])
      configuration.properties = ["ssl.key.password": "hunter3", "no.such.property": "hunter4"]
      var dumped = ""
      dump(configuration, to: &dumped)
      let transport = KafkaTransport(configuration)
      dump(transport, to: &dumped)
      let error = await #expect(throws: AsyncAPIError.self) {
        try await transport.publish(OutboundMessage("x", to: "any"))
      }
      let texts = [dumped, "\(configuration)", String(reflecting: configuration), error.map { "\($0)" } ?? ""]
      for text in texts { #expect(!text.contains("hunter")) }
      #expect(error?.detail.contains("no.such.property") == true)
    }

    @Test func credentialsOfAnotherKindAreRefused() async throws {
      let transport = KafkaTransport(
        KafkaConfiguration(
          servers: ["localhost:9092"], credentials: [.httpAPIKey(name: "key", in: "header", value: "t0ken")]))
      let error = await #expect(throws: AsyncAPIError.self) { try await transport.run() }
      #expect(error?.code == .unsupported)
      #expect(error.map { "\($0)" }?.contains("t0ken") == false)
    }
  }
#endif

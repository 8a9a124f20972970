#if AMQP
  import TransportTestSupport
  import AsyncAPIAMQP
  import AsyncAPIRuntime
  import Foundation
  import Testing

  /// What fails here: who cannot connect is not told why, or waits for ever, or finds a password in the words.
  @Suite(.timeLimit(.minutes(3))) struct RefusalTests {
    private func refusal(of configuration: AMQPConfiguration) async -> AsyncAPIError? {
      let transport = AMQPTransport(configuration)
      let begin = ContinuousClock.now
      let error = await #expect(throws: AsyncAPIError.self) { try await transport.run() }
      #expect(ContinuousClock.now - begin < .seconds(20))
      return error
    }

    @Test("A wrong password")
    func password() async throws {
      let error = await refusal(
        of:
          try await RabbitMQ.shared.value.configuration {
            $0.credentials = [.userPassword(username: "guest", password: "se-cret")]
          })
      #expect(error?.code == .authenticationFailed)
      #expect(error?.description.contains("se-cret") == false)
    }

    @Test("A token that is refused, which was asked for at the connection")
    func token() async throws {
      let asked = Tally()
      let provider: @Sendable () async throws -> String = {
        asked.add("once")
        return "se-cret"
      }
      let error = await refusal(
        of: try await RabbitMQ.shared.value.configuration { $0.credentials = [.oauth2(token: provider)] })
      #expect(error?.code == .authenticationFailed)
      #expect(error?.description.contains("se-cret") == false)
      #expect(asked.distinct == 1)
    }

    @Test("A provider that has no token")
    func noToken() async throws {
      struct Denied: Error {}
      let error = await refusal(
        of: try await RabbitMQ.shared.value.configuration {
          $0.credentials = [.openIDConnect(token: { throw Denied() })]
        })
      #expect(error?.code == .authenticationFailed)
      #expect(error?.detail == "The provider of tokens threw an error of the type Denied.")
    }

    @Test("A host where nobody listens")
    func unreachable() async throws {
      var configuration = AMQPConfiguration(host: "127.0.0.1", port: Int(try FreePort.find()))
      configuration.connectTimeout = .seconds(1)
      let error = await refusal(of: configuration)
      #expect(error?.code == .connectionFailed)
      #expect(error?.detail.contains("cannot be reached") == true)
    }

    @Test("A server of another protocol")
    func otherProtocol() async throws {
      let listener = try Listener()
      var configuration = AMQPConfiguration(host: "127.0.0.1", port: Int(listener.port))
      configuration.connectTimeout = .seconds(1)
      let error = await refusal(of: configuration)
      #expect(error?.code == .connectionFailed)
      #expect(error?.detail.contains("does not answer as an AMQP") == true)
    }

    @Test("A server that speaks no TLS")
    func noTLS() async throws {
      let error = await refusal(
        of:
          try await RabbitMQ.shared.value.configuration {
            $0.tls = .init(authoritiesPath: nil, verifiesPeer: false, verifiesHost: false)
            $0.connectTimeout = .seconds(2)
          })
      #expect(error?.code == .connectionFailed)
    }

    @Test("A certificate that no trusted authority has signed")
    func untrustedCertificate() async throws {
      let server = try await RabbitMQ.shared.value
      let folder = try Folder()
      let other = try await Certificate(named: "other", in: folder.url)
      let error = await refusal(
        of: server.configuration {
          $0.port = Int(server.encryptedPort)
          $0.tls = .init(authoritiesPath: other.path)
        })
      #expect(error?.code == .connectionFailed)
      #expect(error?.detail.contains("certificate") == true, "\(error?.detail ?? "")")
      withExtendedLifetime(folder) {}
    }

    @Test("A certificate that is made out to another name")
    func foreignCertificate() async throws {
      let server = try await RabbitMQ.shared.value
      let error = await refusal(
        of: server.configuration {
          $0.port = Int(server.encryptedPort)
          $0.tls = .init(authoritiesPath: server.certificate.path)
        })
      #expect(error?.code == .connectionFailed)
      #expect(error?.detail.contains("not made out to the name '127.0.0.1'") == true, "\(error?.detail ?? "")")
    }

    @Test("The same certificate, trusted, is not what fails: messages travel encrypted")
    func trustedCertificate() async throws {
      let server = try await RabbitMQ.shared.value
      let transport = server.transport {
        $0.host = "localhost"
        $0.port = Int(server.encryptedPort)
        $0.tls = .init(authoritiesPath: server.certificate.path)
      }
      let text = try await transport.withSubscription(SubscriptionRequest("encrypted")) { deliveries in
        _ = try await transport.publish(OutboundMessage("secret", to: "encrypted"))
        let delivery = try await deliveries.delivery()
        let text = delivery.message.text
        try await delivery.settle(.accept)
        return text
      }
      #expect(text == "secret")
      await transport.close()
    }

    @Test("Publishing without a connection ends in time, with the reason")
    func publishing() async throws {
      var configuration = AMQPConfiguration(host: "127.0.0.1", port: Int(try FreePort.find()))
      configuration.publishTimeout = .milliseconds(500)
      let transport = AMQPTransport(configuration)
      let error = await #expect(throws: AsyncAPIError.self) {
        try await transport.publish(OutboundMessage("a", to: "b"))
      }
      #expect(error?.code == .publishFailed)
      #expect(error?.detail.contains("cannot be reached") == true)
      await transport.close()
      let closed = await #expect(throws: AsyncAPIError.self) {
        try await transport.publish(OutboundMessage("a", to: "b"))
      }
      #expect(closed?.code == .closed)
    }

    @Test("Secrets are not printed")
    func secrets() {
      var configuration = AMQPConfiguration(host: "h")
      configuration.credentials = [.userPassword(username: "u", password: "se-cret")]
      var dumped = ""
      dump(configuration, to: &dumped)
      #expect(!"\(configuration) \(String(reflecting: configuration)) \(dumped)".contains("se-cret"))
    }
  }
#endif

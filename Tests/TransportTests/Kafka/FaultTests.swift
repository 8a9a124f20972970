#if Kafka
  import TransportTestSupport
  import AsyncAPIRuntime
  import CRDKafka
  import Foundation
  import Testing

  @testable import AsyncAPIKafka

  @Suite struct FaultTests {
    @Test func nothingIsLostWhenTheBrokerIsKilledInMidStreamAndComesBack() async throws {
      let broker = try await KafkaBroker()
      try await bounded(.seconds(120)) {
        let transport = broker.transport()
        let address = unique("stream")
        let group = unique("g")
        let sent = Tally()
        let failures = Tally()
        let received = Tally()
        let stop = Stop()
        try await withThrowingTaskGroup(of: Void.self) { tasks in
          let isReady = Completion()
          tasks.addTask {
            try await transport.withSubscription(SubscriptionRequest(address, group: group)) { deliveries in
              stop.add { deliveries.stop() }
              isReady.complete()
              while let delivery = try await deliveries.next() {
                received.add(delivery.message.text)
                try? await delivery.settle(.accept)
              }
            }
          }
          await isReady.wait()
          for writer in 0..<4 {
            tasks.addTask {
              for number in 0..<500 {
                let text = "\(writer)-\(number)"
                // A publish that fails may be repeated: then the message may be stored twice, but is not lost.
                while (try? await transport.publish(OutboundMessage(text, to: address, key: "\(writer)"))) == nil {
                  failures.add(text)
                }
                sent.add(text)
              }
            }
          }
          // In the midst of it for both sides.
          while sent.distinct < 500 || received.distinct < 100 { try await Task.sleep(for: .milliseconds(2)) }
          try await broker.kill()
          let atKill = sent.distinct
          try await Task.sleep(for: .seconds(2))
          #expect(sent.distinct < 2_000)
          try await broker.start()
          while sent.distinct < 2_000 { try await Task.sleep(for: .milliseconds(20)) }
          for _ in 0..<500 where received.distinct < 2_000 { try await Task.sleep(for: .milliseconds(20)) }
          stop.stop()
          try await tasks.waitForAll()
          let stored = Set(
            try await Program.run(
              try Program.path("kcat"), ["-b", broker.address, "-C", "-t", address, "-o", "beginning", "-e", "-q"]
            ).text.split(separator: "\n").map(String.init))
          // This broker acknowledges before it has written: what it lost when it was killed is not ours to receive.
          let lostByBroker = sent.all.subtracting(stored).subtracting(received.all).count
          let lost = sent.all.intersection(stored).subtracting(received.all).count
          #expect(lost == 0)
          print(
            "broker killed after \(atKill): sent \(sent.distinct), lost \(lost), lost by the broker \(lostByBroker), "
              + "duplicated \(received.repeated), "
              + "failed and repeated \(failures.distinct)")
        }
        await transport.close()
      }
      try await broker.kill()
    }

    /// On librdkafka's own cluster: the broker at hand does not expel a member that is dead while another waits to join.
    @Test func nothingSettledIsLostAndNothingUnsettledIsLeftOutWhenTheConsumerIsKilled() async throws {
      let cluster = try MockCluster()
      try await bounded(.seconds(120)) {
        let transport = cluster.transport()
        let address = unique("killed")
        cluster.create(address)
        let group = unique("g")
        let count = 200
        for number in 0..<count { _ = try await transport.publish(OutboundMessage("\(number)", to: address)) }
        let settled = try await ConsumerProcess.settledUntilKilled(
          "kafka", at: cluster.servers, address, group, holding: 10, after: 45)
        let again = try await transport.withSubscription(SubscriptionRequest(address, group: group)) { deliveries in
          var texts: [String] = []
          repeat {
            if let text = try await deliveries.acceptNext() { texts.append(text) }
          } while texts.last != "\(count - 1)"
          return texts
        }
        // The tenth was held open: all before it is committed, and it and all after it come again.
        #expect(again == (9..<count).map(String.init))
        let lost = Set((0..<count).map(String.init)).subtracting(again).subtracting(settled)
        #expect(lost.isEmpty)
        print(
          "consumer killed: sent \(count), settled \(settled.count), lost \(lost.count), "
            + "settled and delivered again \(Set(again).intersection(settled).count)")
        await transport.close()
      }
    }

    @Test func errorsThatPassAreWaitedOutAndStoreNothingTwice() async throws {
      let cluster = try MockCluster()
      cluster.create("passing")
      try await bounded {
        let transport = cluster.transport()
        let received = try await transport.withSubscription(SubscriptionRequest("passing")) { deliveries in
          cluster.failNext(
            .produce, with: [RD_KAFKA_RESP_ERR_NOT_ENOUGH_REPLICAS, RD_KAFKA_RESP_ERR_LEADER_NOT_AVAILABLE])
          for number in 0..<20 { _ = try await transport.publish(OutboundMessage("\(number)", to: "passing")) }
          return try await deliveries.accept(20)
        }
        #expect(received == (0..<20).map(String.init))
        await transport.close()
      }
    }

    @Test func aMessageThatTheServersRefuseIsAnErrorAndTheNextIsTaken() async throws {
      let cluster = try MockCluster()
      cluster.create("refused")
      try await bounded {
        let transport = cluster.transport()
        _ = try await transport.publish(OutboundMessage("first", to: "refused"))
        cluster.failNext(.produce, with: [RD_KAFKA_RESP_ERR_INVALID_RECORD])
        let error = await #expect(throws: AsyncAPIError.self) {
          try await transport.publish(OutboundMessage("second", to: "refused"))
        }
        #expect(error?.code == .publishFailed)
        #expect(error?.detail.contains("validate") == true)
        _ = try await transport.publish(OutboundMessage("third", to: "refused"))
        await transport.close()
      }
    }

    @Test func publishingWaitsForTheServersButNotForEver() async throws {
      let cluster = try MockCluster()
      cluster.create("down")
      try await bounded {
        let transport = cluster.transport { $0.publishTimeout = .seconds(3) }
        _ = try await transport.publish(OutboundMessage("before", to: "down"))
        cluster.goDown()
        let start = ContinuousClock.now
        let error = await #expect(throws: AsyncAPIError.self) {
          try await transport.publish(OutboundMessage("never", to: "down"))
        }
        #expect(error?.code == .publishFailed)
        #expect(ContinuousClock.now - start < .seconds(20))
        let waiting = Task { try await transport.publish(OutboundMessage("after", to: "down")) }
        try await Task.sleep(for: .seconds(1))
        cluster.comeUp()
        _ = try await waiting.value
        await transport.close()
      }
    }

    @Test func aCancelledPublishEndsAtOnce() async throws {
      let cluster = try MockCluster()
      cluster.create("cancelled")
      try await bounded {
        let transport = cluster.transport()
        _ = try await transport.publish(OutboundMessage("before", to: "cancelled"))
        cluster.goDown()
        let publishing = Task { try await transport.publish(OutboundMessage("never", to: "cancelled")) }
        try await Task.sleep(for: .milliseconds(300))
        let start = ContinuousClock.now
        publishing.cancel()
        await #expect(throws: CancellationError.self) { try await publishing.value }
        #expect(ContinuousClock.now - start < .seconds(20))
        cluster.comeUp()
        await transport.close()
      }
    }

    @Test func offsetsThatWereNotCommittedAreCommittedLater() async throws {
      let cluster = try MockCluster()
      cluster.create("commits")
      try await bounded {
        let transport = cluster.transport()
        let request = SubscriptionRequest("commits", group: "g")
        for text in ["a", "b", "c"] { _ = try await transport.publish(OutboundMessage(text, to: "commits")) }
        try await transport.withSubscription(request) { deliveries in
          cluster.failNext(
            .offsetCommit,
            with: [RD_KAFKA_RESP_ERR_COORDINATOR_LOAD_IN_PROGRESS, RD_KAFKA_RESP_ERR_UNKNOWN])
          let texts = try await deliveries.accept(2)
          #expect(texts == ["a", "b"])
          try await Task.sleep(for: .seconds(2))
        }
        try await transport.withSubscription(request) { deliveries in
          let text = try await deliveries.acceptNext()
          #expect(text == "c")
        }
        await transport.close()
      }
    }

    @Test func theConnectionStatesTellOfALossAndOfTheReturn() async throws {
      let cluster = try MockCluster()
      cluster.create("states")
      try await bounded {
        let transport = cluster.transport()
        var states = transport.connectionStates().makeAsyncIterator()
        let first = await states.next()
        #expect(first == .connecting)
        _ = try await transport.publish(OutboundMessage("a", to: "states"))
        let second = await states.next()
        #expect(second == .connected)
        cluster.goDown()
        let third = await states.next()
        if case .disconnected(let reason)? = third { #expect(!reason.isEmpty) } else { Issue.record("\(third as Any)") }
        cluster.comeUp()
        let fourth = await states.next()
        #expect(fourth == .connected)
        await transport.close()
        let fifth = await states.next()
        #expect(fifth == .closed)
        let sixth = await states.next()
        #expect(sixth == nil)
      }
    }

    @Test func closingIsBoundedWhileTheServersAreAway() async throws {
      let cluster = try MockCluster()
      cluster.create("closed")
      try await bounded {
        let transport = cluster.transport { $0.closeTimeout = .seconds(1) }
        let start = try await transport.withSubscription(SubscriptionRequest("closed", group: "g")) { deliveries in
          _ = try await transport.publish(OutboundMessage("a", to: "closed"))
          let text = try await deliveries.acceptNext()
          #expect(text == "a")
          cluster.goDown()
          return ContinuousClock.now
        }
        #expect(ContinuousClock.now - start < .seconds(20))
        await transport.close()
        #expect(ContinuousClock.now - start < .seconds(25))
      }
    }
  }
#endif

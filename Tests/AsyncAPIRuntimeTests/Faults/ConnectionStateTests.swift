import AsyncAPIRuntime
import AsyncAPITesting
import Testing

/// What fails here: a program that shows whether it is connected shows something else.
struct ConnectionStateTests {
  @Test("The states of a connection that is cut and restored come in order, to each who watches")
  func cut() async {
    let transport = FaultyTransport(InMemoryBroker())
    let before = transport.connectionStates()
    transport.disconnect()
    transport.disconnect()
    let during = transport.connectionStates()
    transport.reconnect()
    let lost = ConnectionState.disconnected(reason: "a fault of the test")
    #expect(await states(of: before, 3) == [.connected, lost, .connected])
    #expect(await states(of: during, 2) == [lost, .connected])
  }

  @Test("A closed broker says so, and its stream ends, also for who comes late")
  func closed() async throws {
    let broker = RecordingBroker()
    let watched = broker.connectionStates()
    let running = Task { try await broker.run() }
    running.cancel()
    try await running.value
    #expect(await states(of: watched, 3) == [.connected, .closed])
    #expect(await states(of: broker.connectionStates(), 3) == [.closed])
  }

  /// Fewer than asked for where the stream ends.
  private func states(of stream: AsyncStream<ConnectionState>, _ count: Int) async -> [ConnectionState] {
    var states: [ConnectionState] = []
    var iterator = stream.makeAsyncIterator()
    while states.count < count, let state = await iterator.next() { states.append(state) }
    return states
  }
}

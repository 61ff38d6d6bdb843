import Testing
import ZeroMQ

@Suite struct PollerTests {
    @Test func findsTheSocketsThatHaveMessages() throws {
        let context = try Context()
        let silent = try Socket(.router, in: context)
        let heard = try Socket(.router, in: context)
        try silent.bind(to: .inproc("silent"))
        let client = try Socket(.dealer, in: context)
        try client.connect(to: try heard.bind(to: .inproc("heard")))
        let poller = Poller([silent, heard])
        #expect(try poller.wait(for: .zero).sockets == [])
        try client.send([[1]])
        #expect(try poller.wait().sockets == [1])
    }

    @Test func hearsTheBellOnce() throws {
        let wakeUp = try WakeUp()
        let poller = Poller([], wakeUp: wakeUp)
        wakeUp.ring()
        wakeUp.ring()
        #expect(try poller.wait().isWoken)
        #expect(try poller.wait().isWoken)
        wakeUp.silence()
        #expect(try poller.wait(for: .milliseconds(1)).isWoken == false)
    }

    @Test func hearsTheBellOfAnotherThread() async throws {
        let wakeUp = try WakeUp()
        async let isWoken = try Poller([], wakeUp: wakeUp).wait().isWoken
        wakeUp.ring()
        #expect(try await isWoken)
    }

    @Test func saysThatTheContextIsShutDown() throws {
        let context = try Context()
        let sockets = try (0..<2).map { _ in try Socket(.router, in: context) }
        context.shutDown()
        let error = #expect(throws: ZeroMQError.self) { try Poller(sockets).wait() }
        let message = "could not wait for 2 sockets: context was terminated (156384765)"
        #expect(error?.description == message)
    }
}

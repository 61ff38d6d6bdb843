import Synchronization
import Testing
import ZeroMQ

@Suite struct SocketThreadTests {
    /// The channels of a test's sockets.
    private enum Channel: Hashable, Sendable {
        case left
        case right
    }

    /// A thread with two bound DEALER sockets, and the messages that arrive at them.
    private struct Fixture {
        let thread: SocketThread<Channel>
        let arrivals: AsyncStream<(Channel, [Frame])>
        let endpoints: [Channel: Endpoint]

        init() throws {
            let context = try Context()
            let left = try Socket(.dealer, in: context)
            let right = try Socket(.dealer, in: context)
            endpoints = [
                .left: try left.bind(to: .tcp("127.0.0.1")),
                .right: try right.bind(to: .tcp("127.0.0.1")),
            ]
            let (stream, continuation) = AsyncStream.makeStream(of: (Channel, [Frame]).self)
            arrivals = stream
            thread = try SocketThread(
                named: "test", sockets: [.left: left, .right: right],
                delegate: .init(
                    didReceive: { continuation.yield(($0, $1)) },
                    didFail: { _, _ in continuation.finish() }))
        }
    }

    /// Connects a DEALER socket with a separate context.
    private func connect(to endpoint: Endpoint?) throws -> Socket {
        let socket = try Socket(.dealer, in: try Context())
        try socket.connect(to: try #require(endpoint))
        return socket
    }

    @Test func handsOverWhatArrivesOnEachSocket() async throws {
        let fixture = try Fixture()
        var arrivals = fixture.arrivals.makeAsyncIterator()
        for channel in [Channel.right, .left] {
            try connect(to: fixture.endpoints[channel]).send([[1], [2]])
            let (arrival, frames) = try #require(await arrivals.next())
            #expect(arrival == channel)
            #expect(frames == [[1], [2]])
        }
    }

    @Test func keepsTheOrderOfMessages() async throws {
        let fixture = try Fixture()
        let client = try connect(to: fixture.endpoints[.left])
        for number in 0..<10_000 {
            fixture.thread.send([Array(String(number).utf8)], on: .left)
        }
        for number in 0..<10_000 {
            #expect(try client.receive() == [Array(String(number).utf8)])
        }
    }

    @Test func settlesWhenAllThatHadArrivedWasHandedOver() async throws {
        let context = try Context()
        let socket = try Socket(.dealer, in: context)
        let endpoint = try socket.bind(to: .inproc("settling"))
        let client = try Socket(.dealer, in: context)
        try client.connect(to: endpoint)
        let counter = Counter()
        let thread = try SocketThread(
            named: "test", sockets: [Channel.left: socket],
            delegate: .init(didReceive: { _, _ in counter.increment() }, didFail: { _, _ in }))
        for _ in 0..<1_000 { try client.send([[1]]) }
        await thread.settle()
        #expect(counter.value == 1_000)
    }

    @Test func freesItsPortsAndSendsWhatIsLeftBeforeItHasClosed() async throws {
        let fixture = try Fixture()
        let client = try connect(to: fixture.endpoints[.left])
        for _ in 0..<100 { fixture.thread.send([[9]], on: .left) }
        // A DEALER queues messages for its first peer: closing earlier would drop them.
        #expect(try client.receive() == [[9]])
        await fixture.thread.close()
        for _ in 1..<100 { #expect(try client.receive() == [[9]]) }
        let context = try Context()
        for endpoint in fixture.endpoints.values {
            try Socket(.dealer, in: context).bind(to: endpoint)
        }
        fixture.thread.send([[1]], on: .left)
        await fixture.thread.settle()
        await fixture.thread.close()
    }

    @Test func saysWhatCouldNotBeSent() async throws {
        let (failures, continuation) = AsyncStream.makeStream(of: String.self)
        let socket = try Socket(.subscriber, in: try Context())
        let thread = try SocketThread(
            named: "test", sockets: [Channel.left: socket],
            delegate: .init(
                didReceive: { _, _ in }, didFail: { continuation.yield("\($0): \($1)") }))
        thread.send([[1]], on: .left)
        var iterator = failures.makeAsyncIterator()
        let failure = "left: could not send on a SUB socket: operation not supported (95)"
        #expect(await iterator.next() == failure)
        await thread.close()
    }
}

/// A counter that several threads may increment.
private final class Counter: Sendable {
    private let count = Mutex(0)
    var value: Int { count.withLock { $0 } }
    func increment() { count.withLock { $0 += 1 } }
}

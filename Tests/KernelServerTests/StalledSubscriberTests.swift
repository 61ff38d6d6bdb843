import Evaluation
import JupyterProtocol
import Testing
import ZeroMQ

/// Tests of subscribers that do not read.
@Suite(.timeLimit(.minutes(5))) struct StalledSubscriberTests {
    /// The number of messages: far more than may wait.
    private static let count = 30_000

    @Test func loseWhatIsMoreThanMayWaitForThem() async throws {
        let text = String(repeating: "x", count: 2000)
        let kernel = try await TestKernel(
            FakeEvaluator { _, observer in
                for _ in 0..<Self.count { observer.observe(.text(text, to: .standardOutput)) }
                return .succeeded
            })
        let client = try await TestClient(kernel.connection)
        var options = SocketOptions(linger: .zero)
        options.highWaterMark = 10
        let subscriber = try Socket(.subscriber, in: try Context(), options: options)
        try subscriber.connect(to: Endpoint(rawValue: kernel.connection.endpoint(of: .iopub)))
        try subscriber.subscribe()
        // The welcome confirms that the subscription has arrived.
        while try subscriber.receiveIfPossible() == nil { await Task.yield() }
        let request = client.send("flood" as ExecuteRequest)
        _ = try await client.reply(to: request)
        var received = 0
        while let message = try subscriber.receiveIfPossible() {
            received += message.isEmpty ? 0 : 1
        }
        #expect(received < Self.count)
        try await kernel.end()
    }
}

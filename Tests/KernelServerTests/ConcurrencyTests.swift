import Evaluation
import JSON
import JupyterProtocol
import Testing

@Suite(.timeLimit(.minutes(5))) struct ConcurrencyTests {
    private static let queries: [any RequestContent] = [
        KernelInfoRequest(), CompleteRequest(code: "pr", cursorPosition: 2),
        InspectRequest(code: "print", cursorPosition: 0), IsCompleteRequest(code: "{"),
        HistoryRequest(.tail(count: 3)), CommInfoRequest(), ConnectRequest(), UsageRequest(),
    ]

    @Test(arguments: [KernelChannel.shell, .control], queries.indices)
    func answersWhileACellRuns(channel: KernelChannel, index: Int) async throws {
        let kernel = try await TestKernel(.waitingForInterrupts())
        let client = try await TestClient(kernel.connection)
        client.send("forever" as ExecuteRequest)
        let query = client.send(Self.queries[index], on: channel)
        let outputs = try await client.outputs(of: query)
        #expect(outputs.map(\.summary) == ["status busy", "status idle"])
        let reply = try await client.reply(to: query, on: channel)
        #expect(reply.content["status"] == (index == 3 ? "incomplete" : "ok"))
        kernel.interrupt()
        #expect(try await client.next(on: .shell).content["ename"] == "Interrupted")
        try await kernel.end()
    }

    @Test func answersQuicklyWhileACompletionTakesItsTime() async throws {
        let gate = Gate()
        let kernel = try await TestKernel(FakeEvaluator(completing: { await gate.wait() }))
        let client = try await TestClient(kernel.connection)
        let slow = client.send(CompleteRequest(code: "a", cursorPosition: 1))
        let quick = client.send(KernelInfoRequest())
        _ = try await client.reply(to: quick)
        let cell = client.send("cell" as ExecuteRequest)
        _ = try await client.reply(to: cell)
        gate.open()
        #expect(try await client.reply(to: slow).type == .completeReply)
        try await kernel.end()
    }

    @Test func interruptsOnEveryChannelAlsoWhereNothingRuns() async throws {
        let kernel = try await TestKernel()
        let client = try await TestClient(kernel.connection)
        for channel in [KernelChannel.shell, .control] {
            let request = client.send(InterruptRequest(), on: channel)
            #expect(try await client.reply(to: request, on: channel).content == ["status": "ok"])
        }
        #expect(kernel.evaluator.record.interrupts == 2)
        let (reply, _) = try await client.execute("cell")
        #expect(reply.content["status"] == "ok")
        try await kernel.end()
    }
}

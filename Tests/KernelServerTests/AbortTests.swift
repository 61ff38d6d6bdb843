import Evaluation
import JSON
import JupyterProtocol
import Testing

@Suite(.timeLimit(.minutes(5))) struct AbortTests {
    /// A behavior in which the cells whose code is `fail`, and interrupted cells, fail.
    private static let behaviour: FakeEvaluator.Behaviour = { cell, _ in
        cell.code == "fail" ? .failed(.test) : .succeeded
    }

    @Test func dropsWhatWaitsBehindAFailure() async throws {
        let gate = Gate()
        let kernel = try await TestKernel(
            FakeEvaluator { cell, output in
                if cell.code == "fail" { await gate.wait() }
                return await Self.behaviour(cell, output)
            })
        let client = try await TestClient(kernel.connection)
        var expectations = kernel.evaluator.expectation.makeAsyncIterator()
        let codes = ["a", "fail", "c", "d"]
        let requests = codes.map { client.send(ExecuteRequest(code: $0)) }
        while await expectations.next()?.map(\.code) != ["c", "d"] {}
        gate.open()
        let summaries = try await requests.asyncMap { request in
            try await client.outputs(of: request).map(\.summary)
        }
        #expect(summaries[2] == ["status busy", "status idle"])
        #expect(summaries[3] == ["status busy", "status idle"])
        var replies: [Message] = []
        for request in requests { replies.append(try await client.reply(to: request)) }
        #expect(replies.map { $0.content["status"] } == ["ok", "error", "error", "error"])
        #expect(
            replies[3].content == [
                "status": "error", "ename": "Aborted",
                "evalue": "could not run the cell: an earlier cell failed",
                "traceback": ["Aborted: could not run the cell: an earlier cell failed"],
            ])
        #expect(replies[3].metadata == ["status": "aborted"])
        #expect(kernel.evaluator.record.cells.map(\.code) == ["a", "fail"])

        let (later, _) = try await client.execute("e")
        #expect(later.content["execution_count"] == 3)
        try await kernel.end()
    }

    @Test func dropsNothingWhereTheClientAsksForThatOrTheCellIsSilent() async throws {
        let kernel = try await TestKernel(FakeEvaluator(Self.behaviour))
        let client = try await TestClient(kernel.connection)
        let requests = [
            ExecuteRequest(code: "fail", stopsOnError: false),
            ExecuteRequest(code: "fail", isSilent: true), "c",
        ].map { client.send($0) }
        for request in requests.dropLast() { _ = try await client.reply(to: request) }
        #expect(try await client.reply(to: requests[2]).content["status"] == "ok")
        try await kernel.end()
    }

    @Test func runsWhatIsSentAsSoonAsTheFailureIsKnown() async throws {
        let kernel = try await TestKernel(FakeEvaluator(Self.behaviour))
        let client = try await TestClient(kernel.connection)
        for _ in 0..<40 {
            let failing = client.send("fail" as ExecuteRequest)
            _ = try await client.reply(to: failing)
            _ = try await client.outputs(of: failing)
            let next = client.send("next" as ExecuteRequest)
            #expect(try await client.reply(to: next).content["status"] == "ok")
            _ = try await client.outputs(of: next)
        }
        try await kernel.end()
    }

    @Test func stillAnswersOtherRequestsBehindAFailure() async throws {
        let kernel = try await TestKernel(FakeEvaluator(Self.behaviour))
        let client = try await TestClient(kernel.connection)
        client.send("fail" as ExecuteRequest)
        client.send("b" as ExecuteRequest)
        client.send(HistoryRequest(.tail(count: 1)))
        client.send("c" as ExecuteRequest)
        var summaries: Set<String> = []
        for _ in 0..<4 { summaries.insert(try await client.next(on: .shell).summary) }
        #expect(summaries.contains("history_reply ok"))
        try await kernel.end()
    }

    @Test func dropsWhatWaitsBehindAnInterruptedCell() async throws {
        let kernel = try await TestKernel(.waitingForInterrupts())
        let client = try await TestClient(kernel.connection)
        let first = client.send("forever" as ExecuteRequest)
        let second = client.send("next" as ExecuteRequest)
        // Answered at once: when it is, both cells have arrived.
        _ = try await client.reply(to: client.send(KernelInfoRequest()))
        let interrupt = client.send(InterruptRequest(), on: .control)
        #expect(try await client.reply(to: interrupt, on: .control).content == ["status": "ok"])
        #expect(try await client.reply(to: first).content["ename"] == "Interrupted")
        #expect(try await client.reply(to: second).content["ename"] == "Aborted")
        try await kernel.end()
    }

    @Test func dropsWhatWasSentBeforeTheFailureCouldBeKnown() async throws {
        let kernel = try await TestKernel(FakeEvaluator(Self.behaviour))
        let client = try await TestClient(kernel.connection)
        let statuses = try await [("fail", 100), ("late", 99), ("new", 3700)].asyncMap {
            code, seconds in
            let header = Header(
                id: MessageID(rawValue: code), typeName: "execute_request",
                session: client.session.id, username: "tester",
                date: Timestamp(seconds: seconds, microseconds: 0))
            let message = Message(header: header, content: ["code": .string(code)])
            client.send(client.session.frames(of: message))
            return try await client.reply(to: header).content["ename"]?.string
        }
        #expect(statuses == ["TestError", "Aborted", nil])
        #expect(kernel.evaluator.record.cells.map(\.number) == [1, 2])
        try await kernel.end()
    }

    @Test func tellsTheEvaluatorWhatWaits() async throws {
        let gate = Gate()
        let kernel = try await TestKernel(
            FakeEvaluator { cell, _ in
                if cell.code == "a" { await gate.wait() }
                return .succeeded
            })
        let client = try await TestClient(kernel.connection)
        var expectations = kernel.evaluator.expectation.makeAsyncIterator()
        client.send("a" as ExecuteRequest, metadata: ["cellId": "A"])
        client.send("b" as ExecuteRequest, metadata: ["cellId": "B"])
        client.send(ExecuteRequest(code: "c", storesHistory: false))
        client.send("d" as ExecuteRequest)
        let expected = [
            Cell(code: "b", identity: "B", number: 2), Cell(code: "c", number: 2),
            Cell(code: "d", number: 3),
        ]
        while await expectations.next() != expected {}
        gate.open()
        while await expectations.next() != [] {}
        for _ in 0..<4 { _ = try await client.next(on: .shell) }
        #expect(kernel.evaluator.record.cells.map(\.number) == [1, 2, 2, 3])
        try await kernel.end()
    }
}

extension FakeEvaluator {
    /// Returns an evaluator whose cells end only when they are interrupted: all, or those with some
    /// code.
    static func waitingForInterrupts(of code: String? = nil) -> FakeEvaluator {
        let interrupted = Gate()
        let evaluator = FakeEvaluator { cell, _ in
            guard code == nil || cell.code == code else { return .succeeded }
            await interrupted.wait()
            return .interrupted
        }
        let relay = evaluator.interrupted
        Task {
            await relay.wait()
            interrupted.open()
        }
        return evaluator
    }
}

extension Array {
    /// Returns the results of an asynchronous function for each element, in order.
    func asyncMap<Result>(_ transform: (Element) async throws -> Result) async rethrows -> [Result]
    {
        var results: [Result] = []
        for element in self { results.append(try await transform(element)) }
        return results
    }
}

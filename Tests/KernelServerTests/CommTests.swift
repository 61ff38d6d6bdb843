import Display
import Evaluation
import JSON
import JupyterProtocol
import Synchronization
import Testing

/// What is said on comms, in both directions.
@Suite(.timeLimit(.minutes(5))) struct CommTests {
    /// The messages between busy and idle that a request leads to, but for the counter's.
    private func outputs(_ request: Header, _ client: TestClient) async throws -> [Message] {
        try await client.outputs(of: request).dropFirst().dropLast().map { $0 }
    }

    /// What is said on a comm in a message.
    private func data(_ message: Message) -> JSONValue? { message.content["data"] }

    @Test func whatAnObjectSaysIsPublished() async throws {
        let kernel = try await TestKernel(
            FakeEvaluator { _, observer in
                observer.observe(
                    .comm(
                        CommSignal(
                            .open, comm: "a", target: "jupyter.widget",
                            dataJSON: #"{"state":{"value":1}}"#)))
                observer.observe(.comm(CommSignal(.message, comm: "a", dataJSON: #"{"x":2}"#)))
                observer.observe(.comm(CommSignal(.close, comm: "a")))
                return .succeeded
            })
        let client = try await TestClient(kernel.connection)
        let outputs = try await client.execute("x").outputs
        #expect(
            outputs.map(\.summary) == [
                "execute_input x", "comm_open a", "comm_msg a", "comm_close a",
            ])
        #expect(outputs[1].content["target_name"] == "jupyter.widget")
        #expect(outputs[1].metadata["version"] == "2.1.0")
        #expect(data(outputs[1])?["state"]?["value"] == 1)
        try await kernel.end()
    }

    @Test func whatAClientSaysWaitsForItsTurnAmongTheCells() async throws {
        let gate = Gate()
        let evaluator = FakeEvaluator { cell, observer in
            if cell.code == "wait" { await gate.wait() }
            observer.observe(.text(cell.code, to: .standardOutput))
            return .succeeded
        }
        let kernel = try await TestKernel(evaluator)
        let client = try await TestClient(kernel.connection)
        let cell = client.send(ExecuteRequest(code: "wait"))
        let moves = (1...5).map { value in
            client.send(
                CommMessage(
                    commID: value < 5 ? "a" : "b",
                    data: [
                        "method": "update", "state": ["v\(value % 2)": .number(JSONNumber(value))],
                    ]))
        }
        let click = client.send(
            CommMessage(commID: "a", data: ["method": "custom", "content": ["event": "click"]]))
        let next = client.send(ExecuteRequest(code: "next"))
        // Questions are answered at once.
        let question = client.send(CommMessage(commID: "q", data: ["method": "request_states"]))
        let answers = try await outputs(question, client)
        #expect(answers.map(\.summary) == ["comm_msg q"])
        gate.open()
        var texts: [String] = []
        var ended: [MessageID] = []
        while ended.last != next.id {
            let message = try await client.next(on: .iopub)
            if message.header.type == .stream {
                texts.append(message.content["text"]?.string ?? "")
            }
            if message.content == ["execution_state": "idle"], let id = message.parentID {
                ended.append(id)
            }
        }
        #expect(
            texts == [
                "wait", #"a: {"method":"update","state":{"v1":3,"v0":4}}"#,
                #"b: {"method":"update","state":{"v1":5}}"#,
                #"a: {"method":"custom","content":{"event":"click"}}"#, "next",
            ])
        // Whoever waits for the end of a message that was overtaken hears of it.
        #expect(Set(ended).isSuperset(of: (moves + [cell, click]).map(\.id)))
        try await kernel.end()
    }

    @Test func aFailedCellDropsCellsOnly() async throws {
        let gate = Gate()
        let evaluator = FakeEvaluator { cell, _ in
            guard cell.code == "fail" else { return .succeeded }
            await gate.wait()
            return .failed(.test)
        }
        let kernel = try await TestKernel(evaluator)
        let client = try await TestClient(kernel.connection)
        let failing = client.send(ExecuteRequest(code: "fail"))
        let dropped = client.send(ExecuteRequest(code: "dropped"))
        let move = client.send(
            CommMessage(commID: "a", data: ["method": "update", "state": ["v": 1]]))
        // Answered at once: when it is, everything sent before has arrived.
        _ = try await client.reply(to: client.send(KernelInfoRequest()))
        gate.open()
        _ = try await client.outputs(of: move)
        for cell in [failing, dropped] {
            #expect(try await client.reply(to: cell).content["status"] == "error")
        }
        let last = try await client.execute("last")
        #expect(last.reply.content["status"] == "ok")
        #expect(evaluator.record.cells.map(\.code) == ["fail", "last"])
        try await kernel.end()
    }

    @Test func outputAreasAreFilledInPlaceOfTheCell() async throws {
        let evaluator = FakeEvaluator { cell, observer in
            observer.observe(.redirect(area: "area", clears: true))
            observer.observe(.text("one ", to: .standardOutput))
            observer.observe(.text("line\n", to: .standardOutput))
            observer.observe(.display(MIMEBundle(text: "shown"), id: "d"))
            observer.observe(.replaceDisplay(MIMEBundle(text: "replaced"), id: "d"))
            observer.observe(.redirect(area: nil, clears: false))
            guard cell.code.hasPrefix("a") else { return .succeeded }
            observer.observe(.text("outside", to: .standardOutput))
            return .failed(.test)
        }
        let kernel = try await TestKernel(evaluator)
        let client = try await TestClient(kernel.connection)
        let cell = try await client.execute("cell")
        let filled = cell.outputs.last { $0.header.type == .commMessage }
        let standing: [JSONValue] = [
            ["output_type": "stream", "name": "stdout", "text": "one line\n"],
            [
                "output_type": "display_data", "data": ["text/plain": "replaced"], "metadata": [:],
            ],
        ]
        #expect(filled?.content["comm_id"] == "area")
        #expect(filled.flatMap(data)?["state"]?["outputs"]?.array == standing)
        #expect(evaluator.record.states.count == 1)
        // A callback's failure stands where its output does.
        let move = client.send(CommMessage(commID: "a", data: ["method": "custom"]))
        let outputs = try await outputs(move, client)
        #expect(outputs.contains { $0.summary == "stream outside" })
        let error = outputs.last.flatMap(data)?["state"]?["outputs"]?.array?.last
        #expect(error?["output_type"] == "error" && error?["ename"] == "TestError")
        #expect(!outputs.contains { $0.header.type == .error })
        try await kernel.end()
    }

    @Test func openCommsAreListed() async throws {
        let kernel = try await TestKernel(
            FakeEvaluator(comms: ["a": "jupyter.widget", "b": "other"]))
        let client = try await TestClient(kernel.connection)
        for (target, comms) in [(nil, ["a", "b"]), ("other", ["b"]), ("none", [])]
            as [(String?, [String])]
        {
            let reply = try await client.reply(to: client.send(CommInfoRequest(targetName: target)))
            #expect(reply.content["comms"]?.object?.keys.sorted() == comms)
        }
        try await kernel.end()
    }
}

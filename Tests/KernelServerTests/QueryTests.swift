import Display
import Evaluation
import JSON
import JupyterProtocol
import Testing

@Suite(.timeLimit(.minutes(5))) struct QueryTests {
    /// Sends a request to a new kernel and returns the content of the reply.
    private func answer(
        to request: some RequestContent, of evaluator: FakeEvaluator = FakeEvaluator()
    ) async throws -> JSONObject {
        let kernel = try await TestKernel(evaluator)
        let client = try await TestClient(kernel.connection)
        let reply = try await client.reply(to: client.send(request))
        try await kernel.end()
        return reply.content
    }

    @Test func saysWhatTheKernelIs() async throws {
        let content = try await answer(to: KernelInfoRequest())
        #expect(content["status"] == "ok")
        #expect(content["protocol_version"] == "5.5")
        #expect(content["implementation"] == "test")
        #expect(content["language_info"]?["file_extension"] == ".swift")
        #expect(content["banner"] == "a test")
    }

    @Test func completesInUnicodeScalars() async throws {
        let evaluator = FakeEvaluator()
        let content = try await answer(
            to: CompleteRequest(code: "👨‍👩‍👧é\u{301}p", cursorPosition: 8), of: evaluator)
        #expect(
            content == [
                "status": "ok", "matches": ["print"], "cursor_start": 0, "cursor_end": 8,
                "metadata": [
                    "_jupyter_types_experimental": [
                        [
                            "text": "print", "type": "function", "start": 0, "end": 8,
                            "signature": "(Any...)",
                        ]
                    ]
                ],
            ])
        #expect(evaluator.record.positions == [8])
    }

    @Test(arguments: [(-3, 0), (0, 0), (2, 2), (99, 2)])
    func movesCursorsIntoTheCode(position: Int, clamped: Int) async throws {
        let evaluator = FakeEvaluator()
        let content = try await answer(
            to: CompleteRequest(code: "é\n", cursorPosition: position), of: evaluator)
        #expect(content["cursor_end"]?.int == clamped)
        #expect(evaluator.record.positions == [clamped])
    }

    @Test(arguments: [(0, "print, documentation"), (1, "print, source")])
    func inspectsAtTwoLevels(level: Int, text: String) async throws {
        let request = InspectRequest(code: "print", cursorPosition: 9, detailLevel: level)
        #expect(
            try await answer(to: request) == [
                "status": "ok", "found": true, "data": ["text/plain": .string(text)],
                "metadata": [:],
            ])
    }

    @Test func saysThatNothingIsKnown() async throws {
        let request = InspectRequest(code: "unknown", cursorPosition: 0)
        #expect(
            try await answer(to: request)
                == ["status": "ok", "found": false, "data": [:], "metadata": [:]])
    }

    @Test(
        arguments: [
            ("a", ["status": "complete"]), ("{", ["status": "incomplete", "indent": "    "]),
            ("}", ["status": "invalid"]), ("?", ["status": "unknown"]),
        ] as [(String, JSONObject)])
    func saysWhetherCodeIsComplete(code: String, content: JSONObject) async throws {
        #expect(try await answer(to: IsCompleteRequest(code: code)) == content)
    }

    @Test func tellsItsPorts() async throws {
        let kernel = try await TestKernel()
        let client = try await TestClient(kernel.connection)
        let reply = try await client.reply(to: client.send(ConnectRequest()))
        for channel in KernelChannel.allCases {
            #expect(
                reply.content[channel.portKey]?.int == Int(kernel.connection.ports[channel]))
        }
        try await kernel.end()
    }

    @Test func tellsWhatItUsesOfTheMachine() async throws {
        let content = try await answer(to: UsageRequest())
        let usage = try JSONValue.object(content).decoded(as: UsageReply.self)
        #expect(usage.memory > 1 << 20)
        #expect(usage.processorCount > 0)
        #expect(usage.processorPercent >= 0)
        #expect(!usage.hostname.isEmpty)
        #expect(usage.hostMemory.total > usage.hostMemory.available)
    }

    @Test func refusesToDebugInTheDebuggersWords() async throws {
        let request = DebugRequest(["type": "request", "seq": 7, "command": "attach"])
        #expect(
            try await answer(to: request) == [
                "type": "response", "seq": 0, "request_seq": 7, "success": false,
                "command": "attach", "message": "could not debug: this kernel has no debugger",
            ])
    }

    @Test func listsVariablesWithoutADebugger() async throws {
        func body(_ command: String, _ arguments: JSONValue = [:]) async throws -> JSONValue? {
            let request: JSONValue = [
                "type": "request", "seq": 4, "command": .string(command), "arguments": arguments,
            ]
            let content = try await answer(to: DebugRequest(request))
            #expect(content["success"] == true && content["request_seq"] == 4)
            return content["body"]
        }
        #expect(
            try await body("inspectVariables")?["variables"] == [
                [
                    "name": "a", "evaluateName": "a", "type": "Int", "value": "1",
                    "variablesReference": 0,
                ],
                [
                    "name": "b", "evaluateName": "b", "type": "[Int] (1)", "value": "[1]",
                    "variablesReference": 0,
                ],
            ])
        #expect(
            try await body("richInspectVariables", ["variableName": "a"]) == [
                "data": ["text/plain": "1"], "metadata": [:],
            ])
        #expect(try await body("debugInfo")?["isStarted"] == false)
    }

    // MARK: Comms

    @Test func closesCommsThatNobodyTakes() async throws {
        let kernel = try await TestKernel()
        let client = try await TestClient(kernel.connection)
        let open = client.send(CommOpen(commID: "u", targetName: "nobody"))
        #expect(
            try await client.outputs(of: open).map(\.summary)
                == ["status busy", "comm_close u", "status idle"])
        for header in [
            client.send(CommMessage(commID: "u")), client.send(CommClose(commID: "u")),
        ] {
            #expect(
                try await client.outputs(of: header).map(\.summary)
                    == ["status busy", "status idle"])
        }
        let info = try await client.reply(to: client.send(CommInfoRequest()))
        #expect(info.content == ["status": "ok", "comms": [:]])
        try await kernel.end()
    }

    // MARK: History

    @Test func listsTheCellsThatWereRun() async throws {
        let kernel = try await TestKernel(
            FakeEvaluator { cell, observer in
                if cell.code == "b" { observer.observe(.result(MIMEBundle(text: "2"))) }
                return .succeeded
            })
        let client = try await TestClient(kernel.connection)
        for code in ["a", "b", "a"] { _ = try await client.execute(ExecuteRequest(code: code)) }
        _ = try await client.execute(ExecuteRequest(code: "x", storesHistory: false))
        let requests: [(HistoryRequest, JSONValue)] = [
            (HistoryRequest(.tail(count: 2)), [[1, 2, "b"], [1, 3, "a"]]),
            (
                HistoryRequest(.tail(count: 9), includesOutput: true),
                [[1, 1, ["a", nil]], [1, 2, ["b", "2"]], [1, 3, ["a", nil]]]
            ),
            (HistoryRequest(.range(session: 0, start: 1, stop: 2)), [[1, 1, "a"]]),
            (
                HistoryRequest(.range(session: 1, start: 2, stop: nil)),
                [[1, 2, "b"], [1, 3, "a"]]
            ),
            (HistoryRequest(.range(session: -1, start: 1, stop: nil)), []),
            (HistoryRequest(.search(pattern: "?", count: 1, isUnique: false)), [[1, 3, "a"]]),
            (
                HistoryRequest(.search(pattern: "*", count: nil, isUnique: true)),
                [[1, 2, "b"], [1, 3, "a"]]
            ),
        ]
        for (request, history) in requests {
            let reply = try await client.reply(to: client.send(request))
            #expect(reply.content == ["status": "ok", "history": history])
        }
        try await kernel.end()
    }
}

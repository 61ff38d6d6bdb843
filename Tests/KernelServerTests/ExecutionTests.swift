import Display
import Evaluation
import JSON
import JupyterProtocol
import Testing

@Suite(.timeLimit(.minutes(5))) struct ExecutionTests {
    @Test func publishesBusyInputOutputReplyIdleInOrder() async throws {
        let kernel = try await TestKernel(
            FakeEvaluator { _, observer in
                observer.observe(.text("one\n", to: .standardOutput))
                observer.observe(.display(MIMEBundle(text: "shown"), id: nil))
                observer.observe(.text("two\n", to: .standardError))
                observer.observe(.result(MIMEBundle(text: "2")))
                return .succeeded
            })
        let client = try await TestClient(kernel.connection)
        let request = client.send("1 + 1" as ExecuteRequest)
        let outputs = try await client.outputs(of: request)
        #expect(
            outputs.map(\.summary) == [
                "status busy", "execute_input 1 + 1", "stream one\n", "display_data",
                "stream two\n", "execute_result", "status idle",
            ])
        let reply = try await client.reply(to: request)
        #expect(
            reply.content == [
                "status": "ok", "execution_count": 1, "payload": [], "user_expressions": [:],
            ])
        #expect(reply.header.session == outputs[0].header.session)
        #expect(outputs[2].content["name"] == "stdout")
        #expect(outputs[3].content == ["data": ["text/plain": "shown"], "metadata": [:]])
        #expect(outputs[4].content["name"] == "stderr")
        #expect(outputs[5].content["execution_count"] == 1)
        #expect(outputs[2].identities == [Array("stream.stdout".utf8)])
        let topic = "kernel.\(reply.header.session).execute_result"
        #expect(outputs[5].identities == [Array(topic.utf8)])
        try await kernel.end()
    }

    @Test func sendsEveryKindOfEvent() async throws {
        let kernel = try await TestKernel(
            FakeEvaluator { _, observer in
                observer.observe(.display(MIMEBundle(text: "a"), id: "d"))
                observer.observe(.replaceDisplay(MIMEBundle(text: "b"), id: "d"))
                observer.observe(.clearOutput(waitsForNext: true))
                observer.observe(.page(MIMEBundle(text: "help")))
                observer.observe(.nextInput("let x = 1", replacesCell: true))
                return .succeeded
            })
        let client = try await TestClient(kernel.connection)
        let (reply, outputs) = try await client.execute("cell")
        let types = ["execute_input", "display_data", "update_display_data", "clear_output"]
        #expect(outputs.map(\.header.typeName) == types)
        #expect(outputs[1].content["transient"] == ["display_id": "d"])
        #expect(outputs[2].content["data"] == ["text/plain": "b"])
        #expect(outputs[2].content["transient"] == ["display_id": "d"])
        #expect(outputs[3].content == ["wait": true])
        #expect(
            reply.content["payload"] == [
                ["source": "page", "data": ["text/plain": "help"], "start": 0],
                ["source": "set_next_input", "text": "let x = 1", "replace": true],
            ])
        try await kernel.end()
    }

    @Test func tellsAFailureOnceAndInTheReply() async throws {
        let kernel = try await TestKernel(FakeEvaluator { _, _ in .failed(.test) })
        let client = try await TestClient(kernel.connection)
        let (reply, outputs) = try await client.execute("cell")
        let error: JSONObject = [
            "ename": "TestError", "evalue": "it failed",
            "traceback": ["TestError: it failed", "in cell 1"],
        ]
        #expect(outputs.map(\.summary) == ["execute_input cell", "error TestError"])
        #expect(outputs[1].content == error)
        var content = error
        content["status"] = "error"
        content["execution_count"] = 1
        #expect(reply.content == content)
        #expect(reply.metadata["status"] == "error")
        try await kernel.end()
    }

    @Test func passesOnCodeIdentityNumberAndPermissions() async throws {
        let kernel = try await TestKernel()
        let client = try await TestClient(kernel.connection)
        let code = "let 😀 = \"\\u{0}\"\r\n\t// é\u{2028}"
        let (_, outputs) = try await client.execute(
            ExecuteRequest(code: code, allowsInput: true), metadata: ["cellId": "c0ffee"])
        #expect(outputs[0].content["code"]?.string.map { Array($0.utf8) } == Array(code.utf8))
        #expect(
            kernel.evaluator.record.cells == [
                Cell(code: code, identity: "c0ffee", number: 1, allowsInput: true)
            ])
        try await kernel.end()
    }

    @Test func countsOnlyWhatIsKeptInTheHistory() async throws {
        let kernel = try await TestKernel()
        let client = try await TestClient(kernel.connection)
        let requests: [(ExecuteRequest, Int)] = [
            (ExecuteRequest(code: "", isSilent: true), 0), ("a", 1),
            (ExecuteRequest(code: "b", storesHistory: false), 1),
            (ExecuteRequest(code: "c", isSilent: true, storesHistory: true), 1), ("d", 2),
        ]
        for (request, count) in requests {
            let (reply, _) = try await client.execute(request)
            #expect(reply.content["execution_count"]?.int == count)
        }
        // The silent empty cell that requests the execution count is not evaluated.
        #expect(kernel.evaluator.record.cells.map(\.code) == ["a", "b", "c", "d"])
        #expect(kernel.evaluator.record.cells.map(\.number) == [1, 1, 1, 2])
        try await kernel.end()
    }

    @Test func showsNothingOfSilentCells() async throws {
        let kernel = try await TestKernel(
            FakeEvaluator { _, observer in
                observer.observe(.text("hidden", to: .standardOutput))
                observer.observe(.result(MIMEBundle(text: "hidden")))
                return .failed(.test)
            })
        let client = try await TestClient(kernel.connection)
        let (reply, outputs) = try await client.execute(
            ExecuteRequest(code: "cell", isSilent: true))
        #expect(outputs.isEmpty)
        #expect(reply.content["ename"] == "TestError")
        try await kernel.end()
    }

    @Test func evaluatesExpressionsAfterwardsEachForItself() async throws {
        let kernel = try await TestKernel()
        let client = try await TestClient(kernel.connection)
        let expressions = ["z", "bad", "a"].map { UserExpression(name: "the \($0)", code: $0) }
        let (reply, _) = try await client.execute(
            ExecuteRequest(code: "cell", userExpressions: expressions))
        let values = try #require(reply.content["user_expressions"]?.object)
        #expect(values.keys == ["the z", "the bad", "the a"])
        #expect(
            values["the z"]
                == ["status": "ok", "data": ["text/plain": "value of z"], "metadata": [:]])
        #expect(values["the bad"]?["status"] == "error")
        #expect(values["the bad"]?["ename"] == "TestError")
        try await kernel.end()
    }

    @Test func saysWhenTheCellBegan() async throws {
        let kernel = try await TestKernel()
        let client = try await TestClient(kernel.connection)
        let (reply, _) = try await client.execute("cell")
        let started = try #require(reply.metadata["started"]?.string)
        let date = try #require(reply.header.json["date"]?.string)
        #expect(started.hasSuffix("Z"))
        #expect(started <= date)
        #expect(reply.metadata["status"] == "ok")
        try await kernel.end()
    }

    @Test func keepsTheOrderOfTenThousandOutputs() async throws {
        let kernel = try await TestKernel(
            FakeEvaluator { _, observer in
                for number in 0..<10_000 {
                    observer.observe(.text("\(number)\n", to: .standardOutput))
                }
                return .succeeded
            })
        let client = try await TestClient(kernel.connection)
        let (_, outputs) = try await client.execute("cell")
        #expect(
            outputs.dropFirst().compactMap { $0.content["text"]?.string }
                == (0..<10_000).map { "\($0)\n" })
        try await kernel.end()
    }

    @Test func runsCellsOfTwoClientsInTurnAndTellsBoth() async throws {
        let kernel = try await TestKernel(
            FakeEvaluator { cell, observer in
                observer.observe(.text(cell.code, to: .standardOutput))
                return .succeeded
            })
        let first = try await TestClient(kernel.connection)
        let second = try await TestClient(kernel.connection)
        let one = first.send("one" as ExecuteRequest)
        let two = second.send("two" as ExecuteRequest)
        for client in [first, second] {
            var messages: [Message] = []
            while messages.count(where: { $0.summary == "status idle" }) < 2 {
                let message = try await client.next(on: .iopub)
                if message.type != .iopubWelcome { messages.append(message) }
            }
            for (request, text) in [(one, "one"), (two, "two")] {
                let own = messages.filter { $0.parentID == request.id }
                #expect(
                    own.map(\.summary) == [
                        "status busy", "execute_input \(text)", "stream \(text)", "status idle",
                    ])
            }
        }
        #expect(try await first.reply(to: one).summary == "execute_reply ok")
        #expect(try await second.reply(to: two).summary == "execute_reply ok")
        try await kernel.end()
    }
}

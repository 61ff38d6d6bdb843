import Evaluation
import JSON
import JupyterProtocol
import Testing

@Suite(.timeLimit(.minutes(5))) struct InputTests {
    /// A behavior that requests a line and prints it.
    private static let asking: FakeEvaluator.Behaviour = { cell, observer in
        observer.observe(.text("before\n", to: .standardOutput))
        let prompt = InputPrompt(text: "name: ", isPassword: cell.code == "secret")
        let line = await observer.line(at: prompt)
        observer.observe(.text(line ?? "nothing", to: .standardOutput))
        return .succeeded
    }

    /// Returns the text that a cell printed last.
    private func printed(_ client: TestClient, by request: Header) async throws -> String? {
        try await client.outputs(of: request).last { $0.type == .stream }?
            .content["text"]?.string
    }

    @Test(arguments: [false, true])
    func asksTheClientThatSentTheCell(saysWhatItAnswers: Bool) async throws {
        let kernel = try await TestKernel(FakeEvaluator(Self.asking))
        let client = try await TestClient(kernel.connection)
        _ = try await TestClient(kernel.connection)
        let request = client.send(ExecuteRequest(code: "cell", allowsInput: true))
        let question = try await client.reply(to: request, on: .stdin)
        #expect(question.content == ["prompt": "name: ", "password": false])
        client.send(
            InputReply(value: "Ana"), on: .stdin,
            parent: saysWhatItAnswers ? question.header : nil)
        #expect(try await printed(client, by: request) == "Ana")
        try await kernel.end()
    }

    @Test func asksForPasswordsWithoutShowingThem() async throws {
        let kernel = try await TestKernel(FakeEvaluator(Self.asking))
        let client = try await TestClient(kernel.connection)
        client.send(ExecuteRequest(code: "secret", allowsInput: true))
        #expect(try await client.next(on: .stdin).content["password"] == true)
        try await kernel.end()
    }

    @Test func givesNothingWhereInputIsNotAllowed() async throws {
        let kernel = try await TestKernel(FakeEvaluator(Self.asking))
        let client = try await TestClient(kernel.connection)
        let request = client.send("cell" as ExecuteRequest)
        #expect(try await printed(client, by: request) == "nothing")
        try await kernel.end()
    }

    @Test func givesNothingAtTheEndOfInput() async throws {
        let kernel = try await TestKernel(FakeEvaluator(Self.asking))
        let client = try await TestClient(kernel.connection)
        let request = client.send(ExecuteRequest(code: "cell", allowsInput: true))
        _ = try await client.next(on: .stdin)
        client.send(InputReply(value: "\u{4}"), on: .stdin)
        #expect(try await printed(client, by: request) == "nothing")
        try await kernel.end()
    }

    @Test func stopsWaitingWhenTheCellIsInterrupted() async throws {
        let kernel = try await TestKernel(FakeEvaluator(Self.asking))
        let client = try await TestClient(kernel.connection)
        let request = client.send(ExecuteRequest(code: "cell", allowsInput: true))
        _ = try await client.next(on: .stdin)
        client.send(InterruptRequest(), on: .control)
        #expect(try await printed(client, by: request) == "nothing")
        #expect(kernel.evaluator.record.interrupts == 1)
        let again = client.send(ExecuteRequest(code: "cell", allowsInput: true))
        client.send(
            InputReply(value: "Ben"), on: .stdin, parent: try await client.next(on: .stdin).header)
        #expect(try await printed(client, by: again) == "Ben")
        try await kernel.end()
    }

    @Test func dropsAnswersThatNobodyWaitsFor() async throws {
        let kernel = try await TestKernel(FakeEvaluator(Self.asking))
        let client = try await TestClient(kernel.connection)
        client.send(InputReply(value: "stale"), on: .stdin)
        var lines = kernel.log.lines.makeAsyncIterator()
        #expect(await lines.next() == "notice: dropped a line of input that no cell waits for")
        let request = client.send(ExecuteRequest(code: "cell", allowsInput: true))
        let question = try await client.next(on: .stdin)
        // An answer to another request, a message that is no answer, and one of another client.
        client.send(InputReply(value: "old"), on: .stdin, parent: request)
        client.send(InputRequest(prompt: "?"), on: .stdin, parent: question.header)
        let stranger = try await TestClient(kernel.connection)
        stranger.send(InputReply(value: "stolen"), on: .stdin, parent: question.header)
        for _ in 0..<3 { _ = await lines.next() }
        client.send(InputReply(value: "right"), on: .stdin, parent: question.header)
        #expect(try await printed(client, by: request) == "right")
        try await kernel.end()
    }

    @Test func survivesAnswersThatAreMalformed() async throws {
        let kernel = try await TestKernel(FakeEvaluator(Self.asking))
        let client = try await TestClient(kernel.connection)
        let request = client.send(ExecuteRequest(code: "cell", allowsInput: true))
        _ = try await client.next(on: .stdin)
        let broken = Message(header: client.session.header(for: .inputReply), content: [:])
        client.send(client.session.frames(of: broken), on: .stdin)
        client.send(InputReply(value: "fine"), on: .stdin)
        #expect(try await printed(client, by: request) == "fine")
        #expect(
            kernel.log.all == ["warning: could not read input_reply: value: the key is missing"])
        try await kernel.end()
    }
}

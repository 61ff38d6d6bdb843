import JSON
import JupyterProtocol
import Testing

@Suite(.timeLimit(.minutes(5))) struct MalformedMessageTests {
    /// Returns a well-formed kernel info request as frames.
    private func request(of client: TestClient) -> [[UInt8]] {
        client.session.frames(of: client.session.message(KernelInfoRequest()))
    }

    @Test func survivesFramesThatAreNoMessage() async throws {
        let kernel = try await TestKernel()
        let client = try await TestClient(kernel.connection)
        let text = Array("<IDS|MSG>".utf8)
        for channel in [KernelChannel.shell, .control, .stdin] {
            client.send([[]], on: channel)
            client.send([text], on: channel)
            client.send([text, [], [], [], []], on: channel)
            client.send([[UInt8](repeating: 0xFF, count: 1 << 16)], on: channel)
        }
        var lines = kernel.log.lines.makeAsyncIterator()
        for _ in 0..<12 {
            let line = try #require(await lines.next())
            #expect(line.hasPrefix("warning: could not read a message: "))
        }
        _ = try await client.reply(to: client.send(KernelInfoRequest()))
        try await kernel.end()
    }

    /// Without a key the kernel serves everybody, and says so.
    @Test func warnsOfAConnectionWithoutAKey() async throws {
        var connection = ConnectionFile()
        connection.key = ""
        let kernel = try await TestKernel(on: .connection(connection))
        let client = try await TestClient(kernel.connection)
        _ = try await client.reply(to: client.send(KernelInfoRequest()))
        #expect(kernel.log.all.contains { $0.hasPrefix("warning: the connection file has no key") })
        try await kernel.end()
        let careful = try await TestKernel()
        #expect(!careful.log.all.contains { $0.contains("no key") })
        try await careful.end()
    }

    @Test func logsAndDropsWhatIsNotSignedOrWasThereBefore() async throws {
        let kernel = try await TestKernel()
        let client = try await TestClient(kernel.connection)
        let good = request(of: client)
        var tampered = request(of: client)
        tampered[5] = Array("{\"a\":1}".utf8)
        var unsigned = request(of: client)
        unsigned[1] = []
        for frames in [tampered, unsigned, good, good] { client.send(frames) }
        let invalid =
            "could not accept a message: its signature does not match its parts and the key"
        let repeated =
            "could not accept a message: one with the same signature has been accepted before"
        var lines = kernel.log.lines.makeAsyncIterator()
        for expected in [invalid, invalid, repeated] {
            #expect(await lines.next() == "warning: \(expected)")
        }
        #expect(try await client.next(on: .shell).type == .kernelInfoReply)
        // The next reply is that to the next request: the others got none.
        _ = try await client.reply(to: client.send(KernelInfoRequest()))
        try await kernel.end()
    }

    @Test func acceptsEverythingWithoutAKey() async throws {
        let connection = ConnectionFile(key: "")
        let kernel = try await TestKernel(on: .connection(connection))
        let client = try await TestClient(kernel.connection)
        let frames = request(of: client)
        for _ in 0..<2 {
            client.send(frames)
            #expect(try await client.next(on: .shell).type == .kernelInfoReply)
        }
        try await kernel.end()
    }

    private static let malformed: [(MessageType, JSONObject, String)] = [
        (.executeRequest, [:], "could not read execute_request: code: the key is missing"),
        (
            .executeRequest, ["code": 1],
            "could not read execute_request: code: expected a string, found a number"
        ),
        (
            .completeRequest, ["code": ""],
            "could not read complete_request: cursor_pos: the key is missing"
        ),
        (
            .inspectRequest, ["code": "", "cursor_pos": "1"],
            "could not read inspect_request: cursor_pos: expected an integer, found a string"
        ),
        (
            .historyRequest, [:],
            "could not read history_request: hist_access_type: the key is missing"
        ),
        (.shutdownRequest, [:], "could not read shutdown_request: restart: the key is missing"),
    ]

    @Test(arguments: malformed.indices)
    func answersRequestsThatAreMalformed(index: Int) async throws {
        let (type, content, sentence) = Self.malformed[index]
        let kernel = try await TestKernel()
        let client = try await TestClient(kernel.connection)
        let message = Message(header: client.session.header(for: type), content: content)
        client.send(client.session.frames(of: message))
        let summaries = try await client.outputs(of: message.header).map(\.summary)
        #expect(summaries == ["status busy", "status idle"])
        let reply = try await client.reply(to: message.header)
        #expect(reply.header.typeName == type.rawValue.dropLast(7) + "reply")
        var expected: JSONObject = [
            "status": "error", "ename": "MalformedRequest", "evalue": .string(sentence),
            "traceback": [.string("MalformedRequest: \(sentence)")],
        ]
        if type == .executeRequest { expected["execution_count"] = 0 }
        #expect(reply.content == expected)
        // Nothing ended, and nothing waits forever.
        _ = try await client.reply(to: client.send(KernelInfoRequest()))
        try await kernel.end()
    }

    @Test func answersRequestsWhoseContentIsNoJSON() async throws {
        let kernel = try await TestKernel()
        let client = try await TestClient(kernel.connection)
        let header = client.session.header(for: .executeRequest)
        var parts = [JSONValue.object(header.json).bytes()]
        parts += ["{}", "{}", "{\"code\": "].map { Array($0.utf8) }
        client.send(
            [Array("<IDS|MSG>".utf8), client.session.signer.signature(of: parts)] + parts)
        let reply = try await client.reply(to: header)
        #expect(reply.content["ename"] == "MalformedRequest")
        #expect(
            reply.content["evalue"] == """
                could not read a message: its content is not JSON at line 1, column 10: \
                the text ends where a value should be
                """)
        try await kernel.end()
    }

    @Test func saysUnknownWhereCompletenessIsAskedForBadly() async throws {
        let kernel = try await TestKernel()
        let client = try await TestClient(kernel.connection)
        let message = Message(
            header: client.session.header(for: .isCompleteRequest), content: [:])
        client.send(client.session.frames(of: message))
        #expect(try await client.reply(to: message.header).content == ["status": "unknown"])
        try await kernel.end()
    }

    @Test func ignoresTypesThatItDoesNotKnow() async throws {
        let kernel = try await TestKernel()
        let client = try await TestClient(kernel.connection)
        let header = Header(
            id: "m", typeName: "brew_request", session: "s", username: "u", date: .now)
        for channel in [KernelChannel.shell, .control] {
            client.send(
                client.session.frames(
                    of: Message(
                        header: header, metadata: ["on": .string(channel.rawValue)], content: [:])),
                on: channel)
        }
        client.send(Status(.busy))
        var lines = kernel.log.lines.makeAsyncIterator()
        var types: [Substring] = []
        for _ in 0..<3 {
            let words = try #require(await lines.next()).split(separator: " ")
            #expect(words.dropLast() == ["notice:", "ignored", "a", "message", "of", "type"])
            types.append(contentsOf: words.suffix(1))
        }
        #expect(types.sorted() == ["brew_request", "brew_request", "status"])
        _ = try await client.reply(to: client.send(KernelInfoRequest()))
        try await kernel.end()
    }
}

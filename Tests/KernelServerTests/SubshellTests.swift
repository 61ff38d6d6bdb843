import Evaluation
import JSON
import JupyterProtocol
import Testing

/// Tests of subshells, whose cells run beside those of the main shell.
@Suite(.timeLimit(.minutes(5))) struct SubshellTests {
    /// A kernel and a client of it, with an evaluator whose cell "forever" ends at an interrupt.
    private struct Visit {
        let kernel: TestKernel
        let client: TestClient

        init() async throws {
            kernel = try await TestKernel(.waitingForInterrupts(of: "forever"))
            client = try await TestClient(kernel.connection)
        }

        /// Creates a subshell.
        func subshell() async throws -> String {
            let request = client.send(CreateSubshellRequest(), on: .control)
            let reply = try await client.reply(to: request, on: .control)
            return try #require(reply.content["subshell_id"]?.string)
        }

        /// Returns the listed subshells.
        func subshells() async throws -> JSONValue? {
            let request = client.send(ListSubshellRequest(), on: .control)
            return try await client.reply(to: request, on: .control).content["subshell_id"]
        }

        /// Sends a request to a subshell.
        func send(_ content: some MessageContent, to subshell: String) throws -> Header {
            let message = client.session.message(content)
            var json = message.header.json
            json["subshell_id"] = .string(subshell)
            let addressed = Message(header: try Header(json), content: message.content)
            client.send(client.session.frames(of: addressed))
            return addressed.header
        }
    }

    @Test func createsListsAndDeletes() async throws {
        let visit = try await Visit()
        let first = try await visit.subshell()
        let second = try await visit.subshell()
        #expect(first != second)
        #expect(try await visit.subshells() == [.string(first), .string(second)])
        for (isThere, status) in [(true, "ok"), (false, "error")] {
            let request = visit.client.send(
                DeleteSubshellRequest(subshellID: first), on: .control)
            let reply = try await visit.client.reply(to: request, on: .control)
            #expect(reply.content["status"] == .string(status), "deleting where \(isThere)")
        }
        #expect(try await visit.subshells() == [.string(second)])
        #expect(visit.kernel.evaluator.record.closedSubshells == [first])
        try await visit.kernel.end()
    }

    @Test(
        arguments: [
            KernelInfoRequest(), CompleteRequest(code: "a", cursorPosition: 1),
            HistoryRequest(.tail(count: 3)), CommInfoRequest(), ExecuteRequest(code: "a"),
        ] as [any RequestContent])
    func refusesUnknownSubshells(request: any RequestContent) async throws {
        let visit = try await Visit()
        visit.client.send("forever" as ExecuteRequest)
        let header = try visit.send(request, to: "nobody")
        let reply = try await visit.client.reply(to: header)
        #expect(reply.content["ename"] == "UnsupportedRequest")
        #expect(reply.header.typeName == header.typeName.replacing("request", with: "reply"))
        #expect(reply.content["evalue"]?.string?.contains("nobody") == true)
        visit.kernel.interrupt()
        _ = try await visit.client.next(on: .shell)
        try await visit.kernel.end()
    }

    @Test func runsCellsBesideARunningOneInOrder() async throws {
        let visit = try await Visit()
        let subshells = [try await visit.subshell(), try await visit.subshell()]
        visit.client.send("forever" as ExecuteRequest)
        for round in 1...3 {
            for subshell in subshells {
                let header = try visit.send(ExecuteRequest(code: "look \(round)"), to: subshell)
                let outputs = try await visit.client.outputs(of: header).map(\.summary)
                let note = round == 1 ? ["stream \(AsideNote.text)"] : []
                #expect(
                    outputs == ["status busy", "execute_input look \(round)"] + note
                        + ["stream aside", "status idle"])
                let reply = try await visit.client.reply(to: header)
                #expect(reply.content["execution_count"]?.int == round)
            }
        }
        visit.kernel.interrupt()
        let main = try await visit.client.next(on: .shell)
        #expect(main.content["execution_count"]?.int == 1)
        try await visit.kernel.end()
    }

    @Test func runsCellsAsOrdinaryOnesWhereNoOtherRuns() async throws {
        let visit = try await Visit()
        let subshell = try await visit.subshell()
        for count in 1...2 {
            let header = try visit.send(ExecuteRequest(code: "keep"), to: subshell)
            let reply = try await visit.client.reply(to: header)
            #expect(reply.content["execution_count"]?.int == count)
        }
        let (reply, _) = try await visit.client.execute("main")
        #expect(reply.content["execution_count"]?.int == 1)
        #expect(visit.kernel.evaluator.record.cells.map(\.code) == ["keep", "keep", "main"])
        #expect(visit.kernel.evaluator.record.cells.map(\.keepsResult) == [false, false, true])
        let history = visit.client.send(HistoryRequest(.tail(count: 9)))
        let lines = try await visit.client.reply(to: history).content["history"]?.array
        #expect(lines?.count == 1)
        try await visit.kernel.end()
    }

    /// A shutdown ends cells that wait for their turn in a subshell.
    @Test func endsWithCellsWaiting() async throws {
        let visit = try await Visit()
        let subshell = try await visit.subshell()
        visit.client.send("forever" as ExecuteRequest)
        let headers = try (1...5).map { _ in
            try visit.send(ExecuteRequest(code: "look"), to: subshell)
        }
        for header in headers { _ = try await visit.client.reply(to: header) }
        try await visit.kernel.end()
    }
}

/// What the user of a subshell is told.
private enum AsideNote {
    static let text =
        "note: another cell is running, so this one runs on a copy of the state before it; "
        + "what it changes is dropped\n"
}

import JSON
import JupyterClient
import JupyterProtocol
import NotebookDocument
import NotebookRunner
import TestSupport
import Testing

@Suite struct OutputFoldTests {
    /// A message of a kernel about cell 0 or another one.
    private enum Step {
        case out(String, cell: Int = 0)
        case err(String)
        case show(String, id: String? = nil, cell: Int = 0)
        case result(String, id: String? = nil)
        case update(String, id: String?)
        case clear(waits: Bool, cell: Int = 0)
        case fail(String)
    }

    /// Folds some steps and returns the outputs of a cell in a short form.
    private func outputs(of cell: Int = 0, after steps: Step...) -> [String] {
        var fold = OutputFold()
        for step in steps {
            let (content, cell) = message(step)
            fold.apply(content, to: cell)
        }
        return fold.outputs(of: cell).map(short)
    }

    /// Returns the message of a step, and the cell to which it belongs.
    private func message(_ step: Step) -> (KernelEvent.Content, Int) {
        func data(_ text: String, _ id: String?) -> DisplayData {
            DisplayData(
                data: ["text/plain": .string(text)], metadata: ["of": .string(text)], displayID: id)
        }
        switch step {
        case .out(let text, let cell):
            return (.stream(StreamContent(name: .standardOutput, text: text)), cell)
        case .err(let text): return (.stream(StreamContent(name: .standardError, text: text)), 0)
        case .show(let text, let id, let cell): return (.display(data(text, id)), cell)
        case .result(let text, let id):
            return (.result(ExecuteResult(executionCount: 7, display: data(text, id))), 0)
        case .update(let text, let id): return (.displayUpdate(data(text, id)), 0)
        case .clear(let waits, let cell): return (.clearOutput(ClearOutput(waits: waits)), cell)
        case .fail(let name):
            return (.error(ErrorContent(name: name, value: "v", traceback: ["t"])), 0)
        }
    }

    /// Returns a short form of an output.
    private func short(_ output: CellOutput) -> String {
        switch output.content {
        case .stream(let name, let text): return "\(name) \(text)"
        case .display(let data):
            return
                "shows \(data.forms["text/plain"]?.string ?? "") \(data.metadata["of"]?.string ?? "")"
        case .result(let data, let count):
            return "\(count ?? 0) is \(data.forms["text/plain"]?.string ?? "")"
        case .error(let name, let value, let traceback):
            return "\(name) \(value) \(traceback.joined())"
        case .other: return "other"
        }
    }

    @Test func keepsOutputsInTheirOrder() {
        #expect(
            outputs(after: .out("a"), .show("b"), .out("c"), .result("d"), .fail("E")) == [
                "stdout a", "shows b b", "stdout c", "7 is d", "E v t",
            ])
    }

    @Test func joinsTextOfAStreamThatNothingElseInterrupts() {
        #expect(
            outputs(after: .out("a\n"), .out("b\r"), .out("c\n"), .err("d"), .err("e"), .out("f"))
                == [
                    "stdout a\nc\n", "stderr de", "stdout f",
                ])
    }

    @Test func attributesOutputsToTheirCells() {
        let steps: [Step] = [.out("a"), .out("b", cell: 1), .out("c")]
        var fold = OutputFold()
        for step in steps {
            let (content, cell) = message(step)
            fold.apply(content, to: cell)
        }
        #expect(fold.outputs(of: 0).map(short) == ["stdout ac"])
        #expect(fold.outputs(of: 1).map(short) == ["stdout b"])
        #expect(fold.outputs(of: 2).isEmpty)
    }

    @Test func clearsAtOnce() {
        #expect(outputs(after: .out("a"), .show("b"), .clear(waits: false)).isEmpty)
        #expect(outputs(after: .out("a"), .clear(waits: false), .out("b")) == ["stdout b"])
    }

    @Test func clearsWhenTheNextOutputComes() {
        #expect(outputs(after: .out("a"), .clear(waits: true)) == ["stdout a"])
        #expect(
            outputs(after: .out("a"), .clear(waits: true), .out("b"), .out("c")) == ["stdout bc"])
        #expect(outputs(after: .show("a"), .clear(waits: true), .show("b")) == ["shows b b"])
        #expect(outputs(after: .out("a"), .clear(waits: true), .fail("E")) == ["E v t"])
    }

    @Test func doesNotTakeAnUpdateForTheNextOutput() {
        #expect(
            outputs(after: .show("a", id: "x"), .clear(waits: true), .update("b", id: "x")) == [
                "shows b b"
            ])
    }

    @Test func clearsOnlyTheCellThatAsks() {
        #expect(outputs(after: .out("a"), .clear(waits: false, cell: 1)) == ["stdout a"])
    }

    @Test func replacesWhatIsShownUnderAnIdentifier() {
        #expect(
            outputs(after: .show("a", id: "x"), .show("b", id: "y"), .update("c", id: "x")) == [
                "shows c c", "shows b b",
            ])
        #expect(outputs(after: .result("a", id: "x"), .update("b", id: "x")) == ["7 is b"])
    }

    @Test func replacesInEveryCell() {
        #expect(
            outputs(
                of: 1, after: .show("a", id: "x", cell: 1), .show("a", id: "x", cell: 2),
                .update("b", id: "x")) == ["shows b b"])
    }

    @Test func replacesAndAddsWhereSomethingIsShownAgain() {
        #expect(
            outputs(after: .show("a", id: "x"), .show("b", id: "x")) == ["shows b b", "shows b b"])
        #expect(
            outputs(after: .show("a", id: "x"), .result("b", id: "x")) == ["shows b b", "7 is b"])
    }

    @Test func ignoresUpdatesOfWhatIsNotShown() {
        #expect(outputs(after: .update("a", id: "x")).isEmpty)
        #expect(outputs(after: .show("a"), .update("b", id: nil)) == ["shows a a"])
        #expect(
            outputs(after: .show("a", id: "x"), .clear(waits: false), .update("b", id: "x")).isEmpty
        )
    }

    @Test func knowsWhetherACellHasAnError() {
        var fold = OutputFold()
        fold.apply(message(.fail("E")).0, to: 0)
        #expect(fold.hasError(in: 0))
        #expect(!fold.hasError(in: 1))
        fold.apply(message(.clear(waits: false)).0, to: 0)
        #expect(!fold.hasError(in: 0))
    }

    @Test(arguments: 0..<10)
    func neverKeepsMoreThanTheLimit(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var fold = OutputFold(limit: 2000)
        var isCut = false
        for _ in 0..<300 {
            let text = String(repeating: "é", count: Int.random(in: 0...400, using: &random))
            let step: Step =
                switch Int.random(in: 0...9, using: &random) {
                case 0: .clear(waits: Bool.random(using: &random))
                case 1: .show(text, id: "x")
                case 2: .update(text, id: "x")
                case 3: .err(text + "\r")
                case 4: .result(text)
                default: .out(text + (Bool.random(using: &random) ? "\n" : "\r"))
                }
            let (content, cell) = message(step)
            fold.apply(content, to: cell)
            let kept = fold.outputs(of: 0).reduce(0) { sum, output in
                switch output.content {
                case .stream(_, let text): sum + text.utf8.count
                case .display(let data), .result(let data, _):
                    sum + (data.forms["text/plain"]?.string?.utf8.count ?? 0)
                default: sum
                }
            }
            #expect(kept <= 2000 + 200)
            isCut = isCut || fold.isCut(0)
        }
        #expect(isCut)
    }

    @Test func saysWhereOutputIsMissingAndKeepsErrors() {
        var fold = OutputFold(limit: 10)
        for step in [Step.out("123456789é0"), .out("more"), .show("x"), .fail("E")] {
            let (content, cell) = message(step)
            fold.apply(content, to: cell)
        }
        #expect(fold.isCut(0))
        let contents = fold.outputs(of: 0).map(\.content)
        #expect(contents.count == 3)
        #expect(contents[0] == .stream(name: "stdout", text: ""))
        #expect(
            contents[1]
                == .stream(
                    name: "stderr",
                    text: "unroll: the rest was cut, because a cell may put out 10 bytes; "
                        + "--output-limit allows more\n"))
        guard case .error("E", _, _) = contents[2] else {
            Issue.record("no error")
            return
        }
    }

    @Test func aLineThatIsWrittenOverTakesNoRoom() {
        var fold = OutputFold(limit: 1000)
        for number in 0..<1000 {
            let (content, cell) = message(.out("\rstep \(number)"))
            fold.apply(content, to: cell)
        }
        #expect(!fold.isCut(0))
        #expect(fold.outputs(of: 0).map(short) == ["stdout step 999"])
    }
}

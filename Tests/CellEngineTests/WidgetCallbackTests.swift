import CellEngine
import Display
import Evaluation
import Synchronization
import Testing

/// What follows in a session from what a client says to its widgets.
@Suite struct WidgetCallbackTests {
    /// A session with a client that shows its widgets.
    private final class Client {
        let session: TestSession

        /// What identifies the widgets by the names of their models, in the order of their opening.
        private(set) var widgets: [(model: String, comm: String)] = []

        /// What has been said of the widgets since the last cell or callback.
        private(set) var signals: [CommSignal] = []

        init() throws { session = try TestSession() }

        /// Runs a cell.
        @discardableResult
        func run(_ code: String) async -> CellRecord {
            let record = await session.run(code)
            note(record.events)
            return record
        }

        /// Says something to the newest widget of a model.
        @discardableResult
        func say(_ state: String, to model: String) async -> CellRecord {
            let comm = widgets.last { $0.model == model }?.comm ?? "none"
            return await say(comm: comm, #"{"method":"update","state":\#(state)}"#)
        }

        /// Says something on a comm.
        @discardableResult
        func say(comm: String, _ data: String) async -> CellRecord {
            let record = await session.receive(CommSignal(.message, comm: comm, dataJSON: data))
            note(record.events)
            return record
        }

        /// Notes what was said of widgets.
        private func note(_ events: [EvaluationEvent]) {
            signals = events.compactMap { if case .comm(let signal) = $0 { signal } else { nil } }
            for signal in signals {
                if signal.kind == .open,
                    let model = signal.dataJSON.firstMatch(of: /"_model_name":"(\w+)"/)?.1
                {
                    widgets.append((String(model), signal.comm))
                } else if signal.kind == .close {
                    widgets.removeAll { $0.comm == signal.comm }
                }
            }
        }
    }

    @Test func aCallbackChangesTheSessionAsACellDoes() async throws {
        let client = try Client()
        await client.run(
            "var seen: [Double] = []; let s = Slider(in: 0...2)\ns.observe { seen.append($0); print(\"now\", $0) }\ns"
        )
        let record = await client.say(#"{"value":0.5}"#, to: "FloatSliderModel")
        #expect(record.output == "now 0.5\n")
        #expect(await client.run("(seen, s.value)").result == "([0.5], 0.5)")
        await client.session.end()
    }

    @Test(arguments: ["fatalError(\"no\")", "throw Wrong()", "_ = [1][3]", "exit(3)"])
    func aCallbackThatFailsLeavesEverythingButTheValueAsItWas(failure: String) async throws {
        let client = try Client()
        await client.run(
            "import Glibc; struct Wrong: Error {}; var n = 0; let s = Slider(in: 0...2)")
        await client.run(
            "s.observe { value in\n    n += 1\n    s.isEnabled = false\n    \(failure)\n}\ns")
        let record = await client.say(#"{"value":0.5}"#, to: "FloatSliderModel")
        #expect(record.failure != nil)
        // Where a cell calls `exit`, its story has no place.
        #expect(record.story.contains("cell 2") || failure == "exit(3)", "\(record.story)")
        // What the callback had told clients is taken back.
        #expect(client.signals.last?.dataJSON.contains(#""disabled":false"#) == true)
        #expect(await client.run("(n, s.value, s.isEnabled)").result == "(0, 0.5, true)")
        await client.session.end()
    }

    @Test func aDragCostsNoStepOfUndo() async throws {
        let client = try Client()
        await client.run("var n = 0; let s = Slider(in: 0...2)")
        await client.run("s.observe { _ in n += 1 }; s")
        await client.run("n = 100; s")
        for step in 1...30 {
            let record = await client.say(
                "{\"value\":\(Double(step) / 20)}", to: "FloatSliderModel")
            #expect(record.failure == nil, "step \(step): \(record.story)")
        }
        #expect(await client.run("n").result == "130")
        #expect(await client.run("%undo 2").failure == nil)
        #expect(await client.run("n").result == "0")
        // The slider is known as it was then.
        #expect(await client.run("s.value").result == "1.0")
        #expect(await client.say(#"{"value":0.25}"#, to: "FloatSliderModel").failure == nil)
        #expect(await client.run("n").result == "1")
        #expect(await client.run("n = 5; fatalError()").failure != nil)
        #expect(await client.run("n").result == "1")
        await client.session.end()
    }

    @Test func widgetsOfACellThatFailsOrIsUndoneAreClosed() async throws {
        let client = try Client()
        await client.run("display(Slider(in: 0...2)); fatalError()")
        #expect(client.widgets.isEmpty)
        await client.run("let s = Slider(in: 0...2); s")
        let before = client.widgets.count
        #expect(before > 0)
        #expect(await client.session.evaluator.comms().count == before)
        await client.run("s.close()")
        #expect(client.widgets.count < before)
        await client.run("%undo")
        #expect(client.widgets.count == before)
        await client.run("%undo")
        #expect(client.widgets.isEmpty)
        #expect(await client.session.evaluator.comms().isEmpty)
        await client.session.end()
    }

    @Test func statesCanBeAskedForWheneverAClientComesBack() async throws {
        let client = try Client()
        await client.run("let s = Slider(\"W\", in: 0...2); s")
        await client.say(#"{"value":0.5}"#, to: "FloatSliderModel")
        let question = CommSignal(
            .message, comm: "control", dataJSON: #"{"method":"request_states"}"#)
        let answers = await client.session.evaluator.answer(to: question)
        #expect(answers.count == 1 && answers[0].comm == "control")
        #expect(answers[0].dataJSON.contains(#""method":"update_states""#))
        #expect(answers[0].dataJSON.contains(#""value":0.5"#))
        #expect(answers[0].dataJSON.contains(#""model_name":"FloatSliderModel""#))
        await client.session.end()
    }

    @Test func aCallbackCanBeInterrupted() async throws {
        let client = try Client()
        await client.run(
            "var n = 0; let s = Slider(in: 0...2)\ns.observe { _ in n = 7; print(\"begun\"); while true {} }\ns"
        )
        let comm = client.widgets.last { $0.model == "FloatSliderModel" }?.comm ?? ""
        let record = await client.session.receive(
            CommSignal(
                .message, comm: comm, dataJSON: #"{"method":"update","state":{"value":0.5}}"#),
            interruptingAt: "begun")
        #expect(record.failure?.name == "Interrupted")
        #expect(await client.run("(n, s.value)").result == "(0, 0.5)")
        await client.session.end()
    }

    @Test func whatIsSaidToNobodyIsRefused() async throws {
        let client = try Client()
        let record = await client.say(comm: "unknown", #"{"method":"update","state":{}}"#)
        #expect(client.signals == [CommSignal(.close, comm: "unknown")])
        #expect(record.failure == nil)
        let closed = await client.session.receive(CommSignal(.close, comm: "unknown"))
        #expect(closed.events.isEmpty)
        await client.session.end()
    }

    @Test func aClosureIsRunAgainByAClient() async throws {
        let client = try Client()
        let record = await client.run(
            "try interact(Slider(\"W\", in: 0...2), Toggle(\"b\")) { w, b in print(w, b); return w * 2 }"
        )
        #expect(record.failure == nil, "\(record.story)")
        let moved = await client.say(#"{"value":0.5}"#, to: "FloatSliderModel")
        #expect(moved.output == "0.5 false\n")
        let redirections = moved.events.filter { if case .redirect = $0 { true } else { false } }
        #expect(redirections.count == 2)
        await client.session.end()
    }
}

import JSON
import JupyterClient
import JupyterProtocol
import NotebookDocument
import NotebookRunner
import Processes
import Testing

@Suite struct RunMachineTests {
    /// A machine, fed with what a kernel says of cells that are named by their positions.
    private struct Play {
        /// The machine.
        var machine: RunMachine

        /// What the machine said last.
        var actions: [RunMachine.Action] = []

        /// The moment at which the run began.
        let start = ContinuousClock.now

        /// Seconds since then.
        var elapsed = 0

        /// Begins a run of some sources.
        init(
            _ sources: [String], tags: [Int: String] = [:],
            configure: (inout RunOptions) -> Void = { _ in }
        ) {
            var options = RunOptions()
            configure(&options)
            let notebook = Notebook(
                cells: sources.enumerated().map { index, source in
                    let metadata: JSONObject =
                        tags[index].map { ["tags": .array([.string($0)])] } ?? [:]
                    return NotebookCell(.code, source: source, metadata: metadata)
                })
            let plan = RunPlan(notebook, allowsErrors: options.allowsErrors)
            machine = RunMachine(notebook, plan: plan, options: options)
            perform(machine.start(at: start))
        }

        /// The moment that it is.
        private var now: ContinuousClock.Instant { start + .seconds(elapsed) }

        /// Notes actions, and hands cells over as the kernel would get them.
        mutating func perform(_ actions: [RunMachine.Action]) {
            self.actions = actions
            for case .execute(let cell) in actions {
                machine.didSend(cell: cell, as: MessageID(rawValue: "request \(cell)"))
            }
        }

        /// Lets the kernel say something of a cell.
        mutating func say(_ content: KernelEvent.Content, of cell: Int?) {
            let parent = cell.map { MessageID(rawValue: "request \($0)") }
            perform(machine.handle(KernelEvent(parent: parent, content), at: now))
        }

        /// Lets the kernel run a cell to its end.
        mutating func finish(_ cell: Int, as outcome: ExecuteReply.Outcome = .passed) {
            say(.status(.busy), of: cell)
            say(.executeReply(ExecuteReply(executionCount: cell + 1, outcome: outcome)), of: cell)
            say(.status(.idle), of: cell)
        }

        /// Lets a moment come.
        mutating func reach(_ alarm: RunMachine.Alarm) { perform(machine.handle(alarm, at: now)) }

        /// Asks for the end.
        mutating func stop() { perform(machine.stop(at: now)) }

        /// How the cells fare.
        var statuses: [CellStatus] { machine.reports.map(\.status) }

        /// The cells that were to be handed over last.
        var sent: [Int] {
            actions.compactMap { action in
                guard case .execute(let cell) = action else { return nil }
                return cell
            }
        }

        /// The beginnings and ends that were reported last, by the cells' ordinals.
        var reported: [String] {
            actions.compactMap { action in
                switch action {
                case .report(.began(let report)): "began \(report.ordinal)"
                case .report(.ended(let report)): "ended \(report.ordinal)"
                default: nil
                }
            }
        }

        /// The errors among the outputs of a cell, by their names.
        func errors(of cell: Int) -> [String] {
            machine.fold.outputs(of: cell).compactMap { output in
                guard case .error(let name, _, _) = output.content else { return nil }
                return name
            }
        }
    }

    @Test func handsOverAllCellsAtOnceAndEndsAfterTheLast() {
        var play = Play(["a", "b", "c"])
        #expect(play.sent == [0, 1, 2])
        for cell in 0..<3 { play.finish(cell) }
        #expect(play.statuses == [.passed, .passed, .passed])
        #expect(play.machine.ending == .passed)
        #expect(play.actions.last == .finish)
        #expect(play.machine.executionCount(of: 2) == 3)
    }

    @Test func handsOverOneCellAfterTheOtherWhereThatIsWanted() {
        var play = Play(["a", "b"]) { $0.handsOverAtOnce = false }
        #expect(play.sent == [0])
        play.finish(0)
        #expect(play.sent == [1])
        play.finish(1)
        #expect(play.machine.ending == .passed)
    }

    @Test func announcesACellOnceTheOneBeforeIsOver() {
        var play = Play(["a", "b"])
        let input = KernelEvent.Content.input(ExecuteInput(code: "", executionCount: 1))
        play.say(.status(.busy), of: 0)
        #expect(play.actions.isEmpty)
        play.say(input, of: 0)
        #expect(play.reported == ["began 1"])
        play.say(.status(.idle), of: 0)
        play.say(.status(.busy), of: 1)
        play.say(input, of: 1)
        #expect(play.reported.isEmpty)
        let reply = ExecuteReply(executionCount: 1, outcome: .passed)
        play.say(.executeReply(reply), of: 0)
        #expect(play.reported == ["ended 1", "began 2"])
    }

    @Test func doesNotTakeADroppedCellForOneThatRan() {
        var play = Play(["a", "b"])
        play.say(.status(.busy), of: 0)
        play.say(.status(.idle), of: 0)
        play.say(.status(.busy), of: 1)
        play.say(.executeReply(ExecuteReply(executionCount: 1, outcome: .failed)), of: 0)
        #expect(play.statuses == [.failed, .notRun])
    }

    @Test func leavesOutCellsThatAreEmptyOrTagged() {
        let play = Play(["a", " \n", "b", "c"], tags: [2: "skip-execution"])
        #expect(play.sent == [0, 3])
        #expect(play.machine.reports.map(\.cell) == [0, 3])
        #expect(play.machine.reports.map(\.ordinal) == [1, 2])
        var empty = Play([""])
        #expect(empty.machine.ending == .passed)
        empty.stop()
        #expect(empty.actions.isEmpty)
    }

    @Test(arguments: [true, false])
    func waitsForBothMessagesThatEndACell(idleFirst: Bool) {
        var play = Play(["a"])
        let reply = KernelEvent.Content.executeReply(
            ExecuteReply(executionCount: 1, outcome: .passed))
        play.say(.status(.busy), of: 0)
        play.say(idleFirst ? .status(.idle) : reply, of: 0)
        #expect(play.machine.ending == nil)
        play.say(.stream(StreamContent(name: .standardOutput, text: "late")), of: 0)
        play.say(idleFirst ? reply : .status(.idle), of: 0)
        #expect(play.machine.ending == .passed)
        #expect(play.machine.fold.outputs(of: 0).count == 1)
    }

    @Test func ignoresWhatBelongsToNoCell() {
        var play = Play(["a"])
        play.say(.status(.busy), of: 9)
        play.say(.status(.idle), of: nil)
        play.say(.stream(StreamContent(name: .standardOutput, text: "stray")), of: nil)
        #expect(play.statuses == [.pending])
        #expect(play.actions.isEmpty)
    }

    @Test func measuresACellFromWhenItBegins() {
        var play = Play(["a", "b"])
        play.finish(0)
        play.elapsed = 10
        play.say(.status(.busy), of: 1)
        play.elapsed = 13
        play.finish(1)
        #expect(play.machine.reports[1].duration == .seconds(3))
    }

    @Test func stopsAtTheFirstCellThatFails() {
        var play = Play(["a", "b", "c"])
        play.finish(0)
        play.finish(1, as: .failed)
        #expect(play.statuses == [.passed, .failed, .notRun])
        #expect(play.machine.ending == .failed(cell: 1))
        play.say(.stream(StreamContent(name: .standardOutput, text: "after")), of: 2)
        #expect(play.machine.fold.outputs(of: 2).isEmpty)
    }

    @Test func recordsAnErrorThatOnlyTheReplyNames() {
        var play = Play(["a"])
        play.finish(0, as: .failed)
        #expect(play.errors(of: 0) == ["E"])
        #expect(play.machine.reports[0].error?.name == "E")
    }

    @Test func doesNotFailForAnErrorThatTheReplyDoesNotName() {
        var play = Play(["a"])
        play.say(.error(ErrorContent(name: "Mishap", value: "")), of: 0)
        play.finish(0)
        #expect(play.machine.ending == .passed)
        #expect(play.errors(of: 0) == ["Mishap"])
    }

    @Test func goesOnAfterCellsThatMayFail() {
        var tagged = Play(["a", "b"], tags: [0: "raises-exception"])
        tagged.finish(0, as: .failed)
        tagged.finish(1)
        #expect(tagged.statuses == [.raised, .passed])
        #expect(tagged.machine.ending == .passed)
        var all = Play(["a", "b"]) { $0.allowsErrors = true }
        all.finish(0, as: .failed)
        all.finish(1, as: .failed)
        #expect(all.statuses == [.raised, .raised])
        #expect(all.machine.ending == .passed)
    }

    @Test func handsOverAgainWhatTheKernelDroppedWithoutNeed() {
        var play = Play(["a", "b"], tags: [0: "raises-exception"])
        play.finish(0, as: .failed)
        play.finish(1, as: .aborted)
        #expect(play.sent == [1])
        play.finish(1)
        #expect(play.statuses == [.raised, .passed])
        var twice = Play(["a"])
        twice.finish(0, as: .aborted)
        twice.finish(0, as: .aborted)
        #expect(twice.machine.ending == .failed(cell: 0))
    }

    @Test func interruptsACellThatTakesTooLong() {
        var play = Play(["a", "b"]) { $0.cellLimit = .seconds(3) }
        play.say(.status(.busy), of: 0)
        #expect(play.actions.last == .wake(.cellLimit(cell: 0), at: play.start + .seconds(3)))
        play.elapsed = 3
        play.reach(.cellLimit(cell: 0))
        #expect(play.actions == [.interrupt, .wake(.grace, at: play.start + .seconds(8))])
        play.say(.error(ErrorContent(name: "Interrupted", value: "")), of: 0)
        play.finish(0, as: .failed)
        #expect(play.statuses == [.timedOut, .notRun])
        #expect(play.machine.ending == .timedOut(cell: 0, limit: .seconds(3)))
        #expect(play.errors(of: 0) == ["Timeout", "Interrupted"])
        #expect(play.machine.reports[0].error?.value == "the cell did not end within 3 s")
    }

    @Test func doesNotMindALimitOfACellThatIsOver() {
        var play = Play(["a", "b"]) { $0.cellLimit = .seconds(3) }
        play.finish(0)
        play.reach(.cellLimit(cell: 0))
        #expect(play.actions.isEmpty)
    }

    @Test func endsTheKernelWhereAnInterruptDoesNotHelp() {
        var play = Play(["a"]) { $0.cellLimit = .seconds(3) }
        play.say(.status(.busy), of: 0)
        play.reach(.cellLimit(cell: 0))
        play.reach(.grace)
        #expect(play.actions == [.kill])
        play.say(.exit(KernelExit(status: .killed(signal: 9))), of: nil)
        #expect(play.statuses == [.timedOut])
        #expect(play.machine.ending == .timedOut(cell: 0, limit: .seconds(3)))
        #expect(play.errors(of: 0) == ["Timeout"])
    }

    @Test func limitsAllCellsTogether() {
        var play = Play(["a", "b"]) { $0.totalLimit = .seconds(5) }
        #expect(play.actions.first == .wake(.totalLimit, at: play.start + .seconds(5)))
        play.finish(0)
        play.say(.status(.busy), of: 1)
        play.reach(.totalLimit)
        #expect(play.actions.first == .interrupt)
        play.finish(1, as: .failed)
        #expect(play.machine.ending == .timedOut(cell: 1, limit: .seconds(5)))
        var between = Play(["a"]) { $0.totalLimit = .seconds(5) }
        between.reach(.totalLimit)
        #expect(between.machine.ending == .timedOut(cell: nil, limit: .seconds(5)))
        #expect(between.statuses == [.notRun])
    }

    @Test func saysThatTheKernelEndedAndWhatItWroteLast() {
        var play = Play(["a", "b", "c"])
        play.finish(0)
        play.say(.status(.busy), of: 1)
        play.say(.stream(StreamContent(name: .standardOutput, text: "kept")), of: 1)
        let exit = KernelExit(status: .killed(signal: 9), lines: ["no memory"])
        play.say(.exit(exit), of: nil)
        #expect(play.statuses == [.passed, .died, .notRun])
        #expect(play.machine.ending == .died(cell: 1, exit))
        #expect(play.machine.fold.outputs(of: 1).count == 2)
        let error = play.machine.reports[1].error
        #expect(error?.value == "the kernel ended with SIGKILL, perhaps for want of memory")
        #expect(error?.traceback.last == "no memory")
        var between = Play(["a"])
        between.say(.exit(exit), of: nil)
        #expect(between.machine.ending == .died(cell: nil, exit))
    }

    @Test func stopsGentlyAndTheSecondTimeAtOnce() {
        var play = Play(["a", "b"])
        play.say(.status(.busy), of: 0)
        play.stop()
        #expect(play.actions.first == .interrupt)
        play.stop()
        #expect(play.actions == [.kill])
        play.say(.exit(KernelExit(status: .killed(signal: 9))), of: nil)
        #expect(play.statuses == [.stopped, .notRun])
        #expect(play.machine.ending == .stopped)
        #expect(play.errors(of: 0).isEmpty)
        var idle = Play(["a"])
        idle.stop()
        #expect(idle.machine.ending == .stopped)
    }

    @Test func goesOnWhereTheKernelForgetsToBecomeIdle() {
        var play = Play(["a", "b"])
        play.say(.status(.busy), of: 0)
        play.say(.executeReply(ExecuteReply(executionCount: 1, outcome: .passed)), of: 0)
        #expect(play.actions == [.wake(.missingMessage(cell: 0), at: play.start + .seconds(4))])
        play.reach(.missingMessage(cell: 0))
        let warning = "the kernel did not say that cell 1 was over; output may be missing"
        #expect(play.actions.first == .report(.warning(warning)))
        #expect(play.statuses == [.passed, .pending])
        play.reach(.missingMessage(cell: 0))
        #expect(play.actions.isEmpty)
    }

    @Test func failsACellThatIsNeverAnswered() {
        var play = Play(["a", "b"])
        play.say(.status(.busy), of: 0)
        play.say(.status(.idle), of: 0)
        play.reach(.missingMessage(cell: 0))
        #expect(play.statuses == [.failed, .notRun])
        #expect(
            play.machine.reports[0].error?.value
                == "the kernel never answered the request to run cell 1")
    }

    @Test func passesOnWhatCouldNotBeRead() {
        var play = Play(["a"])
        play.say(.malformed("could not read a message"), of: nil)
        #expect(play.actions == [.report(.warning("could not read a message"))])
    }
}

extension ExecuteReply.Outcome {
    /// The outcome of a cell that ran to its end.
    fileprivate static let passed = Self.succeeded(payloads: [], userExpressions: [])

    /// The outcome of a cell that failed.
    fileprivate static let failed = Self.failed(ErrorContent(name: "E", value: "v"))
}

import Glibc
import JSON
import JupyterClient
import JupyterProtocol
import NotebookDocument
import NotebookRunner
import Processes
import Synchronization
import TestSupport
import Testing

@Suite struct NotebookRunnerTests {
    /// Runs cells, each given as the lines of its source, in a fake kernel with some habits.
    private func run(
        _ cells: [String], habits: [String] = [], tags: [Int: String] = [:],
        options: RunOptions = RunOptions(), observer: RunObserver = RunObserver(),
        stopSwitch: StopSwitch = StopSwitch()
    ) async throws -> NotebookRun {
        let notebook = Notebook(
            cells: cells.enumerated().map { index, source in
                let metadata: JSONObject =
                    tags[index].map { ["tags": .array([.string($0)])] } ?? [:]
                return NotebookCell(
                    .code, id: "cell-\(index)", source: source, metadata: metadata,
                    outputs: [CellOutput(.stream(name: "stdout", text: "stale"))],
                    executionCount: 99)
            })
        let specification = KernelSpecification(
            name: "fake", arguments: [BuiltPrograms.fakeKernel, "{connection_file}"] + habits,
            displayName: "Fake", language: "fake", interruptMode: .message)
        let launch = KernelLaunch(specification, transport: .ipc, environment: [:])
        let kernel = try await RunningKernel.start(launch, on: EventLoop())
        let run = await NotebookExecutor(options: options, observer: observer)
            .run(notebook, in: kernel, stopSwitch: stopSwitch)
        await kernel.shutDown(patience: .milliseconds(200))
        return run
    }

    /// Returns the standard output of a cell.
    private func output(_ run: NotebookRun, _ cell: Int) -> String {
        run.notebook.cells[cell].outputs.map { output in
            guard case .stream("stdout", let text) = output.content else { return "" }
            return text
        }.joined()
    }

    @Test(arguments: [true, false])
    func playsANotebookAndNotesTheKernel(handsOverAtOnce: Bool) async throws {
        var options = RunOptions()
        options.handsOverAtOnce = handsOverAtOnce
        let run = try await run(
            ["print a\ncell-id", "show x one", "update x two\nresult 3"], options: options)
        #expect(run.ending == .passed)
        #expect(output(run, 0) == "a\ncell-0\n")
        #expect(run.notebook.cells[1].outputs[0].displayedData?.forms["text/plain"] == "two")
        #expect(run.notebook.cells.map(\.executionCount) == [1, 2, 3])
        #expect(run.completedCells == [0, 1, 2])
        #expect(
            run.notebook.metadata["kernelspec"] == [
                "display_name": "Fake", "language": "fake", "name": "fake",
            ])
        #expect(run.notebook.metadata["language_info"]?["name"] == "fake")
    }

    @Test func givesTheSameBytesTwice() async throws {
        let cells = ["print a\nwarn b", "show x one\nresult 1", "raise E v"]
        let first = try await run(cells)
        let second = try await run(cells)
        #expect(first.notebook.bytes == second.notebook.bytes)
    }

    @Test func keepsWhatWasPutOutBeforeAFailureAndForgetsTheRest() async throws {
        let run = try await run(["print a", "print b\nraise E v", "print c"])
        #expect(run.ending == .failed(cell: 1))
        #expect(run.reports.map(\.status) == [.passed, .failed, .notRun])
        #expect(run.notebook.cells[1].outputs.count == 2)
        #expect(run.notebook.cells[2].outputs.isEmpty)
        #expect(run.notebook.cells[2].executionCount == nil)
    }

    @Test func goesOnAfterTaggedFailuresEvenWhereTheKernelDropsItsQueue() async throws {
        let run = try await run(
            ["raise E v", "print b", "print c"], habits: ["--drops-always"],
            tags: [0: "raises-exception"])
        #expect(run.ending == .passed)
        #expect(run.reports.map(\.status) == [.raised, .passed, .passed])
        #expect(output(run, 1) == "b\n")
    }

    @Test func leavesOutTaggedCellsWithTheirOutputs() async throws {
        let run = try await run(["print a", "print b"], tags: [0: "skip-execution"])
        #expect(output(run, 0) == "stale")
        #expect(run.notebook.cells[0].executionCount == 99)
        #expect(run.notebook.cells[1].executionCount == 1)
    }

    @Test func attributesLateAndStrayOutput() async throws {
        let run = try await run(["print a", "late b\nstray c\nprint d"])
        #expect(output(run, 0) == "a\nb\n")
        #expect(output(run, 1) == "d\n")
    }

    @Test func saysThatTheKernelDied() async throws {
        // Messages that the kernel has not sent yet are lost with it, even those of the previous
        // cell.
        var options = RunOptions()
        options.handsOverAtOnce = false
        let run = try await run(["print a", "log reason\nkill 9", "print b"], options: options)
        let exit = KernelExit(status: .killed(signal: SIGKILL), lines: ["reason"])
        #expect(run.ending == .died(cell: 1, exit))
        #expect(output(run, 0) == "a\n")
        #expect(run.reports.map(\.status) == [.passed, .died, .notRun])
    }

    @Test func namesTheCellInWhichAKernelDiedThatGotAllAtOnceAndNotesThem() async throws {
        for fatal in 0..<6 {
            var cells = (0..<6).map { "print \($0)" }
            cells[fatal] += "\nkill 9"
            let run = try await run(cells, habits: ["--notes-cells"])
            #expect(
                run.reports.map(\.status)
                    == (0..<6).map { $0 < fatal ? .passed : $0 == fatal ? .died : .notRun })
            let error = run.reports[fatal].error?.value
            #expect(error == "the kernel ended with SIGKILL, perhaps for want of memory")
        }
    }

    @Test func savesAfterEveryCellOnlyWhatHasChanged() async throws {
        let saved = Mutex<[Notebook]>([])
        var options = RunOptions()
        options.saveInterval = .zero
        options.handsOverAtOnce = false
        let observer = RunObserver(keep: { notebook in saved.withLock { $0.append(notebook) } })
        let cells = ["show x one"] + (1..<50).map { "print \($0)" } + ["update x two"]
        let run = try await run(cells, options: options, observer: observer)
        #expect(run.ending == .passed)
        let notebooks = saved.withLock { $0 }
        #expect(!notebooks.isEmpty)
        // Each contains at least what the one before did.
        let counts = notebooks.map { $0.cells.count { !$0.outputs.isEmpty } }
        #expect(counts == counts.sorted())
        // An update of the first cell's display by the last is not overlooked.
        let first = run.notebook.cells[0].outputs[0].displayedData
        #expect(first?.forms["text/plain"] == "two")
        #expect(
            run.notebook.cells.allSatisfy { $0.source.hasPrefix("update") || $0.outputs.count == 1 }
        )
    }

    @Test(arguments: ["hang", "hang hard"])
    func interruptsOrKillsACellThatTakesTooLong(source: String) async throws {
        var options = RunOptions()
        options.cellLimit = .milliseconds(100)
        options.grace = .milliseconds(100)
        let run = try await run(["print a", source, "print c"], options: options)
        #expect(run.ending == .timedOut(cell: 1, limit: .milliseconds(100)))
        #expect(run.reports.map(\.status) == [.passed, .timedOut, .notRun])
    }

    @Test func stopsWhenItIsAskedTo() async throws {
        let stopSwitch = StopSwitch()
        let observer = RunObserver(didHappen: { event in
            if case .began(let report) = event, report.cell == 1 { stopSwitch.stop() }
        })
        let run = try await run(
            ["print a", "hang", "print c"], observer: observer, stopSwitch: stopSwitch)
        #expect(run.ending == .stopped)
        #expect(run.reports.map(\.status) == [.passed, .stopped, .notRun])
        #expect(output(run, 0) == "a\n")
    }

    @Test func reportsEveryBeginningAndEnd() async throws {
        let events = Mutex<[RunEvent]>([])
        let observer = RunObserver(didHappen: { event in events.withLock { $0.append(event) } })
        _ = try await run(["print a\nprint b", "  \nraise E v", "print c"], observer: observer)
        let lines = events.withLock { events in
            events.map { event in
                switch event {
                case .began(let report): "began \(report.ordinal)/\(report.total) \(report.title)"
                case .ended(let report): "ended \(report.ordinal) \(report.error?.name ?? "well")"
                case .warning(let text): text
                }
            }
        }
        #expect(
            lines == [
                "began 1/3 print a", "ended 1 well", "began 2/3 raise E v", "ended 2 E",
            ])
    }

    @Test func copesWithAFlood() async throws {
        let run = try await run(["flood 5000"])
        #expect(run.notebook.cells[0].outputs.count == 1)
        #expect(output(run, 0).utf8.split(separator: 0x0A).count == 5000)
    }

    @Test(arguments: ["spam", "spam hard"])
    func aFloodHidesNoAlarm(source: String) async throws {
        var options = RunOptions()
        options.cellLimit = .milliseconds(500)
        options.grace = .milliseconds(500)
        options.outputLimit = 100_000
        let clock = ContinuousClock()
        let start = clock.now
        let run = try await run(["print a", source, "print c"], options: options)
        #expect(clock.now - start < .seconds(30))
        #expect(run.ending == .timedOut(cell: 1, limit: .milliseconds(500)))
        #expect(run.reports[1].isCut)
        #expect(run.notebook.bytes.count < 150_000)
    }

    @Test func aFloodHidesNoStop() async throws {
        let stopSwitch = StopSwitch()
        let observer = RunObserver(didHappen: { event in
            if case .warning(let text) = event, text.contains("was cut") { stopSwitch.stop() }
        })
        var options = RunOptions()
        options.outputLimit = 100_000
        let run = try await run(
            ["spam"], options: options, observer: observer, stopSwitch: stopSwitch)
        #expect(run.ending == .stopped)
        #expect(run.reports.map(\.status) == [.stopped])
    }

    @Test func blamesTheCellInWhichTheKernelDied() async throws {
        var options = RunOptions()
        options.handsOverAtOnce = false
        for place in 0..<4 {
            var cells = (0..<4).map { "print \($0)" }
            cells[place] += "\nkill 9"
            let run = try await run(cells, options: options)
            guard case .died(place, _) = run.ending else {
                Issue.record("\(run.ending) instead of \(place)")
                continue
            }
            for cell in 0..<place { #expect(output(run, cell) == "\(cell)\n") }
        }
    }
}

internal import JSON
internal import JupyterClient
internal import JupyterProtocol
internal import NotebookDocument
internal import Synchronization

/// Where a run takes place: the machine decides, and this carries it out.
///
/// What the kernel says is seen to on the thread on which it arrives, so that nothing piles up here;
/// alarms and stops have the machine as soon as they ask for it, whatever the kernel says meanwhile.
final class RunStage: Sendable {
    /// What threads share.
    private struct State {
        /// What decides.
        var machine: RunMachine
        /// Whether anything has happened since the notebook was kept last.
        var hasNews = false
    }

    /// What is to be told to those who watch, in order; ends with the run.
    let news: AsyncStream<RunEvent>

    /// Where that is put.
    private let teller: AsyncStream<RunEvent>.Continuation

    /// The notebook without outputs.
    private let notebook: Notebook

    /// Which cells are run.
    private let plan: RunPlan

    /// Who runs them.
    private let kernel: RunningKernel

    /// What threads share.
    private let state: Mutex<State>

    /// The moments that are waited for.
    private let alarms: Mutex<AlarmClock<RunMachine.Alarm>?> = Mutex(nil)

    /// Sets the stage.
    init(notebook: Notebook, plan: RunPlan, kernel: RunningKernel, machine: RunMachine) {
        self.notebook = notebook
        self.plan = plan
        self.kernel = kernel
        state = Mutex(State(machine: machine))
        (news, teller) = AsyncStream.makeStream()
    }

    /// What became of the cells.
    var reports: [CellReport] { state.withLock { $0.machine.reports } }

    /// How the run ended.
    var ending: RunEnding { state.withLock { $0.machine.ending ?? .stopped } }

    /// The notebook with all that has been put out so far.
    var notebookSoFar: Notebook {
        // Putting texts together takes its time, for which nobody is to wait.
        let machine = state.withLock { $0.machine }
        var result = notebook
        for report in machine.reports where report.status != .notRun {
            result.cells[report.cell].outputs = machine.fold.outputs(of: report.cell)
            result.cells[report.cell].executionCount = machine.executionCount(of: report.cell)
        }
        let widgets = machine.fold.widgetMetadata(addedTo: notebook.metadata["widgets"])
        if let widgets { result.metadata["widgets"] = widgets }
        return result
    }

    /// The notebook so far, where anything has happened since it was asked for last.
    var notebookToKeep: Notebook? {
        let hasNews = state.withLock { state in
            defer { state.hasNews = false }
            return state.hasNews
        }
        return hasNews ? notebookSoFar : nil
    }

    /// Begins the run.
    func begin() {
        alarms.withLock { alarms in
            alarms = AlarmClock { [weak self] alarm in
                self?.change { $0.machine.handle(alarm, at: .now) }
            }
        }
        change { $0.machine.start(at: .now) }
        kernel.receive { event in
            self.change { state in
                state.hasNews = true
                return state.machine.handle(event, at: .now)
            }
        }
    }

    /// Asks the run to stop.
    func stop() {
        change { $0.machine.stop(at: .now) }
    }

    /// Lets go of the kernel and the clock.
    func end() {
        kernel.receive { _ in }
        alarms.withLock { alarms in
            alarms?.stop()
            alarms = nil
        }
    }

    /// Tells the machine something, and does what it says before anybody else can tell it more.
    private func change(_ tell: (inout State) -> [RunMachine.Action]) {
        state.withLock { state in
            for action in tell(&state) { perform(action, &state) }
        }
    }

    /// Does what the machine says; nothing of it takes long.
    private func perform(_ action: RunMachine.Action, _ state: inout State) {
        switch action {
        case .execute(let cell):
            let request = plan.request(for: cell, of: notebook)
            let id = kernel.execute(request, cellID: notebook.cells[cell].id)
            state.machine.didSend(cell: cell, as: id)
        case .interrupt: Task { [kernel] in await kernel.interrupt() }
        case .terminate: Task { [kernel] in await kernel.terminate() }
        case .kill: Task { [kernel] in await kernel.kill() }
        case .answer: kernel.answer("")
        case .say(let message): kernel.send(message)
        case .wake(let alarm, let moment): alarms.withLock { $0?.set(alarm, at: moment) }
        case .report(let event): teller.yield(event)
        case .finish: teller.finish()
        }
    }
}

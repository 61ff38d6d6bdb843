internal import JSON
internal import JupyterClient
internal import JupyterProtocol
internal import NotebookDocument
internal import Synchronization

/// The environment of a run: it performs the actions of the state machine.
///
/// Events of the kernel are handled on the thread on which they arrive, so that they do not
/// accumulate; alarms and stops get access to the machine promptly, however many events arrive.
final class RunStage: Sendable {
    /// The state shared between threads.
    private struct State {
        /// The state machine.
        var machine: RunMachine
        /// Indicates whether anything has changed since the notebook was last saved.
        var hasNews = false
    }

    /// The events for observers, in order; the stream ends with the run.
    let news: AsyncStream<RunEvent>

    /// The continuation of the events.
    private let teller: AsyncStream<RunEvent>.Continuation

    /// The notebook without outputs.
    private let notebook: Notebook

    /// The plan of the run.
    private let plan: RunPlan

    /// The kernel that runs the cells.
    private let kernel: RunningKernel

    /// The state shared between threads.
    private let state: Mutex<State>

    /// The notebook with the outputs so far, in which only those that have changed are replaced.
    private let kept: Mutex<Kept>

    /// The ends of cells and other times to save; those that nobody has taken yet count as one.
    let occasions: AsyncStream<Void>

    /// The continuation of the times to save.
    private let occasion: AsyncStream<Void>.Continuation

    /// The scheduled alarms.
    private let alarms: Mutex<AlarmClock<RunMachine.Alarm>?> = Mutex(nil)

    /// Creates the environment of a run.
    init(notebook: Notebook, plan: RunPlan, kernel: RunningKernel, machine: RunMachine) {
        self.notebook = notebook
        self.plan = plan
        self.kernel = kernel
        state = Mutex(State(machine: machine))
        kept = Mutex(Kept(notebook: notebook))
        (occasions, occasion) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        (news, teller) = AsyncStream.makeStream()
    }

    /// The reports of the cells.
    var reports: [CellReport] { state.withLock { $0.machine.reports } }

    /// The ending of the run.
    var ending: RunEnding { state.withLock { $0.machine.ending ?? .stopped } }

    /// The notebook with all outputs so far.
    var notebookSoFar: Notebook {
        // Joining texts takes time, during which the lock should not be held.
        let machine = state.withLock { $0.machine }
        return kept.withLock { kept in
            for report in machine.reports where report.status != .notRun {
                let cell = report.cell
                kept.notebook.cells[cell].executionCount = machine.executionCount(of: cell)
                let revision = machine.fold.revision(of: cell)
                guard kept.revisions[cell, default: 0] != revision else { continue }
                kept.revisions[cell] = revision
                kept.notebook.cells[cell].outputs = machine.fold.outputs(of: cell)
            }
            let widgets = machine.fold.widgetMetadata(addedTo: notebook.metadata["widgets"])
            if let widgets { kept.notebook.metadata["widgets"] = widgets }
            return kept.notebook
        }
    }

    /// The notebook with the outputs at the last call of `notebookSoFar`.
    private struct Kept {
        /// The notebook.
        var notebook: Notebook
        /// The numbers of changes that its cells' outputs contain.
        var revisions: [Int: Int] = [:]
    }

    /// The notebook so far, or `nil` if nothing has changed since the last call.
    var notebookToKeep: Notebook? {
        let hasNews = state.withLock { state in
            defer { state.hasNews = false }
            return state.hasNews
        }
        return hasNews ? notebookSoFar : nil
    }

    /// Starts the run.
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

    /// Announces a time to save the outputs of the running cell.
    func suggestSaving() { occasion.yield() }

    /// Stops the run.
    func stop() {
        change { $0.machine.stop(at: .now) }
    }

    /// Releases the kernel and the clock.
    func end() {
        kernel.receive { _ in }
        alarms.withLock { alarms in
            alarms?.stop()
            alarms = nil
        }
    }

    /// Changes the state, and performs the resulting actions before any other change.
    private func change(_ tell: (inout State) -> [RunMachine.Action]) {
        state.withLock { state in
            for action in tell(&state) { perform(action, &state) }
        }
    }

    /// Performs an action, without blocking.
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
        case .report(let event):
            teller.yield(event)
            if case .ended = event { occasion.yield() }
        case .finish:
            teller.finish()
            occasion.finish()
        }
    }
}

internal import JupyterClient
internal import JupyterProtocol
internal import NotebookDocument

/// Where a run takes place: the machine decides, and this carries it out.
actor RunStage {
    /// What can happen to a run.
    enum Input: Sendable {
        /// The kernel said something.
        case event(KernelEvent)
        /// A moment has come that the machine waits for.
        case alarm(RunMachine.Alarm)
        /// Somebody wants the run to stop.
        case stop
        /// It is time to keep the notebook.
        case keep
    }

    /// The notebook without outputs.
    private let notebook: Notebook

    /// Which cells are run.
    private let plan: RunPlan

    /// Who runs them.
    private let kernel: Kernel

    /// Who watches.
    private let observer: RunObserver

    /// What decides.
    private var machine: RunMachine

    /// Whether anything has happened since the notebook was kept last.
    private var hasNews = false

    /// Whether the machine has ended the run.
    private var isOver = false

    /// The moments that are waited for.
    private var alarms: [Task<Void, Never>] = []

    /// Sets the stage.
    init(
        notebook: Notebook, plan: RunPlan, kernel: Kernel, observer: RunObserver,
        machine: RunMachine
    ) {
        self.notebook = notebook
        self.plan = plan
        self.kernel = kernel
        self.observer = observer
        self.machine = machine
    }

    /// What became of the cells.
    var reports: [CellReport] { machine.reports }

    /// The notebook with all that has been put out so far.
    var notebookSoFar: Notebook {
        var result = notebook
        for report in machine.reports where report.status != .notRun {
            result.cells[report.cell].outputs = machine.fold.outputs(of: report.cell)
            result.cells[report.cell].executionCount = machine.executionCount(of: report.cell)
        }
        return result
    }

    /// Runs the cells until the run is over, and returns how it ended.
    func play(_ inputs: AsyncStream<Input>, wake: AsyncStream<Input>.Continuation) async
        -> RunEnding
    {
        await perform(machine.start(at: .now), wake: wake)
        for await input in inputs {
            guard !isOver else { break }
            await handle(input, wake: wake)
            guard !isOver else { break }
        }
        for alarm in alarms { alarm.cancel() }
        return machine.ending ?? .stopped
    }

    /// Tells the machine what has happened and does what it says.
    private func handle(_ input: Input, wake: AsyncStream<Input>.Continuation) async {
        switch input {
        case .event(let event):
            hasNews = true
            await perform(machine.handle(event, at: .now), wake: wake)
        case .alarm(let alarm): await perform(machine.handle(alarm, at: .now), wake: wake)
        case .stop: await perform(machine.stop(at: .now), wake: wake)
        case .keep:
            if hasNews { observer.keep(notebookSoFar) }
            hasNews = false
        }
    }

    /// Does what the machine says.
    private func perform(
        _ actions: [RunMachine.Action], wake: AsyncStream<Input>.Continuation
    ) async {
        for action in actions {
            switch action {
            case .execute(let cell):
                let request = plan.request(for: cell, of: notebook)
                let id = kernel.execute(request, cellID: notebook.cells[cell].id)
                machine.didSend(cell: cell, as: id)
            case .interrupt: await kernel.interrupt()
            case .kill: await kernel.kill()
            case .wake(let alarm, let moment):
                alarms.append(
                    Task {
                        guard (try? await Task.sleep(until: moment)) != nil else { return }
                        wake.yield(.alarm(alarm))
                    })
            case .report(let event): observer.didHappen(event)
            case .finish: isOver = true
            }
        }
    }
}

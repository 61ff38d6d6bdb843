public import JupyterClient
public import NotebookDocument

/// A runner that executes a notebook in a kernel and collects the outputs.
public struct NotebookExecutor: Sendable {
    /// The options of runs.
    private let options: RunOptions

    /// The observer of runs.
    private let observer: RunObserver

    /// The interval at which the notebook of a long run is saved.
    private static let keepInterval = Duration.seconds(5)

    /// Creates a runner.
    public init(options: RunOptions = RunOptions(), observer: RunObserver = RunObserver()) {
        self.options = options
        self.observer = observer
    }

    /// Runs a notebook; the kernel keeps running afterwards.
    ///
    /// A failed cell or the end of the kernel is part of the result and does not throw.
    ///
    /// - Parameters:
    ///   - notebook: the notebook to run; outputs of earlier runs are discarded.
    ///   - kernel: a kernel that was started for this notebook.
    ///   - stopSwitch: a switch with which the run can be stopped.
    public func run(
        _ notebook: Notebook, in kernel: RunningKernel, stopSwitch: StopSwitch = StopSwitch()
    ) async -> NotebookRun {
        let start = ContinuousClock.now
        let plan = RunPlan(notebook, allowsErrors: options.allowsErrors)
        let prepared = plan.cleared(notebook).describing(kernel)
        let machine = RunMachine(prepared, plan: plan, options: options)
        let stage = RunStage(notebook: prepared, plan: plan, kernel: kernel, machine: machine)
        let watching = Task { for await _ in stopSwitch.requests { stage.stop() } }
        let keeping = Task { [observer] in
            while (try? await Task.sleep(for: Self.keepInterval)) != nil {
                if let notebook = stage.notebookToKeep { observer.keep(notebook) }
            }
        }
        stage.begin()
        for await event in stage.news { observer.didHappen(event) }
        watching.cancel()
        keeping.cancel()
        stage.end()
        // Otherwise a pending save could overwrite the result.
        await keeping.value
        return NotebookRun(
            notebook: stage.notebookSoFar, reports: stage.reports, ending: stage.ending,
            duration: ContinuousClock.now - start, skipped: plan.skipped)
    }
}

public import JupyterClient
public import NotebookDocument

/// Plays a notebook through a kernel and keeps what comes out.
public struct NotebookExecutor: Sendable {
    /// How notebooks are run.
    private let options: RunOptions

    /// Who watches.
    private let observer: RunObserver

    /// How often a long run's notebook is kept.
    private static let keepInterval = Duration.seconds(5)

    /// Makes a runner.
    public init(options: RunOptions = RunOptions(), observer: RunObserver = RunObserver()) {
        self.options = options
        self.observer = observer
    }

    /// Runs a notebook; the kernel is left as it is afterwards.
    ///
    /// The result always tells what happened, also where a cell failed or the kernel ended.
    ///
    /// - Parameters:
    ///   - notebook: what to run; outputs of earlier runs are forgotten.
    ///   - kernel: a kernel that was started for this notebook.
    ///   - stopSwitch: how somebody else asks the run to stop.
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
        // What is being saved would otherwise be saved after the result.
        await keeping.value
        return NotebookRun(
            notebook: stage.notebookSoFar, reports: stage.reports, ending: stage.ending,
            duration: ContinuousClock.now - start, skipped: plan.skipped)
    }
}

public import JupyterClient
public import NotebookDocument

/// A runner that executes a notebook in a kernel and collects the outputs.
public struct NotebookExecutor: Sendable {
    /// The options of runs.
    private let options: RunOptions

    /// The observer of runs.
    private let observer: RunObserver

    /// The interval at which the outputs of a long cell are saved.
    private static let longCellInterval = Duration.seconds(5)

    /// The least ratio of the time between two saves to the time that a save takes, so that saves
    /// take at most a sixth of the time however large the notebook is.
    private static let pauseRatio = 5

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
        let suggesting = Task {
            while (try? await Task.sleep(for: Self.longCellInterval)) != nil {
                stage.suggestSaving()
            }
        }
        let keeping = Task { await keep(stage) }
        stage.begin()
        for await event in stage.news { observer.didHappen(event) }
        watching.cancel()
        suggesting.cancel()
        keeping.cancel()
        stage.end()
        // Otherwise a pending save could overwrite the result.
        await keeping.value
        return NotebookRun(
            notebook: stage.notebookSoFar, reports: stage.reports, ending: stage.ending,
            duration: ContinuousClock.now - start, skipped: plan.skipped)
    }

    /// Saves the notebook after cells have ended, until the run ends.
    private func keep(_ stage: RunStage) async {
        var pause = options.saveInterval
        for await _ in stage.occasions {
            if pause > .zero { try? await Task.sleep(for: pause) }
            guard !Task.isCancelled else { return }
            let start = ContinuousClock.now
            if let notebook = stage.notebookToKeep { observer.keep(notebook) }
            pause = max(options.saveInterval, (ContinuousClock.now - start) * Self.pauseRatio)
        }
    }
}

public import JupyterClient
public import NotebookDocument

/// Plays a notebook through a kernel and keeps what comes out.
public struct NotebookRunner: Sendable {
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
        _ notebook: Notebook, in kernel: Kernel, stopSwitch: StopSwitch = StopSwitch()
    ) async -> NotebookRun {
        let start = ContinuousClock.now
        let plan = RunPlan(notebook, allowsErrors: options.allowsErrors)
        let prepared = plan.cleared(notebook).describing(kernel)
        let stage = RunStage(
            notebook: prepared, plan: plan, kernel: kernel, observer: observer,
            machine: RunMachine(prepared, plan: plan, options: options))
        let ending = await withTaskGroup(of: Void.self) { group in
            let (inputs, continuation) = AsyncStream.makeStream(of: RunStage.Input.self)
            kernel.receive { continuation.yield(.event($0)) }
            group.addTask { for await _ in stopSwitch.requests { continuation.yield(.stop) } }
            group.addTask {
                while (try? await Task.sleep(for: Self.keepInterval)) != nil {
                    continuation.yield(.keep)
                }
            }
            defer { group.cancelAll() }
            return await stage.play(inputs, wake: continuation)
        }
        return NotebookRun(
            notebook: await stage.notebookSoFar, reports: await stage.reports, ending: ending,
            duration: ContinuousClock.now - start)
    }
}

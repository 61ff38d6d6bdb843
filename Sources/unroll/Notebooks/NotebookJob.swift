internal import JupyterClient
internal import NotebookDocument
internal import NotebookRunner
internal import Processes

/// One notebook on its way through a kernel.
struct NotebookJob: Sendable {
    /// What becomes of the result.
    enum Purpose: Sendable {
        /// It is saved.
        case save(to: NotebookFile)
        /// It is compared with what the notebook holds.
        case compare(NotebookComparison)
        /// It takes the place of what the notebook holds, where the run went well.
        case update
    }

    /// What a job needs besides.
    struct Stage: Sendable {
        /// Where its kernel's process is waited for.
        let loop: EventLoop
        /// Where it writes.
        let terminal: Terminal
        /// What tells its lines from those of others that run at the same time.
        let label: String
        /// How it is asked to stop.
        let stopSwitch: StopSwitch
        /// The signal that asked everybody to stop, or 0.
        let signal: @Sendable () -> Int32
    }

    /// How a job ended.
    struct Result: Sendable {
        /// The code for the process to end with.
        var status: Int32
        /// What became of the notebook.
        var verdict: NotebookVerdict
    }

    /// Where the notebook stands.
    let file: NotebookFile

    /// The notebook, ready to be run.
    let notebook: Notebook

    /// The kernel to start.
    let launch: KernelLaunch

    /// How to run the notebook.
    let options: RunOptions

    /// What becomes of the result.
    let purpose: Purpose

    /// Starts the kernel, runs the notebook, and sees to the result.
    func run(on stage: Stage) async -> Result {
        let terminal = stage.terminal
        let kernel: Kernel
        let progress = LiveProgress(terminal: terminal, label: stage.label)
        progress.announce("\(file.path): starting \(launch.specification.displayName)")
        do {
            kernel = try await Kernel.start(launch, on: stage.loop)
        } catch {
            progress.end()
            terminal.complain("\(file.path): \(error)")
            let verdict = NotebookVerdict(path: file.path, reports: [], problem: "\(error)")
            return Result(status: ExitStatus.of(error), verdict: verdict)
        }
        progress.begin("\(file.path) (\(kernel.specification.displayName))")
        let observer = RunObserver(
            didHappen: { progress.show($0) }, keep: { keep($0, terminal: terminal) })
        let run = await NotebookRunner(options: options, observer: observer)
            .run(notebook, in: kernel, stopSwitch: stage.stopSwitch)
        progress.end()
        // A kernel that did not listen to an interrupt will not listen now.
        let patience: Duration = run.ending == .stopped ? .milliseconds(500) : .seconds(3)
        await kernel.shutDown(patience: patience)
        return conclude(run, on: stage)
    }

    /// Saves a notebook that is not finished yet, where that is the purpose.
    private func keep(_ notebook: Notebook, terminal: Terminal) {
        guard case .save(let target) = purpose else { return }
        do {
            try target.save(notebook)
        } catch {
            terminal.complain("\(error)")
        }
    }

    /// Tells what went wrong, and does with the result what it is for.
    private func conclude(_ run: NotebookRun, on stage: Stage) -> Result {
        let terminal = stage.terminal
        let failure = FailureText(style: terminal.style)
        for report in run.reports where report.status.isFailure {
            let source = run.notebook.cells[report.cell].source
            terminal.write(failure.text(for: report, source: source, notebook: file.path))
        }
        var status = ExitStatus.of(run.ending, signal: stage.signal())
        var mismatches: [OutputMismatch] = []
        do {
            mismatches = try fulfil(run, isSuccess: status == ExitStatus.success)
        } catch {
            terminal.complain("\(error)")
            status = max(status, ExitStatus.badInput)
        }
        for mismatch in mismatches { terminal.write("\(file.path), \(mismatch)\n") }
        if !mismatches.isEmpty { status = max(status, ExitStatus.mismatch) }
        let verdict = NotebookVerdict(
            path: file.path, reports: run.reports, mismatches: mismatches)
        return Result(status: status, verdict: verdict)
    }

    /// Does with the result what it is for, and returns what differs where it is compared.
    ///
    /// Where no cell was run at all, what was saved before stays.
    private func fulfil(
        _ run: NotebookRun, isSuccess: Bool
    ) throws(NotebookError) -> [OutputMismatch] {
        switch purpose {
        case .save(let target):
            let hasRun = run.reports.isEmpty || run.reports.contains { $0.status != .notRun }
            if hasRun { try target.save(run.notebook) }
            return []
        case .update:
            if isSuccess { try file.save(run.notebook) }
            return []
        case .compare(let comparison):
            return comparison.mismatches(
                expected: notebook, found: run.notebook, cells: run.completedCells)
        }
    }
}

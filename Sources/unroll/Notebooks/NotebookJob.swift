internal import JSON
internal import JupyterClient
internal import NotebookDocument
internal import NotebookRunner
internal import Processes

/// One notebook on its way through a kernel.
struct NotebookJob: Sendable {
    /// What becomes of the result.
    enum Purpose: Sendable {
        /// It is saved.
        case save(to: ResultFile)
        /// It is compared with what the notebook holds.
        case compare(NotebookComparison)
        /// It takes the place of what the notebook holds, where the run went well.
        case update(ResultFile)
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
    var launch: KernelLaunch

    /// How to run the notebook.
    let options: RunOptions

    /// What becomes of the result.
    let purpose: Purpose

    /// Whether the notebook works in a copy of its folder.
    var worksInCopy = false

    /// What the notebook is to tell of its run; nothing, where that is not wanted.
    var recording: Recording?

    /// What a notebook is to tell of its run.
    struct Recording: Sendable {
        /// What identifies what the notebook is to do, and with what.
        let fingerprint: String

        /// Whether durations are noted.
        let notesTime: Bool

        /// Returns the record of runs with a kernel.
        func record(of kernel: RunningKernel) -> RunRecord {
            let language = kernel.description.languageInfo
            return RunRecord(
                kernel: [
                    "implementation": .string(kernel.description.implementation),
                    "language": language["name"] ?? "", "name": .string(kernel.specification.name),
                    "version": language["version"] ?? "",
                ], fingerprint: fingerprint, notesTime: notesTime)
        }
    }

    /// Starts the kernel, runs the notebook, and sees to the result.
    func run(on stage: Stage) async -> Result {
        let terminal = stage.terminal
        let kernel: RunningKernel
        let progress = LiveProgress(terminal: terminal, label: stage.label)
        progress.announce("\(file.path): starting \(launch.specification.displayName)")
        var launch = launch
        var copy: ScratchCopy?
        defer { copy?.remove() }
        do {
            if worksInCopy {
                copy = try ScratchCopy(of: launch.workingDirectory ?? ".")
                launch.workingDirectory = copy?.path
            }
            kernel = try await RunningKernel.start(launch, on: stage.loop)
        } catch {
            progress.end()
            terminal.complain("\(file.path): \(error)")
            let verdict = NotebookVerdict(path: file.path, reports: [], problem: "\(error)")
            let status = (error as? JupyterClientError).map(ExitStatus.of) ?? ExitStatus.badInput
            return Result(status: status, verdict: verdict)
        }
        progress.begin("\(file.path) (\(kernel.specification.displayName))")
        let observer = RunObserver(
            didHappen: { progress.show($0) }, keep: { keep($0) })
        let run = await NotebookExecutor(options: options, observer: observer)
            .run(notebook, in: kernel, stopSwitch: stage.stopSwitch)
        progress.end()
        // A kernel that did not listen to an interrupt will not listen now.
        let patience: Duration = run.ending == .stopped ? .milliseconds(500) : .seconds(3)
        await kernel.shutDown(patience: patience)
        let record = recording?.record(of: kernel)
        return conclude(run, saving: record?.added(to: run) ?? run.notebook, on: stage)
    }

    /// Saves a notebook that is not finished yet, where that is the purpose.
    ///
    /// Where that is not possible, the end of the run will tell.
    private func keep(_ notebook: Notebook) {
        guard case .save(let target) = purpose else { return }
        _ = target.save(notebook)
    }

    /// Tells what went wrong, and does with the result what it is for.
    private func conclude(
        _ run: NotebookRun, saving notebook: Notebook, on stage: Stage
    ) -> Result {
        let terminal = stage.terminal
        let failure = FailureText(style: terminal.style)
        for report in run.reports where report.status.isFailure {
            let source = run.notebook.cells[report.cell].source
            terminal.write(failure.text(for: report, source: source, notebook: file.path))
        }
        let runStatus = ExitStatus.of(run.ending, signal: stage.signal())
        var statuses = [runStatus]
        switch fulfil(run, saving: notebook) {
        case .saved: break
        case .elsewhere(let sentence):
            terminal.complain(sentence)
            statuses.append(ExitStatus.savedElsewhere)
        case .lost(let sentence):
            terminal.complain(sentence)
            statuses.append(ExitStatus.badInput)
        }
        let mismatches = mismatches(of: run)
        for mismatch in mismatches { terminal.write("\(file.path), \(mismatch)\n") }
        if !mismatches.isEmpty { statuses.append(ExitStatus.mismatch) }
        let verdict = NotebookVerdict(
            path: file.path, reports: run.reports, mismatches: mismatches, ending: run.ending,
            duration: run.duration, points: NotebookPoints(of: run))
        return Result(status: ExitStatus.worst(of: statuses), verdict: verdict)
    }

    /// Saves the result, where that is the purpose.
    ///
    /// Where no cell was run at all, what was saved before stays.
    private func fulfil(_ run: NotebookRun, saving notebook: Notebook) -> ResultFile.Outcome {
        switch purpose {
        case .save(let target):
            let hasRun = run.reports.isEmpty || run.reports.contains { $0.status != .notRun }
            return hasRun ? target.save(notebook) : .saved
        case .update(let target): return run.ending == .passed ? target.save(notebook) : .saved
        case .compare: return .saved
        }
    }

    /// Returns what differs, where the result is compared.
    private func mismatches(of run: NotebookRun) -> [OutputMismatch] {
        guard case .compare(let comparison) = purpose else { return [] }
        return comparison.mismatches(
            expected: notebook, found: run.notebook, cells: run.completedCells)
    }
}

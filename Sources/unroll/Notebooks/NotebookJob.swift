internal import JSON
internal import JupyterClient
internal import NotebookDocument
internal import NotebookRunner
internal import Processes

/// The run of one notebook in a kernel.
struct NotebookJob: Sendable {
    /// The use of the result.
    enum Purpose: Sendable {
        /// The result is saved.
        case save(to: ResultFile)
        /// The result is compared with the stored outputs.
        case compare(NotebookComparison)
        /// The result replaces the stored outputs if the run succeeded.
        case update(ResultFile)
        /// The result is not saved, because the source is a script, which holds no outputs.
        case report
    }

    /// The environment of a job.
    struct Stage: Sendable {
        /// The event loop that waits for the kernel's process.
        let loop: EventLoop
        /// The terminal.
        let terminal: Terminal
        /// The label that distinguishes its lines from those of concurrent jobs.
        let label: String
        /// The number of the job, which distinguishes its row on a terminal.
        let number: Int
        /// The processors that it need not share with concurrent jobs, as far as there are enough.
        let processors: [Int]
        /// The switch that stops it.
        let stopSwitch: StopSwitch
        /// Returns the signal that stopped the batch, or 0.
        let signal: @Sendable () -> Int32
    }

    /// The result of a job.
    struct Result: Sendable {
        /// The exit code.
        var status: Int32
        /// The result of the notebook.
        var verdict: NotebookVerdict
        /// The notebook as it is now, where somebody wants it in another form.
        var notebook: Notebook?
    }

    /// The notebook file.
    let file: NotebookFile

    /// The notebook, prepared for the run.
    let notebook: Notebook

    /// The kernel to start.
    var launch: KernelLaunch

    /// The options of the run.
    let options: RunOptions

    /// The use of the result.
    let purpose: Purpose

    /// Indicates whether the notebook works in a copy of its folder.
    var worksInCopy = false

    /// Indicates whether the result contains the notebook, which may be large.
    var keepsNotebook = false

    /// The settings for the record of the run, or `nil` for no record.
    var recording: Recording?

    /// The settings for the record of a run.
    struct Recording: Sendable {
        /// The fingerprint of the notebook's inputs.
        let fingerprint: String

        /// Indicates whether durations are recorded.
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

    /// Starts the kernel, runs the notebook, and handles the result.
    func run(on stage: Stage) async -> Result {
        let terminal = stage.terminal
        let kernel: RunningKernel
        let progress = LiveProgress(terminal: terminal, label: stage.label, row: stage.number)
        progress.announce("\(file.path): starting \(launch.specification.displayName)")
        var launch = launch
        var copy: ScratchCopy?
        defer { copy?.remove() }
        do {
            if worksInCopy {
                copy = try ScratchCopy(of: launch.workingDirectory ?? ".")
                launch.workingDirectory = copy?.path
                launch.limits.processors = stage.processors
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
        // A kernel that did not react to an interrupt will not react now.
        let patience: Duration = run.ending == .stopped ? .milliseconds(500) : .seconds(3)
        await kernel.shutDown(patience: patience)
        let record = recording?.record(of: kernel)
        return conclude(run, saving: record?.added(to: run) ?? run.notebook, on: stage)
    }

    /// Saves an unfinished notebook, if the result is to be saved.
    ///
    /// A failure is reported at the end of the run.
    private func keep(_ notebook: Notebook) {
        guard case .save(let target) = purpose else { return }
        _ = target.save(notebook, isProvisional: true)
    }

    /// Reports problems, and uses the result for its purpose.
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
            duration: run.duration, points: NotebookPoints(of: run), notebook: run.notebook)
        return Result(
            status: ExitStatus.worst(of: statuses), verdict: verdict,
            notebook: keepsNotebook ? notebook : nil)
    }

    /// Saves the result, if that is its purpose.
    ///
    /// If no cell was run, an earlier result is kept.
    private func fulfil(_ run: NotebookRun, saving notebook: Notebook) -> ResultFile.Outcome {
        switch purpose {
        case .save(let target):
            let hasRun = run.reports.isEmpty || run.reports.contains { $0.status != .notRun }
            return hasRun ? target.save(notebook) : .saved
        case .update(let target): return run.ending == .passed ? target.save(notebook) : .saved
        case .compare, .report: return .saved
        }
    }

    /// Returns the differences, if the result is compared.
    private func mismatches(of run: NotebookRun) -> [OutputMismatch] {
        guard case .compare(let comparison) = purpose else { return [] }
        return comparison.mismatches(
            expected: notebook, found: run.notebook, cells: run.completedCells)
    }
}

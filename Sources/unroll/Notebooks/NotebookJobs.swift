internal import ArgumentParser
internal import JupyterClient
internal import NotebookDocument
internal import NotebookRunner
internal import Processes

/// Gets notebooks ready to be run; what is wrong with one of them does not keep the others.
struct NotebookJobs {
    /// What was said on the command line.
    let arguments: NotebookArguments

    /// Where problems are told.
    let terminal: Terminal

    /// The environment of the process.
    let environment: [String: String]

    /// What becomes of a notebook, which was read with some fingerprint.
    var purpose: (NotebookPaths.Entry, FileFingerprint?) throws -> NotebookJob.Purpose

    /// Who ends the kernels, when this process is killed; without one, they end, but not what they
    /// have started.
    private let processGuard = try? ProcessGuard()

    /// What to set in the notebooks.
    var parameters: [NotebookParameter] = []

    /// Whether notebooks tell of their runs.
    var records = false

    /// Whether notebooks tell how long their cells took.
    var recordsTime = false

    /// Whether nothing is told of notebooks that are left out.
    var isSilent = false

    /// Whether notebooks are left out whose results tell that they are complete.
    var skipsUnchanged = false

    /// Reads the notebooks and finds their kernels.
    ///
    /// - Returns: what is ready to be run, and what became of the notebooks that are not.
    func prepare(_ paths: NotebookPaths) -> (jobs: [NotebookJob], others: [NotebookJob.Result]) {
        var jobs: [NotebookJob] = []
        var failures: [NotebookJob.Result] = []
        for problem in paths.problems {
            terminal.complain(problem)
            failures.append(failure(problem, at: "notebooks"))
        }
        for entry in paths.entries {
            do {
                let job = try job(for: entry)
                if skipsUnchanged, isComplete(job) {
                    if !isSilent {
                        terminal.write(
                            "\(entry.path): nothing has changed since it ran, so it is not run\n")
                    }
                    failures.append(unchanged(entry.path))
                } else {
                    jobs.append(job)
                }
            } catch {
                let problem = error is MetadataError ? "\(entry.path): \(error)" : "\(error)"
                terminal.complain(problem)
                failures.append(failure(problem, at: entry.path))
            }
        }
        return (jobs, failures)
    }

    /// Writes which parameters the notebooks declare.
    func showParameters(_ paths: NotebookPaths) throws {
        for entry in paths.entries {
            let notebook: Notebook
            do {
                notebook = try NotebookFile(path: entry.path).read().notebook
            } catch {
                terminal.complain("\(error)")
                throw ExitCode(ExitStatus.badInput)
            }
            let language = notebook.languageName ?? "swift"
            terminal.write(
                "\(entry.path)\n" + ParameterListing(of: notebook, language: language).text)
        }
    }

    /// Says that a notebook could not be made ready.
    private func failure(_ problem: String, at path: String) -> NotebookJob.Result {
        NotebookJob.Result(
            status: ExitStatus.badInput,
            verdict: NotebookVerdict(path: path, reports: [], problem: problem))
    }

    /// Says that a notebook did not have to be run.
    private func unchanged(_ path: String) -> NotebookJob.Result {
        NotebookJob.Result(
            status: ExitStatus.success, verdict: NotebookVerdict(path: path, reports: []))
    }

    /// Whether the result of a job is there, and complete.
    private func isComplete(_ job: NotebookJob) -> Bool {
        guard case .save(let target) = job.purpose, let recording = job.recording,
            let result = try? target.file.read().notebook
        else { return false }
        return RunRecord.isComplete(result, for: recording.fingerprint)
    }

    /// Returns what a notebook is to tell of its run, where it is to.
    private func recording(
        for notebook: Notebook, at path: String, with launch: KernelLaunch, isOwn: Bool
    ) -> NotebookJob.Recording? {
        guard records || recordsTime || skipsUnchanged else { return nil }
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        let data = notebook.dataFiles.map { file in
            let file = file.hasPrefix("/") ? file : folder + file
            return "\(file) \(NotebookFile(path: file).fingerprint?.hexadecimal ?? "missing")"
        }
        // What compiles and runs cells holds the toolkit.
        let tools =
            isOwn
            ? [Installation.ofThisProcess.compiler, Installation.ofThisProcess.worker].map {
                NotebookFile(path: $0).fingerprint?.hexadecimal ?? "missing"
            } + [KernelIdentity.swiftVersion] : launch.specification.arguments
        let fingerprint = RunRecord.fingerprint(of: notebook, with: data + tools)
        return NotebookJob.Recording(fingerprint: fingerprint, notesTime: recordsTime)
    }

    /// Gets one notebook ready.
    private func job(for entry: NotebookPaths.Entry) throws -> NotebookJob {
        let file = NotebookFile(path: entry.path)
        let reading = try file.read()
        var notebook = reading.notebook
        try notebook.checkSettings()
        let choice = KernelChoice(
            name: arguments.kernel, environment: environment,
            limit: .seconds(arguments.startTimeout), processGuard: processGuard)
        let launch = try choice.launch(for: notebook, at: file.path)
        let language = notebook.languageName ?? launch.specification.language
        let hints = try ParameterInjection(parameters).apply(to: &notebook, language: language)
        for hint in reading.warnings.map(\.description) + hints {
            terminal.complain("\(file.path): \(hint)")
        }
        return NotebookJob(
            file: file, notebook: notebook, launch: launch,
            options: arguments.runOptions(withOwnKernel: choice.isOwn(for: notebook)),
            purpose: try purpose(entry, reading.fingerprint),
            recording: recording(
                for: notebook, at: file.path, with: launch, isOwn: choice.isOwn(for: notebook)))
    }
}

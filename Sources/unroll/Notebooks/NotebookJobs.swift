internal import ArgumentParser
internal import JupyterClient
internal import NotebookDocument
internal import NotebookRunner
internal import Processes

/// The preparation of notebooks for a run; a problem with one of them does not affect the others.
struct NotebookJobs {
    /// The arguments of the command.
    let arguments: NotebookArguments

    /// The terminal on which problems are reported.
    let terminal: Terminal

    /// The environment of the process.
    let environment: [String: String]

    /// Returns the use of a notebook's result, given the fingerprint of the file.
    var purpose: (NotebookPaths.Entry, FileFingerprint?) throws -> NotebookJob.Purpose

    /// The guard that ends the kernels if this process is killed; without it, they end, but not the
    /// processes that they have started.
    private let processGuard = try? ProcessGuard()

    /// The parameters to set in the notebooks.
    var parameters: [NotebookParameter] = []

    /// Indicates whether runs are recorded in the notebooks.
    var records = false

    /// Indicates whether the durations of cells are recorded.
    var recordsTime = false

    /// Indicates whether skipped notebooks are not mentioned.
    var isSilent = false

    /// Indicates whether to skip notebooks whose recorded results are complete.
    var skipsUnchanged = false

    /// Reads the notebooks and finds their kernels.
    ///
    /// - Returns: the jobs that are ready to run, and the results of all other notebooks.
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
                    failures.append(unchanged(entry.path, job))
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

    /// Prints the parameters that the notebooks declare.
    func showParameters(_ paths: NotebookPaths) throws {
        for entry in paths.entries {
            let notebook: Notebook
            do {
                notebook = try NotebookSource(path: entry.path).read().notebook
            } catch {
                terminal.complain("\(error)")
                throw ExitCode(ExitStatus.badInput)
            }
            let language = notebook.languageName ?? "swift"
            terminal.write(
                "\(entry.path)\n" + ParameterListing(of: notebook, language: language).text)
        }
    }

    /// Returns the result of a notebook that could not be prepared.
    private func failure(_ problem: String, at path: String) -> NotebookJob.Result {
        NotebookJob.Result(
            status: ExitStatus.badInput,
            verdict: NotebookVerdict(path: path, reports: [], problem: problem))
    }

    /// Returns the result of a notebook that did not have to be run.
    private func unchanged(_ path: String, _ job: NotebookJob) -> NotebookJob.Result {
        var result = NotebookJob.Result(
            status: ExitStatus.success, verdict: NotebookVerdict(path: path, reports: []))
        if job.keepsNotebook, case .save(let target) = job.purpose {
            result.notebook = try? target.file.read().notebook
        }
        return result
    }

    /// Returns whether the result of a job exists and is complete.
    private func isComplete(_ job: NotebookJob) -> Bool {
        guard case .save(let target) = job.purpose, let recording = job.recording,
            let result = try? target.file.read().notebook
        else { return false }
        return RunRecord.isComplete(result, for: recording.fingerprint)
    }

    /// The fingerprints of the programs that compile and run cells, which contain the toolkit, and the
    /// version of Swift.
    private static let ownTools: [String] = {
        let installation = Installation.ofThisProcess
        let programs = [installation.compiler, installation.worker].map { path in
            NotebookFile(path: path).fingerprint?.hexadecimal ?? "missing"
        }
        return programs + [KernelIdentity.swiftVersion]
    }()

    /// Returns the settings for the record of a run, or `nil` if runs are not recorded.
    private func recording(
        for notebook: Notebook, at path: String, with launch: KernelLaunch, isOwn: Bool
    ) -> NotebookJob.Recording? {
        guard records || recordsTime || skipsUnchanged else { return nil }
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        let data = notebook.dataFiles.map { file in
            let file = file.hasPrefix("/") ? file : folder + file
            return "\(file) \(NotebookFile(path: file).fingerprint?.hexadecimal ?? "missing")"
        }
        let tools = isOwn ? Self.ownTools : launch.specification.arguments
        let fingerprint = RunRecord.fingerprint(of: notebook, with: data + tools)
        return NotebookJob.Recording(fingerprint: fingerprint, notesTime: recordsTime)
    }

    /// Prepares a notebook.
    private func job(for entry: NotebookPaths.Entry) throws -> NotebookJob {
        let source = NotebookSource(path: entry.path)
        let file = source.file
        let reading = try source.read()
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
        var job = NotebookJob(
            file: file, notebook: notebook, launch: launch,
            options: arguments.runOptions(withOwnKernel: choice.isOwn(for: notebook)),
            purpose: try purpose(entry, reading.fingerprint),
            recording: recording(
                for: notebook, at: file.path, with: launch, isOwn: choice.isOwn(for: notebook)))
        job.keepsNotebook = arguments.exports
        return job
    }
}

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
    let purpose: (NotebookPaths.Entry, FileFingerprint?) throws -> NotebookJob.Purpose

    /// Who ends the kernels, when this process is killed; without one, they end, but not what they
    /// have started.
    private let processGuard = try? ProcessGuard()

    /// What to set in the notebooks.
    var parameters: [NotebookParameter] = []

    /// Reads the notebooks and finds their kernels.
    ///
    /// - Returns: what is ready to be run, and what became of the notebooks that are not.
    func prepare(_ paths: NotebookPaths) -> (jobs: [NotebookJob], failures: [NotebookJob.Result]) {
        var jobs: [NotebookJob] = []
        var failures: [NotebookJob.Result] = []
        for problem in paths.problems {
            terminal.complain(problem)
            failures.append(failure(problem, at: "notebooks"))
        }
        for entry in paths.entries {
            do {
                jobs.append(try job(for: entry))
            } catch {
                let problem = error is MetadataError ? "\(entry.path): \(error)" : "\(error)"
                terminal.complain(problem)
                failures.append(failure(problem, at: entry.path))
            }
        }
        return (jobs, failures)
    }

    /// Says that a notebook could not be made ready.
    private func failure(_ problem: String, at path: String) -> NotebookJob.Result {
        NotebookJob.Result(
            status: ExitStatus.badInput,
            verdict: NotebookVerdict(path: path, reports: [], problem: problem))
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
            purpose: try purpose(entry, reading.fingerprint))
    }
}

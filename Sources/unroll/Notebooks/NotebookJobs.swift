internal import ArgumentParser
internal import JupyterClient
internal import NotebookDocument
internal import NotebookRunner

/// Gets notebooks ready to be run; whatever is wrong with one is said before any of them begins.
struct NotebookJobs {
    /// What was said on the command line.
    let arguments: NotebookArguments

    /// Where problems are told.
    let terminal: Terminal

    /// The environment of the process.
    let environment: [String: String]

    /// What becomes of a notebook.
    let purpose: (NotebookFile) -> NotebookJob.Purpose

    /// What to set in the notebooks.
    var parameters: [NotebookParameter] = []

    /// Reads the notebooks and finds their kernels.
    ///
    /// - Throws: `ExitCode`, after all problems have been told.
    func prepare() throws -> [NotebookJob] {
        var jobs: [NotebookJob] = []
        var problems = 0
        for path in arguments.notebooks {
            do {
                jobs.append(try job(for: NotebookFile(path: path)))
            } catch {
                terminal.complain("\(error)")
                problems += 1
            }
        }
        guard problems == 0 else { throw ExitCode(ExitStatus.badInput) }
        return jobs
    }

    /// Gets one notebook ready.
    private func job(for file: NotebookFile) throws -> NotebookJob {
        let reading = try file.read()
        var notebook = reading.notebook
        let choice = KernelChoice(
            name: arguments.kernel, environment: environment,
            limit: .seconds(arguments.startTimeout))
        let launch = try choice.launch(for: notebook, at: file.path)
        let language = notebook.languageName ?? launch.specification.language
        let hints = try ParameterInjection(parameters).apply(to: &notebook, language: language)
        for hint in reading.warnings.map(\.description) + hints {
            terminal.complain("\(file.path): \(hint)")
        }
        return NotebookJob(
            file: file, notebook: notebook, launch: launch, options: arguments.runOptions,
            purpose: purpose(file))
    }
}

internal import ArgumentParser
internal import NotebookDocument
internal import NotebookRunner
internal import Processes

/// A sweep: a notebook, the rows of its parameters, and the paths of the results.
struct Sweep: ParsableArguments {
    /// The path of the file with the rows.
    @Option(help: "The file with a row of parameters on each line.", completion: .file())
    var rows: String

    /// The template of the results' paths.
    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("The path of a row's result.", valueName: "path"))
    var output = "out/{index}.ipynb"

    /// A row of a sweep.
    struct Row {
        /// Its parameters.
        let parameters: [NotebookParameter]

        /// The file of its result.
        let file: NotebookFile

        /// The job to run, or `nil` if the result is complete or the job could not be prepared.
        let job: NotebookJob?

        /// The result found, if there is nothing to run.
        let found: NotebookJob.Result?
    }

    /// Prepares all rows.
    ///
    /// - Throws: `CommandFailure` if the rows cannot be read.
    func prepare(
        _ arguments: NotebookArguments, terminal: Terminal, makesFolders: Bool
    ) throws -> [Row] {
        let environment = ProcessEnvironment.variables
        do {
            let rows = try SweepRows(ParameterFile.text(of: rows), source: rows).rows
            var preparation = NotebookJobs(
                arguments: arguments, terminal: terminal, environment: environment,
                purpose: { _, _ in
                    .save(
                        to: ResultFile(NotebookFile(path: ""), known: nil, environment: environment)
                    )
                })
            preparation.skipsUnchanged = true
            preparation.isSilent = true
            let paths = NotebookPaths(arguments.notebooks)
            return try rows.enumerated().map { index, parameters in
                let path = try PathTemplate(output).filled(with: parameters, index: index)
                if makesFolders { try FileTree.makeFolder(of: path) }
                let file = NotebookFile(path: path)
                preparation.parameters = parameters
                preparation.purpose = { _, _ in
                    .save(to: ResultFile(file, known: file.fingerprint, environment: environment))
                }
                let (jobs, others) = preparation.prepare(paths)
                return Row(parameters: parameters, file: file, job: jobs.first, found: others.first)
            }
        } catch let error as CommandFailure {
            throw error
        } catch {
            throw CommandFailure("\(error)", code: ExitStatus.badInput)
        }
    }
}

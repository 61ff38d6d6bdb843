internal import ArgumentParser
internal import NotebookDocument
internal import NotebookRunner
internal import Processes

/// A notebook, the rows of its parameters, and where their results stand.
struct Sweep: ParsableArguments {
    /// The file with the rows.
    @Option(help: "The file with a row of parameters on each line.", completion: .file())
    var rows: String

    /// Where the results stand.
    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("Where the result of a row stands.", valueName: "path"))
    var output = "out/{index}.ipynb"

    /// A row, ready to be run or done already.
    struct Row {
        /// Its parameters.
        let parameters: [NotebookParameter]

        /// Where its result stands.
        let file: NotebookFile

        /// The job that is to be done; nothing, where the result is complete or cannot be made.
        let job: NotebookJob?

        /// How it was found, where there is nothing to do.
        let found: NotebookJob.Result?
    }

    /// Looks at all rows.
    ///
    /// - Throws: `CommandFailure`, where the rows cannot be read.
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
            return try rows.enumerated().map { index, parameters in
                let path = try PathTemplate(output).filled(with: parameters, index: index)
                if makesFolders, let slash = path.lastIndex(of: "/") {
                    try FileTree.makeFolder(String(path[..<slash]))
                }
                let file = NotebookFile(path: path)
                preparation.parameters = parameters
                preparation.purpose = { _, _ in
                    .save(to: ResultFile(file, known: file.fingerprint, environment: environment))
                }
                let (jobs, others) = preparation.prepare(NotebookPaths(arguments.notebooks))
                return Row(parameters: parameters, file: file, job: jobs.first, found: others.first)
            }
        } catch let error as CommandFailure {
            throw error
        } catch {
            throw CommandFailure("\(error)", code: ExitStatus.badInput)
        }
    }
}

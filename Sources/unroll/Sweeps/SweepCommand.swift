internal import ArgumentParser
internal import NotebookDocument
internal import NotebookRunner
internal import Processes

/// `unroll sweep`: plans, runs and collects many runs of a notebook with different parameters.
struct SweepCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sweep",
        abstract: "Run a notebook with many parameters, here or on a cluster.",
        discussion: """
            A sweep is a file with a row of parameters on each line, and a result for each row. \
            Each row can be run by itself, anywhere: unroll run NOTEBOOK --params-from ROWS \
            --index N -o out/{index}.ipynb. A row whose result is there and complete is not run \
            again.
            """,
        subcommands: [
            SweepPlanCommand.self, SweepRunCommand.self, SweepMissingCommand.self,
            SweepCollectCommand.self,
        ])
}

/// `unroll sweep plan`: writes the rows of a grid.
struct SweepPlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Write a row for each combination of some values.")

    /// The notebook, which must declare the parameters.
    @Argument(help: "The notebook.", completion: .file(extensions: ["ipynb"]))
    var notebook: String

    /// The parameters and their values.
    @Option(
        help: ArgumentHelp(
            "A parameter and its values: rate=0.1,0.01, seed=0..9 or kind=elman,lstm.",
            valueName: "name=values"))
    var grid: [String]

    func run() throws {
        do {
            let rows = try SweepGrid(grid).rows
            var notebook = try NotebookSource(path: notebook).read().notebook
            let first = try ParameterText(rows.first ?? "{}", source: "the grid").parameters
            _ = try ParameterInjection(first).apply(
                to: &notebook, language: notebook.languageName ?? "swift")
            for row in rows { print(row) }
        } catch {
            throw CommandFailure("\(error)", code: ExitStatus.badInput)
        }
    }
}

/// `unroll sweep run`: performs the missing runs of a sweep on this machine.
struct SweepRunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Run the rows without complete results on this machine.",
        discussion: ExitStatus.table)

    /// The arguments that all commands about running notebooks share.
    @OptionGroup var arguments: NotebookArguments

    /// The sweep.
    @OptionGroup var sweep: Sweep

    func run() async throws {
        let terminal = Terminal(environment: ProcessEnvironment.variables)
        let rows = try sweep.prepare(arguments, terminal: terminal, makesFolders: true)
        let failures = rows.compactMap(\.found).filter { $0.status != ExitStatus.success }
        let jobs = rows.compactMap(\.job)
        let batch = NotebookBatch(jobs, width: arguments.jobs, terminal: terminal)
        let results = try await batch.run()
        let done = results.count { $0.status == ExitStatus.success }
        terminal.write(
            "\(rows.count) rows: \(rows.count - jobs.count - failures.count) were complete, "
                + "\(done) ran well, \(jobs.count - done + failures.count) did not\n")
        throw ExitCode(ExitStatus.worst(of: (failures + results).map(\.status)))
    }
}

/// `unroll sweep missing`: lists the rows of a sweep without a complete result.
struct SweepMissingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "missing",
        abstract: "Write which rows have no complete result, such as 3,17,40-44.",
        discussion: "The list can be given to sbatch --array. Ends with 3 where rows are missing.")

    /// The arguments that all commands about running notebooks share.
    @OptionGroup var arguments: NotebookArguments

    /// The sweep.
    @OptionGroup var sweep: Sweep

    func run() throws {
        let terminal = Terminal(environment: ProcessEnvironment.variables)
        let rows = try sweep.prepare(arguments, terminal: terminal, makesFolders: false)
        let missing = rows.indices.filter { rows[$0].found?.status != ExitStatus.success }
        if !missing.isEmpty { terminal.write(SweepRows.ranges(Array(missing)) + "\n") }
        throw ExitCode(missing.isEmpty ? ExitStatus.success : ExitStatus.mismatch)
    }
}

/// `unroll sweep collect`: writes the results of a sweep as a table.
struct SweepCollectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "collect",
        abstract: "Write the parameters and recorded values of all rows as CSV.",
        discussion: """
            A cell records a value with record("loss", loss); in another language, by showing \
            application/vnd.unroll.value+json, an object with name and value.
            """)

    /// The arguments that all commands about running notebooks share.
    @OptionGroup var arguments: NotebookArguments

    /// The sweep.
    @OptionGroup var sweep: Sweep

    func run() throws {
        let terminal = Terminal(environment: ProcessEnvironment.variables)
        let rows = try sweep.prepare(arguments, terminal: terminal, makesFolders: false)
        var table = SweepTable()
        for (index, row) in rows.enumerated() {
            let isComplete = row.found?.status == ExitStatus.success
            table.add(
                index: index, parameters: row.parameters,
                status: isComplete ? "complete" : "missing",
                notebook: isComplete ? try? row.file.read().notebook : nil)
        }
        terminal.write(table.csv)
    }
}

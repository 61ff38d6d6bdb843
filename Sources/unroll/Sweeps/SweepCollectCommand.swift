internal import ArgumentParser
internal import NotebookDocument
internal import NotebookRunner
internal import Processes

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

internal import ArgumentParser
internal import NotebookRunner
internal import Processes

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

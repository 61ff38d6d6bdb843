internal import ArgumentParser
internal import NotebookRunner
internal import Processes

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

internal import ArgumentParser
internal import NotebookRunner

/// `unroll test`: runs notebooks and compares what comes out with what they hold.
struct TestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Run notebooks and compare their outputs with the stored ones.",
        discussion: """
            Text has to be the same, numbers may differ within a tolerance, which notebooks and \
            cells can set in their metadata under unroll.compare: relative, absolute, ignore_types \
            and ignore. Nothing is written, unless --update is given.

            Ends with 0 when all is the same, 3 when something differs, and otherwise as \
            `unroll run` does.
            """)

    /// What all commands about notebooks have in common.
    @OptionGroup var arguments: NotebookArguments

    /// How far numbers may lie apart.
    @Option(help: "By which part of itself a number may differ.")
    var tolerance = ComparisonRules().relativeTolerance

    /// Whether the new outputs take the place of the stored ones.
    @Flag(help: "Store the new outputs instead of comparing them.")
    var update = false

    func validate() throws {
        guard tolerance >= 0, tolerance.isFinite else {
            throw ValidationError("--tolerance is a number from zero on, such as 1e-9")
        }
    }

    func run() async throws {
        let environment = ProcessEnvironment.variables
        let terminal = Terminal(environment: environment)
        let comparison = NotebookComparison(rules: ComparisonRules(relativeTolerance: tolerance))
        let preparation = NotebookJobs(
            arguments: arguments, terminal: terminal, environment: environment,
            purpose: { _ in update ? .update : .compare(comparison) })
        let jobs = try preparation.prepare()
        let batch = NotebookBatch(jobs, width: arguments.jobs, terminal: terminal)
        let start = ContinuousClock.now
        let results = try await batch.run()
        let summary = batch.summary(of: results)
        let count = results.reduce(0) { $0 + $1.verdict.mismatches.count }
        let verdict = count == 1 ? "1 output differs" : "\(count) outputs differ"
        let line = update ? "" : "; \(count == 0 ? "all outputs are the same" : verdict)"
        terminal.write(summary.text(in: .now - start) + line + "\n")
        try arguments.report(results.map(\.verdict), to: terminal, environment: environment)
        throw ExitCode(results.map(\.status).max() ?? ExitStatus.success)
    }
}

internal import ArgumentParser
internal import NotebookDocument
internal import NotebookRunner

/// `unroll test`: runs notebooks and compares what comes out with what they hold.
struct TestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Run notebooks and compare their outputs with the stored ones.",
        discussion: """
            Text has to be the same. Numbers that are spelled with a fraction or an exponent may \
            differ within a tolerance; whole numbers, versions, addresses, dates and names are text. \
            Notebooks and cells can set in their metadata, under unroll.compare: relative, absolute, \
            zero (how far from zero counts as zero), integers (whether whole numbers may differ as \
            well), ignore_types and ignore. Nothing is written, unless --update is given.

            \(ExitStatus.table)
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
            purpose: { entry, known in
                guard update else { return .compare(comparison) }
                let file = NotebookFile(path: entry.path)
                return .update(ResultFile(file, known: known, environment: environment))
            })
        let (jobs, failures) = preparation.prepare(NotebookPaths(arguments.notebooks))
        let batch = NotebookBatch(jobs, width: arguments.jobs, terminal: terminal)
        let start = ContinuousClock.now
        let results = try await batch.run()
        let all = failures + results
        if !jobs.isEmpty {
            let line = update ? "" : "; \(conclusion(of: all))"
            terminal.write(batch.summary(of: results).text(in: .now - start) + line + "\n")
        }
        try arguments.report(all.map(\.verdict), to: terminal, environment: environment)
        throw ExitCode(ExitStatus.worst(of: all.map(\.status)))
    }

    /// Says whether the outputs are the same; only cells that ran to their end can tell.
    private func conclusion(of results: [NotebookJob.Result]) -> String {
        let count = results.reduce(0) { $0 + $1.verdict.mismatches.count }
        if count > 0 { return count == 1 ? "1 output differs" : "\(count) outputs differ" }
        let isComplete = results.allSatisfy { $0.status == ExitStatus.success }
        return isComplete ? "all outputs are the same" : "not all outputs could be compared"
    }
}

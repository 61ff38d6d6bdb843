internal import ArgumentParser
internal import Files
internal import NotebookDocument
internal import NotebookRunner
internal import Processes

/// `unroll test`: runs notebooks and compares the outputs with the stored ones.
struct TestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Run notebooks and compare their outputs with the stored ones.",
        discussion: """
            Text has to be the same. Numbers that are spelled with a fraction or an exponent may \
            differ within a tolerance; whole numbers, versions, addresses, dates and names are text. \
            Drawings and HTML are compared as trees, and pictures in PNG by their pixels. \
            Notebooks and cells can set in their metadata, under unroll.compare: relative, absolute, \
            zero (how far from zero counts as zero), pixel_levels, pixel_share, integers (whether whole numbers may differ as \
            well), ignore, ignore_types, ignore_stderr, sanitize (a list of names as with \
            --sanitize) and replace (a list of pattern and with). The tags and comments of nbval \
            are understood. Nothing is written, unless --update is given.

            \(ExitStatus.table)
            """)

    /// The arguments that all commands about running notebooks share.
    @OptionGroup var arguments: NotebookArguments

    /// The relative tolerance of numbers.
    @Option(help: "The relative tolerance of numbers.")
    var tolerance = ComparisonRules().relativeTolerance

    /// The absolute tolerance of numbers.
    @Option(help: "The absolute tolerance of numbers.")
    var absolute = 0.0

    /// The names of sanitizers.
    @Option(
        help: ArgumentHelp(
            "What may differ in texts: \(Sanitizer.names.joined(separator: ", ")).",
            valueName: "names"))
    var sanitize: [String] = []

    /// The paths of files with sanitizers.
    @Option(
        help: ArgumentHelp(
            "Replace in texts what the rules of a file say, as nbval's --nbval-sanitize-with.",
            valueName: "file"), completion: .file())
    var sanitizeWith: [String] = []

    /// Indicates whether standard error is ignored.
    @Flag(help: "Do not compare what was written to standard error.")
    var ignoreStderr = false

    /// By how many levels pixels may differ.
    @Option(help: "By how many of 255 levels a pixel of a picture may differ.")
    var pixelLevels = 0.0

    /// The share of pixels that may differ.
    @Option(help: "Which part of a picture's pixels may be others, such as 0.001.")
    var pixelShare = 0.0

    /// The cells to compare.
    @Option(
        help: ArgumentHelp(
            "Compare only these cells, by their numbers, ids or tags; all are run.",
            valueName: "cells"))
    var only: [String] = []

    /// Indicates whether the new outputs replace the stored ones.
    @Flag(help: "Store the new outputs instead of comparing them.")
    var update = false

    func validate() throws {
        guard tolerance >= 0, tolerance.isFinite else {
            throw ValidationError("--tolerance is a number from zero on, such as 1e-9")
        }
        guard absolute >= 0, absolute.isFinite else {
            throw ValidationError("--absolute is a number from zero on, such as 1e-12")
        }
        guard (0...255).contains(pixelLevels), (0...1).contains(pixelShare) else {
            throw ValidationError(
                "--pixel-levels is a number from 0 to 255, and --pixel-share one from 0 to 1")
        }
        do {
            _ = try sanitizers()
        } catch {
            throw ValidationError("\(error)")
        }
    }

    func run() async throws {
        var environment = ProcessEnvironment.variables
        // A text's numbers that are no longer those of the run fail their cell.
        environment["UNROLL_STRICT_TEXT"] = update ? nil : "1"
        let terminal = Terminal(environment: environment)
        var rules = ComparisonRules(relativeTolerance: tolerance, absoluteTolerance: absolute)
        rules.ignoresStandardError = ignoreStderr
        rules.pixelLevels = pixelLevels
        rules.pixelShare = pixelShare
        rules.sanitizers = try sanitizers()
        let chosen = only.flatMap { $0.split(separator: ",").map(String.init) }
        let comparison = NotebookComparison(rules: rules, only: chosen.isEmpty ? nil : Set(chosen))
        let preparation = NotebookJobs(
            arguments: arguments, terminal: terminal, environment: environment,
            purpose: { entry, known in
                guard !NotebookSource(path: entry.path).isScript else {
                    throw CommandFailure(
                        "could not test \(entry.path): a script holds no outputs to compare with; "
                            + "unroll run runs it", code: ExitStatus.badInput)
                }
                guard update else { return .compare(comparison) }
                let file = NotebookFile(path: entry.path)
                return .update(ResultFile(file, known: known, environment: environment))
            })
        let paths = NotebookPaths(arguments.notebooks)
        let (jobs, others) = preparation.prepare(paths)
        let batch = NotebookBatch(jobs, width: arguments.jobs, terminal: terminal)
        let start = ContinuousClock.now
        let results = try await batch.run()
        let all = others + results
        terminal.write(VerdictTable(all.map(\.verdict)).text)
        if !jobs.isEmpty {
            let line = update ? "" : "; \(conclusion(of: all))"
            terminal.write(batch.summary(of: results).text(in: .now - start) + line + "\n")
        }
        try arguments.report(all, of: paths, to: terminal)
        throw ExitCode(ExitStatus.worst(of: all.map(\.status)))
    }

    /// Returns the sanitizers.
    private func sanitizers() throws -> [Sanitizer] {
        let names = sanitize.flatMap { $0.split(separator: ",").map(String.init) }
        return try names.flatMap { try Sanitizer.named($0) }
            + sanitizeWith.flatMap { path in
                try Sanitizer.reading(try WholeFile.readText(path))
            }
    }

    /// Returns a sentence on whether the outputs are the same, which only completed cells can tell.
    private func conclusion(of results: [NotebookJob.Result]) -> String {
        let count = results.reduce(0) { $0 + $1.verdict.mismatches.count }
        if count > 0 { return count == 1 ? "1 output differs" : "\(count) outputs differ" }
        let isComplete = results.allSatisfy { $0.status == ExitStatus.success }
        return isComplete ? "all outputs are the same" : "not all outputs could be compared"
    }
}

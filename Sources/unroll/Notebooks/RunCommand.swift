internal import ArgumentParser
internal import NotebookDocument
internal import NotebookRunner

/// `unroll run`: runs notebooks and saves what comes out.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run notebooks and save their outputs.",
        discussion: """
            Notebooks are saved in place, or into a folder with --output-dir, which keeps the tree \
            of folders that are run. What was put out before a failure is saved as well. A notebook \
            that somebody changes while it runs is left alone, and the result saved beside it.

            \(ExitStatus.table)
            """)

    /// What all commands about notebooks have in common.
    @OptionGroup var arguments: NotebookArguments

    /// Where the results are saved.
    @Option(help: "The folder to save into, instead of in place.", completion: .directory)
    var outputDir: String?

    /// Whether a notebook with a cell of parameters may take the place of the one without.
    @Flag(name: .customLong("inplace"), help: "With -p, save in place nevertheless.")
    var savesInPlace = false

    /// What to set.
    @Option(
        name: [.short, .customLong("parameter")],
        help: ArgumentHelp(
            "Set a variable that the cell tagged `parameters` declares.", valueName: "name=value"))
    var parameters: [String] = []

    func validate() throws {
        guard parameters.isEmpty || outputDir != nil || savesInPlace else {
            throw ValidationError(
                "with -p the saved notebook has one cell more; say where to save it with "
                    + "--output-dir, or that it may be in place with --inplace")
        }
    }

    func run() async throws {
        let environment = ProcessEnvironment.variables
        let terminal = Terminal(environment: environment)
        let paths = NotebookPaths(arguments.notebooks)
        if outputDir != nil, let place = paths.sharedPlace {
            throw ValidationError(
                "two notebooks are called \(place), and only one of them fits into --output-dir")
        }
        var preparation = NotebookJobs(
            arguments: arguments, terminal: terminal, environment: environment,
            purpose: { .save(to: try target(of: $0, known: $1, environment: environment)) })
        do {
            preparation.parameters = try parameters.map { try NotebookParameter(argument: $0) }
            if let outputDir { try FolderPath.make(outputDir) }
        } catch {
            terminal.complain("\(error)")
            throw ExitCode(ExitStatus.badInput)
        }
        let (jobs, failures) = preparation.prepare(paths)
        let batch = NotebookBatch(jobs, width: arguments.jobs, terminal: terminal)
        let start = ContinuousClock.now
        let results = try await batch.run()
        if !jobs.isEmpty {
            terminal.write(batch.summary(of: results).text(in: .now - start) + "\n")
        }
        let all = failures + results
        try arguments.report(all.map(\.verdict), to: terminal, environment: environment)
        throw ExitCode(ExitStatus.worst(of: all.map(\.status)))
    }

    /// Where the result of a notebook is saved, which was read with some fingerprint.
    private func target(
        of entry: NotebookPaths.Entry, known: FileFingerprint?, environment: [String: String]
    ) throws -> ResultFile {
        guard let outputDir else {
            return ResultFile(
                NotebookFile(path: entry.path), known: known, environment: environment)
        }
        let file = NotebookFile(path: "\(outputDir)/\(entry.place)")
        if let slash = file.path.lastIndex(of: "/") {
            try FolderPath.make(String(file.path[..<slash]))
        }
        return ResultFile(file, known: file.fingerprint, environment: environment)
    }
}

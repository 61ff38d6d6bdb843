internal import ArgumentParser
internal import Glibc
internal import NotebookDocument
internal import NotebookRunner

/// `unroll run`: runs notebooks and saves what comes out.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run notebooks and save their outputs.",
        discussion: """
            Notebooks are saved in place, or into a folder with --output-dir. What was put out \
            before a failure is saved as well.

            Ends with 0 when every cell ran to its end, 1 when one failed, 2 on bad input, 4 when \
            one took too long, 5 when a kernel could not be started, 138 when one died, and 130 or \
            143 when stopped by a signal.
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
        let names = arguments.notebooks.map(Self.name)
        if outputDir != nil, Set(names).count < names.count {
            throw ValidationError(
                "two notebooks have the same name, and only one of them fits into --output-dir")
        }
    }

    func run() async throws {
        let environment = ProcessEnvironment.variables
        let terminal = Terminal(environment: environment)
        var preparation = NotebookJobs(
            arguments: arguments, terminal: terminal, environment: environment,
            purpose: { .save(to: target(of: $0)) })
        do {
            preparation.parameters = try parameters.map { try NotebookParameter(argument: $0) }
            try makeOutputDirectory()
        } catch {
            terminal.complain("\(error)")
            throw ExitCode(ExitStatus.badInput)
        }
        let jobs = try preparation.prepare()
        let batch = NotebookBatch(jobs, width: arguments.jobs, terminal: terminal)
        let start = ContinuousClock.now
        let results = try await batch.run()
        terminal.write(batch.summary(of: results).text(in: .now - start) + "\n")
        try arguments.report(results.map(\.verdict), to: terminal, environment: environment)
        throw ExitCode(results.map(\.status).max() ?? ExitStatus.success)
    }

    /// Where the result of a notebook is saved.
    private func target(of file: NotebookFile) -> NotebookFile {
        outputDir.map { NotebookFile(path: "\($0)/\(Self.name(of: file.path))") } ?? file
    }

    /// The last part of a path.
    private static func name(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    /// Makes the folder to save into, with those on the way to it.
    private func makeOutputDirectory() throws {
        guard let outputDir else { return }
        var path = outputDir.hasPrefix("/") ? "" : "."
        for part in outputDir.split(separator: "/") {
            path += "/\(part)"
            guard mkdir(path, 0o777) != 0, errno != EEXIST else { continue }
            let cause = String(cString: strerror(errno)).lowercased()
            throw ValidationError("could not make the folder \(path): \(cause)")
        }
    }
}

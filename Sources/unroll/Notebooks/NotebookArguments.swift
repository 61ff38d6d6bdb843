internal import ArgumentParser
internal import Files
internal import Glibc
internal import NotebookRunner

/// The arguments that all commands about running notebooks share.
struct NotebookArguments: ParsableArguments {
    /// The paths of notebooks, and of folders with notebooks.
    @Argument(
        help: "The notebooks, or folders with notebooks, or scripts with cells after // %%.",
        completion: .file(extensions: ["ipynb", "swift", "py"]))
    var notebooks: [String]

    /// The name of the kernel.
    @Option(help: "The kernel to use instead of the one that a notebook names.")
    var kernel: String?

    /// The time limit of each cell in seconds.
    @Option(help: "The time limit of each cell in seconds.")
    var timeout: Double?

    /// The time limit of all cells in seconds.
    @Option(help: "The time limit of all cells of a notebook together in seconds.")
    var totalTimeout: Double?

    /// The time limit of a kernel's start in seconds.
    @Option(help: "The time limit for the start of a kernel in seconds.")
    var startTimeout = 60.0

    /// Indicates whether a run continues after a failed cell.
    @Flag(help: "Continue after cells that fail.")
    var allowErrors = false

    /// The number of notebooks that run concurrently.
    @Option(name: .shortAndLong, help: "The number of notebooks that run at the same time.")
    var jobs = 1

    /// Determines whether cells are sent one by one or all at once; by default this depends on the
    /// kernel.
    @Flag(
        help: ArgumentHelp(
            "Hand each cell to the kernel when the one before is over, or all at once.",
            discussion:
                "Unroll's own kernel gets all at once, so that it can prepare them; it does not die "
                + "of what a cell does. With others it would not be certain in which cell they died."
        ))
    var handing: Handing?

    /// The ways to send cells to a kernel.
    enum Handing: String, EnumerableFlag {
        /// Each cell is sent after the previous one has ended.
        case oneAtATime
        /// All cells are sent at once.
        case allAtOnce
    }

    /// The output limit of each cell in bytes.
    @Option(
        help: ArgumentHelp(
            "How much output of each cell is kept, such as 500kB or 2GB, or none for no limit.",
            valueName: "size"))
    var outputLimit = OutputLimit(bytes: RunOptions().outputLimit)

    /// The time between saves in seconds.
    @Option(
        help: ArgumentHelp(
            "How many seconds pass at least between two saves of a running notebook.",
            discussion:
                "With 0 it is saved whenever a cell has ended, as long as saving takes no more than a "
                + "sixth of the time."))
    var saveInterval = 1.0

    /// The path of the JUnit report.
    @Option(help: "Write a report in JUnit's XML to this file.", completion: .file())
    var junit: String?

    /// The path of the JSON report.
    @Option(help: "Write a report in JSON to this file.", completion: .file())
    var json: String?

    /// The path of the CSV report.
    @Option(help: "Write a table in CSV to this file.", completion: .file())
    var csv: String?

    /// The path for pages.
    @Option(
        help: ArgumentHelp(
            "Write a page that needs nothing else: a file for one notebook, a folder for several.",
            valueName: "path"), completion: .file())
    var html: String?

    /// The path for texts.
    @Option(
        help: ArgumentHelp(
            "Write a text in Markdown, with pictures in a folder beside it.", valueName: "path"),
        completion: .file())
    var markdown: String?

    /// The path for scripts.
    @Option(
        help: ArgumentHelp("Write a script whose cells begin with // %%.", valueName: "path"),
        completion: .file())
    var script: String?

    /// Indicates whether notebooks are to be written in other forms.
    var exports: Bool { html != nil || markdown != nil || script != nil }

    func validate() throws {
        let limits = [timeout, totalTimeout, startTimeout]
        guard limits.allSatisfy({ ($0 ?? 1) > 0 && ($0 ?? 1).isFinite }) else {
            throw ValidationError("a timeout is a number of seconds above zero")
        }
        guard jobs > 0 else { throw ValidationError("--jobs is a number above zero") }
        guard saveInterval >= 0, saveInterval.isFinite else {
            throw ValidationError("--save-interval is a number of seconds from zero on")
        }
    }

    /// Writes the requested reports.
    ///
    /// - Throws: `ExitCode` if a file cannot be written.
    func report(
        _ results: [NotebookJob.Result], of paths: NotebookPaths, to terminal: Terminal
    ) throws {
        let verdicts = results.map(\.verdict)
        terminal.write(WorkflowAnnotations(verdicts))
        try write(junit, JUnitReport(verdicts).xml, terminal)
        try write(json, JSONReport(verdicts).text, terminal)
        try write(csv, CSVReport(verdicts).text, terminal)
        do {
            try export(results, of: paths)
        } catch {
            terminal.complain("\(error)")
            throw ExitCode(ExitStatus.badInput)
        }
    }

    /// Writes the notebooks in other forms, where somebody wants them.
    private func export(_ results: [NotebookJob.Result], of paths: NotebookPaths) throws {
        guard exports else { return }
        let places = Dictionary(
            paths.entries.map { ($0.path, $0.place) }, uniquingKeysWith: { one, _ in one })
        let exports = NotebookExports(
            notebooks: results.compactMap { result in
                guard let notebook = result.notebook, let place = places[result.verdict.path] else {
                    return nil
                }
                return (NotebookExport(of: notebook, result.verdict), place)
            })
        guard !exports.notebooks.isEmpty else { return }
        let targets: [(ExportForm, String?)] = [
            (.html, html), (.markdown, markdown), (.script, script),
        ]
        for case (let form, let path?) in targets { try exports.write(form, to: path) }
    }

    /// Writes a report to a file, if a path is given.
    private func write(
        _ path: String?, _ text: @autoclosure () -> String, _ terminal: Terminal
    ) throws {
        guard let path else { return }
        do {
            try WholeFile.replace(path, with: Array(text().utf8))
        } catch {
            terminal.complain("\(error)")
            throw ExitCode(ExitStatus.badInput)
        }
    }

    /// Returns the options for running notebooks with Unroll's own kernel or another one.
    func runOptions(withOwnKernel isOwn: Bool) -> RunOptions {
        var options = RunOptions()
        options.cellLimit = timeout.map { .seconds($0) }
        options.totalLimit = totalTimeout.map { .seconds($0) }
        options.allowsErrors = allowErrors
        options.handsOverAtOnce = handing.map { $0 == .allAtOnce } ?? isOwn
        options.outputLimit = outputLimit.bytes
        options.saveInterval = .seconds(saveInterval)
        return options
    }
}

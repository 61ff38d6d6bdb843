internal import ArgumentParser
internal import JupyterClient
internal import NotebookDocument
internal import NotebookRunner
internal import Processes

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

    /// Where the result of one notebook is saved.
    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp(
            "The file to save the result of one notebook into; {name} stands for a parameter.",
            valueName: "file"),
        completion: .file())
    var output: String?

    /// Whether each notebook works in a copy of its folder.
    @Flag(
        help: ArgumentHelp(
            "Run each notebook in a copy of its folder, without the other notebooks in it.",
            discussion: "For submissions: what one writes or removes, the others do not see."))
    var eachInACopy = false

    /// How much memory the kernels' processes may have.
    @Option(
        help: ArgumentHelp(
            "How much memory each process of a kernel may have, such as 2GB.", valueName: "size"))
    var memoryLimit = OutputLimit(bytes: nil)

    /// How much of a processor the kernels' processes may use.
    @Option(
        help: ArgumentHelp(
            "How many seconds of a processor each process of a kernel may use.",
            valueName: "seconds"))
    var processorLimit: Int?

    /// Whether the notebooks tell of their runs.
    @Flag(
        help: ArgumentHelp(
            "Note in the notebooks, under unroll.run, what became of every cell and with which kernel."
        ))
    var record = false

    /// Whether the notebooks tell how long their cells took.
    @Flag(help: "Note how long the cells took as well.")
    var recordTime = false

    /// Whether notebooks are left out that have not changed since they ran.
    @Flag(
        name: [.customLong("skip-unchanged"), .customLong("resume")],
        help: ArgumentHelp(
            "Leave out what ran well before and has not changed since; implies --record.",
            discussion:
                "Code, parameters, kernel, toolkit, toolchain and the files that unroll.data names in "
                + "the metadata have to be the same. So a batch that was stopped goes on where it was."
        ))
    var skipUnchanged = false

    /// A text with parameters.
    @Option(
        name: [.customShort("y"), .customLong("parameters-yaml")],
        help: ArgumentHelp("Set the parameters of a text in YAML or JSON.", valueName: "text"))
    var parameterTexts: [String] = []

    /// Files with parameters.
    @Option(
        name: [.customShort("f"), .customLong("parameters-file")],
        help: ArgumentHelp("Set the parameters of a file in YAML or JSON.", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml", "json"]))
    var parameterFiles: [String] = []

    /// Parameters that are texts, whatever they look like.
    @Option(
        name: [.customShort("r"), .customLong("parameters-raw")],
        help: ArgumentHelp(
            "Set a variable to a text, whatever it looks like.", valueName: "name=text"))
    var rawParameters: [String] = []

    /// A file with a row of parameters on each line.
    @Option(
        help: ArgumentHelp(
            "Set the parameters of a row of this file, as unroll sweep plan writes it.",
            discussion:
                "Implies --skip-unchanged: a run that is there already is not made twice. {index} "
                + "stands for the row in -o.", valueName: "file"), completion: .file())
    var paramsFrom: String?

    /// The row.
    @Option(
        help: ArgumentHelp(
            "The row, from 0 on; by default what SLURM_ARRAY_TASK_ID or JOB_COMPLETION_INDEX says.",
            valueName: "number"))
    var index: Int?

    /// Whether to list what can be set.
    @Flag(help: "Show which parameters the notebooks declare, and run nothing.")
    var helpNotebook = false

    /// What to set.
    @Option(
        name: [.short, .customLong("parameter")],
        help: ArgumentHelp(
            "Set a variable that the cell tagged `parameters` declares.", valueName: "name=value"))
    var parameters: [String] = []

    func validate() throws {
        let sources = [parameters, parameterTexts, parameterFiles, rawParameters]
        let isElsewhere = outputDir != nil || output != nil || savesInPlace || helpNotebook
        guard sources.allSatisfy(\.isEmpty) && paramsFrom == nil || isElsewhere else {
            throw ValidationError(
                "with -p the saved notebook has one cell more; say where to save it with "
                    + "--output-dir, or that it may be in place with --inplace")
        }
        guard processorLimit.map({ $0 > 0 }) ?? true else {
            throw ValidationError("--processor-limit is a number of seconds above zero")
        }
        guard output == nil || outputDir == nil && arguments.notebooks.count == 1 else {
            throw ValidationError("-o names the result of one notebook; use --output-dir for more")
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
        if helpNotebook { return try preparation.showParameters(paths) }
        preparation.records = record
        preparation.recordsTime = recordTime
        preparation.skipsUnchanged = skipUnchanged || paramsFrom != nil
        do {
            preparation.parameters = try allParameters()
            if let outputDir { try FileTree.makeFolder(outputDir) }
        } catch {
            terminal.complain("\(error)")
            throw ExitCode(ExitStatus.badInput)
        }
        var (jobs, others) = preparation.prepare(paths)
        for index in jobs.indices {
            jobs[index].worksInCopy = eachInACopy
            jobs[index].launch.memoryLimit = memoryLimit.bytes
            jobs[index].launch.processorLimit = processorLimit
        }
        let batch = NotebookBatch(jobs, width: arguments.jobs, terminal: terminal)
        let start = ContinuousClock.now
        let results = try await batch.run()
        let all = others + results
        terminal.write(VerdictTable(all.map(\.verdict)).text)
        if !jobs.isEmpty {
            terminal.write(batch.summary(of: results).text(in: .now - start) + "\n")
        }
        try arguments.report(all.map(\.verdict), to: terminal, environment: environment)
        throw ExitCode(ExitStatus.worst(of: all.map(\.status)))
    }

    /// All that is to be set; of equal names, the last counts: a file's least, a raw text's most.
    private func allParameters() throws -> [NotebookParameter] {
        let files = try parameterFiles.flatMap { path in
            try ParameterText(ParameterFile.text(of: path), source: path).parameters
        }
        let row = try paramsFrom.map { try ParameterFile.row(rowIndex(), of: $0) } ?? []
        let texts = try parameterTexts.flatMap { try ParameterText($0, source: "-y").parameters }
        let spelled = try parameters.map { try NotebookParameter(argument: $0) }
        let raw = try rawParameters.map { try NotebookParameter(argument: $0, isRaw: true) }
        return files + row + texts + spelled + raw
    }

    /// The row of the file with rows that is meant.
    private func rowIndex() throws -> Int {
        let environment = ProcessEnvironment.variables
        let names = ["SLURM_ARRAY_TASK_ID", "JOB_COMPLETION_INDEX"]
        let known = index ?? names.lazy.compactMap { environment[$0].flatMap { Int($0) } }.first
        guard let known else {
            throw ValidationError(
                "say which row of --params-from is meant with --index, or set "
                    + names.joined(separator: " or "))
        }
        return known
    }

    /// Where the result of a notebook is saved, which was read with some fingerprint.
    private func target(
        of entry: NotebookPaths.Entry, known: FileFingerprint?, environment: [String: String]
    ) throws -> ResultFile {
        let named = output ?? outputDir.map { "\($0)/\(entry.place)" }
        guard let named else {
            return ResultFile(
                NotebookFile(path: entry.path), known: known, environment: environment)
        }
        let file = NotebookFile(
            path: try PathTemplate(named).filled(
                with: allParameters(), index: paramsFrom == nil ? nil : rowIndex()))
        if let slash = file.path.lastIndex(of: "/") {
            try FileTree.makeFolder(String(file.path[..<slash]))
        }
        return ResultFile(file, known: file.fingerprint, environment: environment)
    }
}

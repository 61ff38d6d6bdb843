internal import ArgumentParser
internal import JupyterClient
internal import NotebookDocument
internal import NotebookRunner
internal import Processes

/// `unroll run`: runs notebooks and saves the results.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run notebooks and save their outputs.",
        discussion: """
            Notebooks are saved in place, or into a folder with --output-dir, which keeps the tree \
            of folders that are run. What was put out before a failure is saved as well. A notebook \
            that somebody changes while it runs is left alone, and the result saved beside it.

            Scripts whose cells begin with // %% or # %%, jupytext's percent format, are run like \
            notebooks. They hold no outputs, so that a result is saved only with -o or --output-dir.

            \(ExitStatus.table)
            """)

    /// The arguments that all commands about running notebooks share.
    @OptionGroup var arguments: NotebookArguments

    /// The folder for the results.
    @Option(help: "The folder to save into, instead of in place.", completion: .directory)
    var outputDir: String?

    /// Indicates whether a notebook with injected parameters may replace the original.
    @Flag(name: .customLong("inplace"), help: "With -p, save in place nevertheless.")
    var savesInPlace = false

    /// The path of the result of a single notebook.
    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp(
            "The file to save the result of one notebook into; {name} stands for a parameter.",
            valueName: "file"),
        completion: .file())
    var output: String?

    /// Indicates whether each notebook works in a copy of its folder.
    @Flag(
        help: ArgumentHelp(
            "Run each notebook in a copy of its folder, without the other notebooks in it.",
            discussion:
                "For submissions: what one writes or removes, the others do not see. Each has processors "
                + "of its own, as far as there are enough for --jobs, an equal share of the memory, and "
                + "256 processes, unless other limits are given."))
    var eachInACopy = false

    /// The memory limit of the kernels' processes.
    @Option(
        help: ArgumentHelp(
            "How much memory each process of a kernel, and all of them together, may have, such as 2GB.",
            valueName: "size"))
    var memoryLimit = OutputLimit(bytes: nil)

    /// The limit of the number of a kernel's processes.
    @Option(
        help: ArgumentHelp(
            "How many processes a kernel may have at the same time.", valueName: "number"))
    var processLimit: Int?

    /// The limit of processor time of the kernels' processes.
    @Option(
        help: ArgumentHelp(
            "How many seconds of a processor each process of a kernel may use.",
            valueName: "seconds"))
    var processorLimit: Int?

    /// Indicates whether runs are recorded in the notebooks.
    @Flag(
        help: ArgumentHelp(
            "Note in the notebooks, under unroll.run, what became of every cell and with which kernel."
        ))
    var record = false

    /// Indicates whether the durations of cells are recorded.
    @Flag(help: "Also record the durations of cells.")
    var recordTime = false

    /// Indicates whether notebooks that have not changed since their last run are skipped.
    @Flag(
        name: [.customLong("skip-unchanged"), .customLong("resume")],
        help: ArgumentHelp(
            "Leave out what ran well before and has not changed since; implies --record.",
            discussion:
                "Code, parameters, kernel, toolkit, toolchain and the files that unroll.data names in "
                + "the metadata have to be the same. So a batch that was stopped goes on where it was."
        ))
    var skipUnchanged = false

    /// Parameters as a YAML or JSON text.
    @Option(
        name: [.customShort("y"), .customLong("parameters-yaml")],
        help: ArgumentHelp("Set the parameters of a text in YAML or JSON.", valueName: "text"))
    var parameterTexts: [String] = []

    /// The paths of files with parameters.
    @Option(
        name: [.customShort("f"), .customLong("parameters-file")],
        help: ArgumentHelp("Set the parameters of a file in YAML or JSON.", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml", "json"]))
    var parameterFiles: [String] = []

    /// Parameters that are always texts.
    @Option(
        name: [.customShort("r"), .customLong("parameters-raw")],
        help: ArgumentHelp(
            "Set a variable to a text, whatever it looks like.", valueName: "name=text"))
    var rawParameters: [String] = []

    /// The path of a file with one row of parameters per line.
    @Option(
        help: ArgumentHelp(
            "Set the parameters of a row of this file, as unroll sweep plan writes it.",
            discussion:
                "Implies --skip-unchanged: a run that is there already is not made twice. {index} "
                + "stands for the row in -o.", valueName: "file"), completion: .file())
    var paramsFrom: String?

    /// The index of the row.
    @Option(
        help: ArgumentHelp(
            "The row, from 0 on; by default what SLURM_ARRAY_TASK_ID or JOB_COMPLETION_INDEX says.",
            valueName: "number"))
    var index: Int?

    /// Indicates whether to list the parameters.
    @Flag(help: "Show the parameters that the notebooks declare, without running them.")
    var helpNotebook = false

    /// Parameters as `name=value`.
    @Option(
        name: [.short, .customLong("parameter")],
        help: ArgumentHelp(
            "Set a variable that the cell tagged `parameters` declares.", valueName: "name=value"))
    var parameters: [String] = []

    func validate() throws {
        let sources = [parameters, parameterTexts, parameterFiles, rawParameters]
        let areScripts = arguments.notebooks.allSatisfy { NotebookSource(path: $0).isScript }
        let isElsewhere =
            outputDir != nil || output != nil || savesInPlace || helpNotebook || areScripts
        guard sources.allSatisfy(\.isEmpty) && paramsFrom == nil || isElsewhere else {
            throw ValidationError(
                "with -p the saved notebook has one cell more; say where to save it with "
                    + "--output-dir, or that it may be in place with --inplace")
        }
        guard processorLimit.map({ $0 > 0 }) ?? true else {
            throw ValidationError("--processor-limit is a number of seconds above zero")
        }
        guard processLimit.map({ $0 > 0 }) ?? true else {
            throw ValidationError("--process-limit is a number above zero")
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
            purpose: { entry, known in
                try target(of: entry, known: known, environment: environment)
                    .map { .save(to: $0) } ?? .report
            })
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
            jobs[index].launch.limits = limits
        }
        let batch = NotebookBatch(jobs, width: arguments.jobs, terminal: terminal)
        let start = ContinuousClock.now
        let results = try await batch.run()
        let all = others + results
        terminal.write(VerdictTable(all.map(\.verdict)).text)
        if !jobs.isEmpty {
            terminal.write(batch.summary(of: results).text(in: .now - start) + "\n")
        }
        try arguments.report(all, of: paths, to: terminal)
        throw ExitCode(ExitStatus.worst(of: all.map(\.status)))
    }

    /// The limits of each kernel's processes; submissions have some even if none are asked for.
    private var limits: KernelLimits {
        var limits = KernelLimits()
        limits.addressSpace = memoryLimit.bytes
        limits.processorTime = processorLimit
        limits.memory = memoryLimit.bytes
        limits.processCount = processLimit
        if eachInACopy {
            limits.memory = limits.memory ?? SystemMemory.limit / (arguments.jobs + 1)
            limits.processCount = limits.processCount ?? 256
        }
        return limits
    }

    /// Returns all parameters; of equal names, those of files have the lowest and raw texts the
    /// highest precedence.
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

    /// Returns the index of the row in the file with rows.
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

    /// Returns the file for the result of a notebook, given the fingerprint of the notebook; `nil`
    /// for a script whose result nobody wants to keep.
    private func target(
        of entry: NotebookPaths.Entry, known: FileFingerprint?, environment: [String: String]
    ) throws -> ResultFile? {
        let named = output ?? outputDir.map { "\($0)/\(entry.place)" }
        guard let named else {
            guard !NotebookSource(path: entry.path).isScript else { return nil }
            return ResultFile(
                NotebookFile(path: entry.path), known: known, environment: environment)
        }
        let file = NotebookFile(
            path: try PathTemplate(named).filled(
                with: allParameters(), index: paramsFrom == nil ? nil : rowIndex()))
        try FileTree.makeFolder(of: file.path)
        return ResultFile(file, known: file.fingerprint, environment: environment)
    }
}

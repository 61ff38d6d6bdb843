internal import CellProtocol
internal import CellSession
public import Display
public import Evaluation
internal import Files
internal import Glibc
public import Logging
public import Processes

/// Evaluates cells of Swift: has them analysed and compiled by one process and run by another.
///
/// A cell either happens or it does not: the names of the session, here, and its values, in the
/// worker, both go on from the state before a cell that failed.
public actor SwiftEvaluator: Evaluator {
    /// Where the parts of the engine lie, and what the person has set.
    var configuration: EngineConfiguration

    /// The thread that all this happens on.
    let loop: EventLoop

    /// Where faults are noted.
    let log: Logger

    /// The folder for what the session's cells compile to.
    let folder: TemporaryFolder

    /// The process that compiles.
    let compiler: CompilerProcess

    /// What cells compile to.
    let cells: CompiledCells

    /// The processes that run cells.
    let chain: WorkerChain

    /// What cells have declared, and what became of them.
    var session = Session()

    /// The cell that is being evaluated, and those that are compiled before they are asked for.
    var lookahead = Lookahead()

    /// The script of the shell that runs, where one does.
    var shell: ShellRun?

    /// The variables of the session, as they were when somebody last looked.
    var knownVariables: [Variable] = []

    /// Who looks at the session between two cells.
    var look: Task<Void, Never>?

    /// The variables of the environment that commands have set.
    var changedEnvironment: [String: String] = [:]

    /// How the person uses completion.
    var assistance = Assistance()

    /// What the person can change.
    var settings: EngineSettings {
        get { configuration.settings }
        set { configuration.settings = newValue }
    }

    /// The loop: everything happens on its thread.
    public nonisolated var unownedExecutor: UnownedSerialExecutor {
        loop.asUnownedSerialExecutor()
    }

    /// Makes an evaluator; its processes are started by `warmUp()` or by the first cell.
    ///
    /// - Throws: `ProcessError`, where there is no place for temporary files, or no descriptors.
    public init(
        configuration: EngineConfiguration, loop: EventLoop, log: Logger
    ) throws {
        self.configuration = configuration
        self.loop = loop
        self.log = log
        folder = try TemporaryFolder(prefix: "unroll-")
        compiler = CompilerProcess(
            configuration: configuration, sessionFolder: folder.path, loop: loop, log: log)
        cells = CompiledCells(
            configuration: configuration, folder: folder, compiler: compiler, loop: loop, log: log)
        chain = try WorkerChain(
            configuration: configuration, sessionFolder: folder.path,
            temporaryFolder: folder.makeFolder("temporary"), loop: loop)
        try ForkedProcess.becomeParentOfOrphans()
    }

    /// Starts the processes and has the compiler load what every cell needs.
    public func warmUp() async {
        do {
            try await chain.start()
            try await compiler.start()
            try await cells.warmUp(
                with: session.planning(Cell(code: "", number: 0), CellAnalysis()))
        } catch  where lookahead.isInterrupted {
            // The session has ended, or a person was faster.
        } catch {
            log.error("could not warm up: \(error)")
        }
        renewAssistance()
    }

    /// How many modules of this session did not have to be compiled, and how many did.
    public var cacheUsage: CacheUsage { get async { await cells.usage } }

    /// Ends the session; see `Evaluator`.
    public func shutDown() async {
        lookahead.isInterrupted = true
        forgetLookahead()
        assistance.upkeep?.cancel()
        shell?.send(signal: SIGKILL)
        await compiler.stop()
        await chain.shutDown()
        await cells.close()
        folder.remove()
    }

    /// Asks the cell under way to end; see `Evaluator`.
    public func interrupt() async {
        lookahead.isInterrupted = true
        forgetLookahead()
        // What is compiled for later need not be given up for a cell that runs.
        if lookahead.tableAfterCurrent == nil { await compiler.cancelCompilations() }
        interruptShell()
        await chain.interrupt()
    }

    /// Returns the value of an expression; see `Evaluator`.
    public func value(of expression: String) async -> Result<MIMEBundle, EvaluationFailure> {
        let collector = ResultCollector()
        let cell = Cell(code: expression, number: 0)
        switch await evaluate(cell, observer: collector) {
        case .succeeded: return .success(collector.result ?? MIMEBundle(text: ""))
        case .failed(let failure): return .failure(failure)
        }
    }
}

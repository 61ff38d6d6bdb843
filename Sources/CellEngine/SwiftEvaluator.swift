internal import CellProtocol
public import Display
public import Evaluation
public import Logging
public import Processes

/// Evaluates cells of Swift: has them analysed and compiled by one process and run by another.
///
/// A cell either happens or it does not: the names of the session, here, and its values, in the
/// worker, both go on from the state before a cell that failed.
public actor SwiftEvaluator: Evaluator {
    /// Where the parts of the engine lie.
    let configuration: EngineConfiguration

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

    /// The names of the session.
    var table = SessionTable()

    /// What became of names that cannot be used.
    var fates = NameFates()

    /// What the person calls the cells.
    var names = CellNames()

    /// The names of the session as each worker process knows them, by its number.
    var snapshots: [Int: Snapshot] = [:]

    /// The cell that is being evaluated.
    var current: Cell?

    /// The names of the session as they will be if that cell succeeds, once it is compiled.
    var tableAfterCurrent: SessionTable?

    /// The cells that are compiled before they are asked for.
    var lookahead = Lookahead()

    /// How the person uses completion.
    var assistance = Assistance()

    /// What the person can change.
    var settings: EngineSettings

    /// The cells that the session is made of, in the order in which they ran.
    var history: [Cell] = []

    /// The cells that were lost with the process that ran them, and could be run again.
    var lostCells: [Cell] = []

    /// Whether the person has been told that cells run without a way back.
    var hasWarnedOfThreads = false

    /// The worker process that holds what the names mean; nothing, while no cell has run.
    var generation: Int?

    /// Whether the person has asked for the end of the cell that is being evaluated.
    var isInterrupted = false

    /// What was known when a worker process was the session.
    struct Snapshot: Sendable {
        /// The names of the session.
        var table: SessionTable
        /// The cells that the session is made of.
        var history: [Cell]
        /// The number of the cell that made it.
        var cellNumber: Int
        /// The cell's first line.
        var title: String
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
        settings = configuration.settings
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
            try await cells.warmUp(with: CellPlanner(table: table).plan("", CellAnalysis()))
        } catch {
            log.error("could not warm up: \(error)")
        }
        renewAssistance()
    }

    /// How many modules of this session did not have to be compiled, and how many did.
    public var cacheUsage: CacheUsage { get async { await cells.usage } }

    /// Ends the session; see `Evaluator`.
    public func shutDown() async {
        isInterrupted = true
        forgetLookahead()
        assistance.upkeep?.cancel()
        await compiler.stop()
        await chain.shutDown()
        await cells.close()
        folder.remove()
    }

    /// Asks the cell under way to end; see `Evaluator`.
    public func interrupt() async {
        isInterrupted = true
        forgetLookahead()
        // What is compiled for later need not be given up for a cell that runs.
        if tableAfterCurrent == nil { await compiler.cancelCompilations() }
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

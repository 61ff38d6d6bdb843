internal import CellProtocol
internal import CellSession
public import Display
public import Evaluation
internal import Files
internal import Glibc
public import Logging
public import Processes

/// An evaluator of Swift cells, which are compiled by one process and run by another.
///
/// A cell takes effect as a whole or not at all: after a failed cell, both the session's names,
/// which are kept here, and its values, which the worker holds, are those from before the cell.
public actor SwiftEvaluator: Evaluator {
    /// The paths of the engine's parts, and the user's settings.
    var configuration: EngineConfiguration

    /// The log of internal errors.
    let log: Logger

    /// The compiler process.
    let compiler: CompilerProcess

    /// The compiled cells.
    let cells: CompiledCells

    /// The processes that run cells.
    let chain: WorkerChain

    /// The declarations of the cells, and what became of them.
    var session = Session()

    /// The cell that is being evaluated, and the expected cells that are compiled in advance.
    var lookahead = Lookahead()

    /// The comms as clients know them.
    var knownComms = CommTable()

    /// The output of the current cell or callback.
    var output: OutputRelay?

    /// The state of commands such as `%env` and `!command`.
    var commands = CommandState()

    /// The processes of the subshells that have run cells beside those of the session, by subshell.
    var branches: [String: Branch] = [:]

    /// The latest look at the session between two cells.
    var look = SessionLook()

    /// The state of code completion.
    var assistance = Assistance()

    /// The folder of the session.
    var folder: TemporaryFolder { cells.folder }

    /// The user's settings.
    var settings: EngineSettings {
        get { configuration.settings }
        set { configuration.settings = newValue }
    }

    /// The event loop on whose thread the evaluator runs.
    public nonisolated var unownedExecutor: UnownedSerialExecutor {
        chain.unownedExecutor
    }

    /// Creates an evaluator; its processes are started by `warmUp()` or by the first cell.
    ///
    /// - Throws: `ProcessError` if temporary files cannot be created, or there are no file
    ///   descriptors left.
    public init(
        configuration: EngineConfiguration, loop: EventLoop, log: Logger
    ) throws {
        self.configuration = configuration
        self.log = log
        let folder = try TemporaryFolder(prefix: Self.folderPrefix, isClaimed: true)
        compiler = CompilerProcess(
            configuration: configuration, sessionFolder: folder.path, loop: loop, log: log)
        cells = CompiledCells(
            configuration: configuration, folder: folder, compiler: compiler, loop: loop, log: log)
        chain = try WorkerChain(
            configuration: configuration, sessionFolder: folder.path,
            temporaryFolder: folder.makeFolder("temporary"), loop: loop, log: log)
        try ForkedProcess.becomeParentOfOrphans()
    }

    /// The beginning of the names of sessions' folders.
    private static let folderPrefix = "unroll-"

    /// Starts the processes, and makes the compiler load what every cell needs.
    public func warmUp() async {
        Task.detached(priority: .background) {
            TemporaryFolder.removeAbandoned(prefix: Self.folderPrefix)
        }
        do {
            try await chain.start()
            try await compiler.start()
            try await cells.warmUp(
                with: session.planning(Cell(code: "", number: 0), CellAnalysis()))
        } catch  where lookahead.isInterrupted {
            // The session has ended, or the user was faster.
        } catch {
            log.error("could not warm up: \(error)")
        }
        renewAssistance()
    }

    /// The worker's assumptions about the runtime that do not hold here, and the consequences.
    public var runtimeProblems: [String] {
        get async { await chain.givenUp.map { "\($0.rawValue): \($0.consequence)" } }
    }

    /// The number of modules of this session that came from the cache, and of those that were
    /// compiled.
    public var cacheUsage: CacheUsage { get async { await cells.usage } }

    /// Ends the session; see `Evaluator`.
    public func shutDown() async {
        lookahead.isInterrupted = true
        forgetLookahead()
        assistance.upkeep?.cancel()
        commands.shell?.send(signal: SIGKILL)
        await compiler.stop()
        await chain.shutDown()
        for subshell in Array(branches.keys) { await closeSubshell(subshell) }
        await cells.close()
    }

    /// Interrupts the running cell; see `Evaluator`.
    public func interrupt() async {
        lookahead.isInterrupted = true
        forgetLookahead()
        // Cells that are being compiled in advance are not affected by an interrupt of the running
        // one.
        if lookahead.tableAfterCurrent == nil { await compiler.cancelCompilations() }
        interruptShell()
        await chain.interrupt()
        await interruptBranches()
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

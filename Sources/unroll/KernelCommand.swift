internal import ArgumentParser
internal import CellEngine
internal import Files
internal import Glibc
internal import JupyterProtocol
internal import KernelServer
internal import Logging
internal import Processes
internal import ZeroMQ

/// `unroll kernel`: runs a kernel for a Jupyter client.
struct KernelCommand: AsyncParsableCommand {
    /// The name of the command.
    private static let name = "kernel"

    static let configuration = CommandConfiguration(
        commandName: name,
        abstract: "Serve a Jupyter client; clients start this themselves.")

    /// The path of the connection file.
    @Option(help: "The connection file, as the client has written it.")
    var connectionFile: String

    /// The minimum level of log messages.
    @Option(help: "What to note on standard error: debug, info, warning, error or critical.")
    var logLevel = "warning"

    /// Indicates whether compiled cells are cached.
    @Flag(
        inversion: .prefixedNo,
        help: "Whether to keep what cells compile to; UNROLL_CACHE=off says no as well.")
    var cache = true

    /// Indicates whether cells are stored in the history file.
    @Flag(
        inversion: .prefixedNo,
        help:
            "Whether to keep what is typed for later sessions; UNROLL_HISTORY=off says no as well.")
    var history = true

    /// Indicates whether waiting cells are compiled while another one runs.
    @Flag(inversion: .prefixedNo, help: "Whether to compile cells that wait while another runs.")
    var compileAhead = true

    /// Returns whether the arguments name this command.
    static func isNamed(in arguments: ArraySlice<String>) -> Bool { arguments.first == name }

    /// Listens at the ports of the connection file among the arguments.
    ///
    /// Errors in the arguments or the file are reported later, when they are used.
    static func listen(_ arguments: ArraySlice<String>) -> ListeningPorts? {
        let option = "--connection-file"
        let path =
            arguments.drop { $0 != option }.dropFirst().first
            ?? arguments.first { $0.hasPrefix(option + "=") }?.dropFirst(option.count + 1)
            .description
        guard let path, let file = try? StartupFile.read(path) else { return nil }
        let connection = file.connection
        let endpoints = KernelChannel.allCases.map { connection.endpoint(of: $0) }
        return ListeningPorts(endpoints.map(Endpoint.init(rawValue:)))
    }

    func run() async throws { try await run(listeningAlready: nil) }

    /// Runs the kernel until it ends, on ports at which this process may already listen.
    func run(listeningAlready ports: ListeningPorts?) async throws {
        let log = try makeLogger()
        if let shortage = MemoryShortage.ofThisProcess() {
            throw CommandFailure("\(shortage)", code: ExitStatus.noKernel)
        }
        let signals = SignalWatch().signals
        let startup: StartupFile
        do {
            startup = try StartupFile.read(connectionFile)
        } catch {
            throw CommandFailure("\(error)", code: ExitStatus.badInput)
        }
        let loop = try EventLoop()
        var engine = Installation.ofThisProcess.engine
        engine.compilesAhead = compileAhead
        engine.cellCache = cache ? CacheFolder.cells : nil
        let evaluator = try SwiftEvaluator(configuration: engine, loop: loop, log: log)
        let kernel = Kernel(
            serving: evaluator, as: KernelIdentity.info, on: startup, storedAt: connectionFile,
            listeningAlready: ports, historyFile: history ? HistoryFile.path : nil,
            cellRecordFile: cellRecordFile, logger: log)
        Task { await Self.obey(signals, kernel) }
        Task { await Self.endWithParent(kernel, loop: loop) }
        do {
            try await kernel.run { _ in Task { await evaluator.warmUp() } }
        } catch {
            throw CommandFailure("\(error)", code: ExitStatus.noKernel)
        }
    }

    /// The path of the file in which the running cell is noted, if a runner has started this kernel
    /// with a connection file in a folder of its own.
    private var cellRecordFile: String? {
        let folder = FilePath.folder(of: connectionFile)
        guard ProcessEnvironment.variables[ProcessGuard.mark] == folder else { return nil }
        return "\(folder)/\(CellRecord.fileName)"
    }

    /// Creates a log on standard error.
    private func makeLogger() throws -> Logger {
        guard let level = Logger.Level(rawValue: logLevel) else {
            throw ValidationError("'\(logLevel)' is no level: use debug, info, warning or error")
        }
        var log = Logger(label: "unroll", factory: { StreamLogHandler.standardError(label: $0) })
        log.logLevel = level
        return log
    }

    /// Interrupts the cell or shuts the kernel down, according to the signals.
    private static func obey(_ signals: AsyncStream<Int32>, _ kernel: Kernel) async {
        for await signal in signals {
            if signal == SIGINT { kernel.interrupt() } else { kernel.shutDown() }
        }
    }

    /// Shuts the kernel down when the process that Jupyter names as its launcher has ended.
    private static func endWithParent(_ kernel: Kernel, loop: EventLoop) async {
        guard let text = getenv("JPY_PARENT_PID").map({ String(cString: $0) }),
            let number = Int32(text), number > 1, let parent = try? ProcessHandle(number)
        else { return }
        await parent.waitForEnd(on: loop)
        kernel.shutDown()
    }
}

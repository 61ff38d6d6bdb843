public import Evaluation
public import JupyterProtocol
public import Logging
public import ZeroMQ

/// A kernel, which makes an evaluator available to Jupyter clients on five channels.
///
/// A kernel runs once. It ends when a client requests a shutdown, when `shutDown()` is called, or
/// when the task that runs it is cancelled; it then shuts the evaluator down.
public final class Kernel: Sendable {
    /// The evaluator of cells.
    private let evaluator: any Evaluator

    /// The description of the kernel.
    private let info: KernelInfoReply

    /// The connection or registration file.
    let startup: StartupFile

    /// The path of the startup file, which need not exist.
    let startupPath: String?

    /// The ports at which the process already listens.
    private let listeningPorts: ListeningPorts?

    /// The log.
    private let logger: Logger

    /// The history file with the cells of all sessions, or `nil` for none.
    private let historyFile: String?

    /// The file in which the running cell is noted, or `nil` for none.
    private let cellRecord: CellRecordFile?

    /// The received messages.
    private let inbox = Inbox()

    /// Creates a kernel.
    ///
    /// - Parameters:
    ///   - evaluator: the evaluator of cells, which the kernel shuts down at its end.
    ///   - info: the description of the kernel.
    ///   - startup: the connection or registration file; ports that are 0 are picked.
    ///   - startupPath: the path of that file. Picked ports are written to it, or beside it if a
    ///     launcher is told the ports; the file is removed when the kernel ends.
    ///   - listeningPorts: ports at which the process already listens, for early clients.
    ///   - historyFile: the history file with the cells of all sessions, or `nil` for none.
    ///   - cellRecordFile: the path of the file in which the running cell is noted, or `nil` for
    ///     none.
    ///   - logger: the log, which should not write to standard output.
    public init(
        serving evaluator: any Evaluator, as info: KernelInfoReply, on startup: StartupFile,
        storedAt startupPath: String? = nil, listeningAlready listeningPorts: ListeningPorts? = nil,
        historyFile: String? = nil, cellRecordFile: String? = nil, logger: Logger
    ) {
        self.evaluator = evaluator
        self.info = info
        self.startup = startup
        self.startupPath = startupPath
        self.listeningPorts = listeningPorts
        self.historyFile = historyFile
        cellRecord = cellRecordFile.flatMap(CellRecordFile.init(path:))
        self.logger = logger
    }

    /// Serves clients until the kernel is shut down and everything has been sent.
    ///
    /// - Parameter whenReady: called with the ports once the kernel can be reached.
    /// - Throws: `KernelServerError`, `JupyterProtocolError` or `ZeroMQError` if the kernel cannot
    ///   start.
    public func run(whenReady: @Sendable (ConnectionFile) -> Void = { _ in }) async throws {
        do {
            let sockets = try await openSockets()
            let file = try storeConnection(sockets.connection)
            whenReady(sockets.connection)
            await withTaskCancellationHandler {
                // This task is not cancelled: every request that was accepted is still answered.
                await Task { await serve(through: sockets) }.value
            } onCancel: { [inbox] in
                inbox.close()
            }
            await sockets.close()
            file?.remove()
        } catch {
            await evaluator.shutDown()
            throw error
        }
    }

    /// Interrupts the running cell, like a client's stop button.
    ///
    /// Meant for the reaction to SIGINT, but not for a signal handler itself.
    public func interrupt() {
        inbox.addInterruption()
    }

    /// Makes `run` return; waiting cells are answered, but not run.
    ///
    /// Meant for the reaction to SIGTERM, or to the end of the launcher.
    public func shutDown() {
        inbox.close()
    }

    /// Binds the sockets, and announces the ports to a launcher if there is one.
    private func openSockets() async throws -> KernelSockets {
        let sockets = try KernelSockets(
            for: startup.connection, listeningAlready: listeningPorts, inbox: inbox
        ) { [logger] channel, error in
            logger.error("\(error)", metadata: ["channel": "\(channel.rawValue)"])
        }
        if case .registration(let registration) = startup {
            try await Registration.announce(sockets.connection.ports, to: registration)
        }
        return sockets
    }

    /// Answers all messages.
    private func serve(through sockets: KernelSockets) async {
        let session = MessageSession(signer: sockets.connection.signer)
        if !session.signer.isChecking {
            logger.warning(
                "the connection file has no key: whoever reaches the kernel can run code as you")
        }
        let outlet = Outlet(session: session, thread: sockets.thread)
        let services = Services(
            evaluator: evaluator, info: info, ports: sockets.connection.ports, inbox: inbox,
            history: History(keptAt: historyFile),
            desk: InputDesk(thread: sockets.thread, inbox: inbox), cellRecord: cellRecord)
        let dispatcher = Dispatcher(services: services, outlet: outlet, logger: logger)
        let lane = ExecutionLane(
            queue: ExecutionQueue(), services: services, outlet: outlet, thread: sockets.thread,
            logger: logger)
        let (controls, entrance) = AsyncStream.makeStream(of: Arrival.self)
        let router = Router(
            reception: Reception(signer: session.signer), dispatcher: dispatcher,
            executions: lane.queue, controls: entrance)
        await withDiscardingTaskGroup { group in
            group.addTask { await lane.run() }
            group.addTask { await lane.announce() }
            group.addTask { for await arrival in controls { await dispatcher.handle(arrival) } }
            for await item in inbox.items { await router.route(item, in: &group) }
            lane.queue.close()
            entrance.finish()
            services.desk.dismiss()
            await evaluator.shutDown()
        }
    }
}

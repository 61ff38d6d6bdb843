public import Evaluation
public import JupyterProtocol
public import Logging
public import ZeroMQ

/// Serves an evaluator to Jupyter clients on five channels.
///
/// A kernel runs once. It ends when a client asks it to, when `shutDown()` is called, or when the
/// task that runs it is cancelled; the evaluator ends with it.
public final class Kernel: Sendable {
    /// Who evaluates cells.
    private let evaluator: any Evaluator

    /// What the kernel is.
    private let info: KernelInfoReply

    /// How the kernel meets its clients.
    let startup: StartupFile

    /// Where the startup file is, or would be.
    let startupPath: String?

    /// Where the process listens already.
    private let listeningPorts: ListeningPorts?

    /// Where mishaps are noted.
    private let logger: Logger

    /// The file with the cells of all sessions; nothing, where none is kept.
    private let historyFile: String?

    /// What arrives.
    private let inbox = Inbox()

    /// Makes a kernel.
    ///
    /// - Parameters:
    ///   - evaluator: who evaluates cells; the kernel ends it.
    ///   - info: what the kernel tells about itself.
    ///   - startup: how it meets its clients; ports that are 0 are picked.
    ///   - startupPath: where that was read from. Ports that were picked are written there, or
    ///     beside it where a launcher hears them; the file goes when the kernel ends.
    ///   - listeningPorts: where the process listens already, for clients that are early.
    ///   - historyFile: the file with the cells of all sessions; nothing, where none is kept.
    ///   - logger: where mishaps are noted; it should not write to standard output.
    public init(
        serving evaluator: any Evaluator, as info: KernelInfoReply, on startup: StartupFile,
        storedAt startupPath: String? = nil, listeningAlready listeningPorts: ListeningPorts? = nil,
        historyFile: String? = nil, logger: Logger
    ) {
        self.evaluator = evaluator
        self.info = info
        self.startup = startup
        self.startupPath = startupPath
        self.listeningPorts = listeningPorts
        self.historyFile = historyFile
        self.logger = logger
    }

    /// Serves until the kernel is to end, and everything that was said has been sent.
    ///
    /// - Parameter whenReady: called once the kernel can be reached, with the ports that it has.
    /// - Throws: `KernelServerError`, `JupyterProtocolError` or `ZeroMQError` where it cannot begin.
    public func run(whenReady: @Sendable (ConnectionFile) -> Void = { _ in }) async throws {
        do {
            let sockets = try await openSockets()
            let file = try storeConnection(sockets.connection)
            whenReady(sockets.connection)
            await withTaskCancellationHandler {
                // Not cancelled itself: every request that was accepted is still answered.
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

    /// Asks the running cell to end, as a client's stop button does.
    ///
    /// For whoever receives SIGINT; not from within the handler of a signal.
    public func interrupt() {
        inbox.addInterruption()
    }

    /// Lets `run` come to an end; cells that wait are answered, but not run.
    ///
    /// For whoever receives SIGTERM, or notices that the launcher has died.
    public func shutDown() {
        inbox.close()
    }

    /// Binds the sockets, and tells a launcher where that was asked for.
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

    /// Answers everything that arrives.
    private func serve(through sockets: KernelSockets) async {
        let session = MessageSession(signer: sockets.connection.signer)
        let outlet = Outlet(session: session, thread: sockets.thread)
        let services = Services(
            evaluator: evaluator, info: info, ports: sockets.connection.ports, inbox: inbox,
            history: History(keptAt: historyFile),
            desk: InputDesk(thread: sockets.thread, inbox: inbox))
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

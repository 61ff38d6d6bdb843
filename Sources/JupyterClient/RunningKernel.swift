internal import Glibc
internal import JSON
public import JupyterProtocol
public import Processes

/// A running kernel and the client's side of the conversation with it.
///
/// The kernel ends with this process, however that ends.
public final class RunningKernel: Sendable {
    /// What was started.
    public let specification: KernelSpecification

    /// What the kernel says of itself.
    public let description: KernelDescription

    /// The kernel's process.
    private let process: KernelProcess

    /// Where the kernel's messages arrive.
    private let inbox: KernelInbox

    /// The kernel's channels.
    private let connection: KernelConnection

    /// The folder with the connection file.
    private let folder: RuntimeFolder

    /// Takes over what was started.
    init(_ session: StartedKernel, specification: KernelSpecification) {
        self.specification = specification
        description = session.description
        inbox = session.inbox
        process = session.process
        connection = session.connection
        folder = session.folder
    }

    /// Starts a kernel and returns once it answers and nothing that it says can be missed.
    ///
    /// - Parameters:
    ///   - launch: what to start, and how.
    ///   - loop: where the process is waited for; it must live as long as the kernel.
    /// - Throws: `JupyterClientError`, where the program is missing, ends or does not answer.
    public static func start(
        _ launch: KernelLaunch, on loop: EventLoop
    ) async throws(JupyterClientError) -> RunningKernel {
        let session = try await KernelStarter(launch: launch, loop: loop).start()
        return RunningKernel(session, specification: launch.specification)
    }

    /// All that the kernel says, in the order of arrival, and at last how it ended.
    ///
    /// There is one such sequence for each kernel: who asks for it, or for `receive(with:)`, last
    /// gets everything from then on.
    public var events: AsyncStream<KernelEvent> {
        let (events, continuation) = AsyncStream.makeStream(of: KernelEvent.self)
        receive { event in
            continuation.yield(event)
            if case .exit = event.content { continuation.finish() }
        }
        return events
    }

    /// Hands all that the kernel says to somebody, one event at a time and in their order.
    ///
    /// The receiver is called on threads of the kernel's and should return quickly.
    public func receive(with receiver: @escaping @Sendable (KernelEvent) -> Void) {
        inbox.pass(to: receiver)
    }

    /// Asks for a cell to be run and returns at once; several requests wait for one another in the
    /// kernel.
    ///
    /// - Parameter cellID: what identifies the cell, so that the kernel can tell that it is run again.
    public func execute(_ request: ExecuteRequest, cellID: String? = nil) -> MessageID {
        let metadata: JSONObject = cellID.map { ["cellId": .string($0)] } ?? [:]
        return connection.send(request, on: .shell, metadata: metadata)
    }

    /// Answers a cell that asks for a line of input.
    public func answer(_ line: String) {
        connection.send(InputReply(value: line), on: .stdin)
    }

    /// Says something on a comm.
    public func send(_ message: CommMessage) {
        connection.send(message, on: .shell)
    }

    /// Asks the running cell to end, in the way that the kernel wants.
    public func interrupt() async {
        switch specification.interruptMode {
        case .message: connection.send(InterruptRequest(), on: .control)
        case .signal: await process.send(signal: SIGINT)
        }
    }

    /// Ends the kernel: asks it to, and where it does not listen, makes it.
    ///
    /// - Parameter patience: how long to wait after asking, and again after SIGTERM.
    /// - Returns: how the kernel ended.
    @discardableResult
    public func shutDown(patience: Duration = .seconds(3)) async -> KernelExit {
        connection.send(ShutdownRequest(restarts: false), on: .control)
        let status = await process.end(patience: patience)
        await connection.close()
        folder.remove()
        return KernelExit(status: status, lines: await process.lastLines)
    }

    /// Asks the kernel's process, and all of its group, to end.
    public func terminate() async {
        await process.send(signal: SIGTERM)
    }

    /// Ends the kernel at once.
    public func kill() async {
        await process.send(signal: SIGKILL)
    }
}

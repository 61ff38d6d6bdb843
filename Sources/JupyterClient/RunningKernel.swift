internal import Glibc
internal import JSON
public import JupyterProtocol
public import Processes

/// A running kernel, with a client's connection to it.
///
/// The kernel ends with this process, in whatever way that ends.
public final class RunningKernel: Sendable {
    /// The specification from which the kernel was started.
    public let specification: KernelSpecification

    /// The kernel's description of itself.
    public let description: KernelDescription

    /// The process ID of the kernel.
    private let process: KernelProcess

    /// The inbox for the kernel's messages.
    private let inbox: KernelInbox

    /// The connection to the kernel's channels.
    private let connection: KernelConnection

    /// The folder with the connection file.
    private let folder: RuntimeFolder

    /// Creates a kernel from its started parts.
    init(_ session: StartedKernel, specification: KernelSpecification) {
        self.specification = specification
        description = session.description
        inbox = session.inbox
        process = session.process
        connection = session.connection
        folder = session.folder
    }

    /// Starts a kernel, and returns when it has answered and its broadcasts are received.
    ///
    /// - Parameters:
    ///   - launch: the kernel to start and its settings.
    ///   - loop: the event loop that waits for the process; it must live as long as the kernel.
    /// - Throws: `JupyterClientError` if the program is missing, ends or does not answer.
    public static func start(
        _ launch: KernelLaunch, on loop: EventLoop
    ) async throws(JupyterClientError) -> RunningKernel {
        let session = try await KernelStarter(launch: launch, loop: loop).start()
        return RunningKernel(session, specification: launch.specification)
    }

    /// All events of the kernel in order of arrival, ending with its exit.
    ///
    /// There is only one such sequence per kernel: the last caller of this or of `receive(with:)`
    /// receives all further events.
    public var events: AsyncStream<KernelEvent> {
        let (events, continuation) = AsyncStream.makeStream(of: KernelEvent.self)
        receive { event in
            continuation.yield(event)
            if case .exit = event.content { continuation.finish() }
        }
        return events
    }

    /// Passes all events of the kernel to a closure, one at a time and in order.
    ///
    /// The closure is called on the kernel's threads and should return quickly.
    public func receive(with receiver: @escaping @Sendable (KernelEvent) -> Void) {
        inbox.pass(to: receiver)
    }

    /// Requests the execution of a cell without waiting for it; the kernel runs requests in order.
    ///
    /// - Parameter cellID: the ID of the cell, by which the kernel recognizes repeated runs.
    public func execute(_ request: ExecuteRequest, cellID: String? = nil) -> MessageID {
        let metadata: JSONObject = cellID.map { ["cellId": .string($0)] } ?? [:]
        return connection.send(request, on: .shell, metadata: metadata)
    }

    /// Answers the running cell's request for input.
    public func answer(_ line: String) {
        connection.send(InputReply(value: line), on: .stdin)
    }

    /// Sends a message on a comm.
    public func send(_ message: CommMessage) {
        connection.send(message, on: .shell)
    }

    /// Interrupts the running cell, in the way that the kernel specifies.
    public func interrupt() async {
        switch specification.interruptMode {
        case .message: connection.send(InterruptRequest(), on: .control)
        case .signal: await process.send(signal: SIGINT)
        }
    }

    /// Shuts the kernel down, by force if it does not react.
    ///
    /// - Parameter patience: the time to wait after the request, and again after SIGTERM.
    /// - Returns: the exit of the kernel.
    @discardableResult
    public func shutDown(patience: Duration = .seconds(3)) async -> KernelExit {
        connection.send(ShutdownRequest(restarts: false), on: .control)
        let status = await process.end(patience: patience)
        await connection.close()
        folder.remove()
        return KernelExit(
            status: status, lines: await process.lastLines, excess: await process.excess)
    }

    /// Sends SIGTERM to the kernel's process group.
    public func terminate() async {
        await process.send(signal: SIGTERM)
    }

    /// Kills the kernel.
    public func kill() async {
        await process.send(signal: SIGKILL)
    }
}

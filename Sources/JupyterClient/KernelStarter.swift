internal import Files
internal import Glibc
internal import JupyterProtocol
internal import Processes
internal import ZeroMQ

/// A starter of kernels, which also waits until they are ready.
struct KernelStarter {
    /// The kernel to start and its settings.
    let launch: KernelLaunch

    /// The event loop that waits for the process.
    let loop: EventLoop

    /// The number of attempts if other processes take the ports.
    private static let attempts = 3

    /// The interval between two tests of whether the kernel listens.
    private static let interval = Duration.milliseconds(2)

    /// The time without messages after which a kernel that has ended is taken to have sent
    /// everything.
    private static let silence = Duration.milliseconds(20)

    /// The time to wait for the broadcast that should precede the reply, before asking again.
    private static let broadcastLimit = Duration.milliseconds(50)

    /// Starts the kernel, with other ports if another process has taken them meanwhile.
    func start() async throws(JupyterClientError) -> StartedKernel {
        for _ in 1..<Self.attempts {
            do throws(JupyterClientError) {
                return try await attempt()
            } catch {
                guard launch.transport == .tcp, error.isAboutPorts else { throw error }
            }
        }
        return try await attempt()
    }

    /// Makes one attempt to start the kernel.
    private func attempt() async throws(JupyterClientError) -> StartedKernel {
        let folder = try RuntimeFolder(
            environment: launch.environment, processGuard: launch.processGuard)
        let file = try connectionFile(in: folder)
        let path = LaunchCommand.connectionFile(in: folder.path)
        let command = try LaunchCommand(
            of: launch.specification, folder: folder.path, environment: launch.environment,
            parent: getpid()
        ).limited(memory: launch.limits.addressSpace, processor: launch.limits.processorTime)
        let process = KernelProcess(
            on: loop, folder: folder.path, processGuard: launch.processGuard)
        try await Self.translating("prepare the kernel \(launch.specification.name)") {
            try file.write(to: path)
            try await process.start(
                command, workingDirectory: launch.workingDirectory, limits: launch.limits)
        }
        do throws(JupyterClientError) {
            let deadline = ContinuousClock.now + launch.limit
            try await waitUntilOpen(file, process: process, deadline: deadline)
            return try await meet(file, process: process, folder: folder, deadline: deadline)
        } catch {
            await process.send(signal: SIGKILL)
            throw error
        }
    }

    /// Creates the connection file of a new kernel.
    private func connectionFile(
        in folder: RuntimeFolder
    ) throws(JupyterClientError) -> ConnectionFile {
        let name = launch.specification.name
        guard launch.transport == .ipc else {
            return ConnectionFile(ports: try FreePorts.pick(), kernelName: name)
        }
        let ports = KernelPorts(shell: 1, iopub: 2, stdin: 3, control: 4, heartbeat: 5)
        return ConnectionFile(
            transport: .ipc, ip: "\(folder.path)/kernel", ports: ports, kernelName: name)
    }

    /// Waits until the kernel listens on every channel.
    private func waitUntilOpen(
        _ file: ConnectionFile, process: KernelProcess, deadline: ContinuousClock.Instant
    ) async throws(JupyterClientError) {
        for channel in KernelConnection.channels {
            while !EndpointProbe.isOpen(file.endpoint(of: channel)) {
                if await process.waitForExit(atMost: Self.interval) != nil {
                    throw await failure(of: process)
                }
                guard ContinuousClock.now < deadline else { throw await failure(of: process) }
            }
        }
    }

    /// Connects to a kernel that listens, and waits for its reply.
    private func meet(
        _ file: ConnectionFile, process: KernelProcess, folder: RuntimeFolder,
        deadline: ContinuousClock.Instant
    ) async throws(JupyterClientError) -> StartedKernel {
        let inbox = KernelInbox()
        let connection = try await Self.translating("connect to the kernel") {
            try KernelConnection(to: file) { inbox.receive($1, on: $0) }
        }
        Task {
            let status = await process.waitForExit()
            await Self.drain(connection, into: inbox)
            let record = try? WholeFile.read("\(folder.path)/\(CellRecord.fileName)")
            inbox.close(
                with: KernelExit(
                    status: status ?? .exited(0), lines: await process.lastLines,
                    excess: await process.excess,
                    cell: record.flatMap(CellRecord.init(bytes:))))
        }
        while let answer = await ask(connection, inbox: inbox, deadline: deadline) {
            let isHeard = await hears(inbox, process: process)
            guard isHeard else { continue }
            return StartedKernel(
                process: process, connection: connection, folder: folder,
                description: KernelDescription(answer), inbox: inbox)
        }
        throw await failure(of: process)
    }

    /// Waits for the last messages of a kernel that has ended.
    ///
    /// They may still be in transit, and nothing marks the last one: this waits until none has
    /// arrived for a short time.
    private static func drain(_ connection: KernelConnection, into inbox: KernelInbox) async {
        for _ in 0..<10 {
            let count = inbox.messageCount
            try? await Task.sleep(for: silence)
            await connection.settle()
            guard inbox.messageCount > count else { return }
        }
    }

    /// Requests the kernel's description; returns `nil` if the kernel has ended or the deadline has
    /// passed.
    private func ask(
        _ connection: KernelConnection, inbox: KernelInbox, deadline: ContinuousClock.Instant
    ) async -> Message? {
        let message = connection.session.message(KernelInfoRequest())
        let id = message.header.id
        inbox.expectAnswer(to: id)
        connection.send(message, on: .shell)
        let alarm = Task {
            try await Task.sleep(until: deadline)
            inbox.giveUp(id)
        }
        defer { alarm.cancel() }
        return await inbox.answer(to: id)
    }

    /// Returns whether the kernel's broadcasts arrive; they began before its reply was sent.
    private func hears(_ inbox: KernelInbox, process: KernelProcess) async -> Bool {
        let deadline = ContinuousClock.now + Self.broadcastLimit
        while !inbox.hasHeardBroadcast {
            if await process.waitForExit(atMost: Self.interval) != nil { return false }
            guard ContinuousClock.now < deadline else { return false }
        }
        return true
    }

    /// Returns an error that explains why a kernel is not ready.
    private func failure(of process: KernelProcess) async -> JupyterClientError {
        let name = launch.specification.name
        let lines = await process.lastLines
        guard let exit = await process.exit else {
            return .notReady(kernel: name, after: launch.limit, lines: lines)
        }
        let whole = KernelExit(status: exit, lines: lines, excess: await process.excess)
        return .endedAtStart(kernel: name, exit: "\(whole)", lines: lines)
    }

    /// Runs a closure, and converts its errors to `setupFailed` with the operation.
    private static func translating<Result>(
        _ operation: String, _ body: () async throws -> Result
    ) async throws(JupyterClientError) -> Result {
        do {
            return try await body()
        } catch {
            throw .setupFailed(operation: operation, cause: "\(error)")
        }
    }
}

extension JupyterClientError {
    /// Indicates whether a kernel ended because its ports were taken.
    fileprivate var isAboutPorts: Bool {
        guard case .endedAtStart(_, _, let lines) = self else { return false }
        return lines.contains { $0.lowercased().contains("address already in use") }
    }
}

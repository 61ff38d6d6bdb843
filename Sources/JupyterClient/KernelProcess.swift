internal import Glibc
internal import Processes

/// The process of a kernel, with its output.
actor KernelProcess {
    /// The event loop that waits for the process; the process is killed when its thread ends.
    private nonisolated let loop: EventLoop

    /// The executor of the actor, which waits for the process without changing threads.
    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    /// The process, once it has been started.
    private var process: ChildProcess?

    /// The exit of the process, once it has ended.
    private var end: ProcessExit?

    /// The tasks that wait for the exit.
    private var waiters: [Int: CheckedContinuation<ProcessExit?, Never>] = [:]

    /// The limit that the process and its descendants exceeded, if they were killed for it.
    private(set) var excess: String?

    /// The last output of the process.
    private var tail = OutputTail()

    /// The reading end of the pipe for the process's output.
    private var output: Descriptor?

    /// The folder that identifies the processes which the kernel starts.
    private let folder: String

    /// The guard that ends the process and its descendants when this process is killed.
    private let processGuard: ProcessGuard?

    /// Creates a process that is not started yet.
    init(on loop: EventLoop, folder: String, processGuard: ProcessGuard?) {
        self.loop = loop
        self.folder = folder
        self.processGuard = processGuard
    }

    /// The last lines of the process's output.
    var lastLines: [String] {
        readOutput()
        return tail.lines
    }

    /// The exit of the process, once it has ended.
    var exit: ProcessExit? { end }

    /// Starts the process.
    ///
    /// It leads its own process group, so that an interrupt in the terminal reaches only this
    /// process, and it is killed when this process ends, in whatever way.
    func start(
        _ command: LaunchCommand, workingDirectory: String?, limits: KernelLimits
    ) throws(ProcessError) {
        let pipe = try Descriptor.pipe()
        try pipe.reading.makeNonblocking()
        var configuration = ProcessConfiguration(
            executable: command.executable, arguments: command.arguments,
            environment: command.environment, workingDirectory: workingDirectory,
            descriptors: [nil, pipe.writing, pipe.writing])
        configuration.leadsProcessGroup = true
        configuration.diesWithParent = true
        configuration.processors = limits.processors
        configuration.isExpendable = limits.needWatching
        let process = try ChildProcess(starting: configuration)
        self.process = process
        output = pipe.reading
        processGuard?.add(group: process.identifier, folder: folder)
        Task { await self.listen() }
        if limits.needWatching { Task { await self.watch(limits) } }
        Task { await self.finish(with: process.exit(on: self.loop)) }
    }

    /// The time between two looks at what the processes use.
    private static let watchInterval = Duration.milliseconds(200)

    /// Kills the process and its descendants as soon as they exceed a limit.
    private func watch(_ limits: KernelLimits) async {
        while end == nil {
            try? await Task.sleep(for: Self.watchInterval)
            // On another thread: it takes long when there are many processes.
            let found = await Task.detached { [folder] in
                limits.excess(of: ProcessGuard.members(of: folder))
            }.value
            guard let found, end == nil else { continue }
            excess = found
            await Task.detached { [folder] in ProcessGuard.endAll(of: folder) }.value
            return
        }
    }

    /// Sends a signal to the process group; does nothing if the process has ended.
    func send(signal: Int32) {
        guard end == nil else { return }
        process?.sendToGroup(signal: signal)
    }

    /// Waits for the process to end, up to a limit; returns `nil` if the limit has passed.
    func waitForExit(atMost limit: Duration? = nil) async -> ProcessExit? {
        if let end { return end }
        let key = (waiters.keys.max() ?? 0) + 1
        return await withCheckedContinuation { continuation in
            waiters[key] = continuation
            guard let limit else { return }
            Task {
                try? await Task.sleep(for: limit)
                self.waiters.removeValue(forKey: key)?.resume(returning: nil)
            }
        }
    }

    /// Ends the process: waits, sends SIGTERM, and finally SIGKILL.
    func end(patience: Duration) async -> ProcessExit {
        for signal in [SIGTERM, SIGKILL] {
            if let exit = await waitForExit(atMost: patience) { return exit }
            send(signal: signal)
        }
        return await waitForExit() ?? .killed(signal: SIGKILL)
    }

    /// Records the exit and resumes all waiting tasks.
    private func finish(with exit: ProcessExit) async {
        if let group = process?.identifier {
            process = nil
            // On another thread: orphans get time to end by themselves.
            await Task.detached { [folder] in
                ProcessGuard.endRest(ofGroup: group, folder: folder)
            }.value
            processGuard?.remove(group: group)
        }
        end = exit
        let waiting = waiters.values
        waiters = [:]
        for waiter in waiting { waiter.resume(returning: exit) }
    }

    /// Reads the output of the process until its end.
    private func listen() async {
        while let output {
            await loop.waitUntilReadable(output)
            guard readOutput() else { return }
        }
    }

    /// Reads the available output; returns whether more may follow.
    @discardableResult
    private func readOutput() -> Bool {
        while let output {
            do {
                guard let bytes = try output.read(upTo: 1 << 14) else { return true }
                guard !bytes.isEmpty else { return false }
                tail.append(bytes)
            } catch {
                return false
            }
        }
        return false
    }
}

/// The last lines of a process's output.
struct OutputTail: Sendable {
    /// The maximum number of lines.
    private static let lineCount = 20

    /// The maximum number of bytes.
    private static let byteCount = 16_384

    /// The last bytes.
    private var bytes: [UInt8] = []

    /// Appends output.
    mutating func append(_ piece: [UInt8]) {
        bytes += piece
        if bytes.count > 2 * Self.byteCount { bytes.removeFirst(bytes.count - Self.byteCount) }
    }

    /// The last lines, without empty ones.
    var lines: [String] {
        bytes.suffix(Self.byteCount).split(separator: 0x0A)
            .map { String(decoding: $0, as: UTF8.self) }
            .filter { !$0.allSatisfy(\.isWhitespace) }
            .suffix(Self.lineCount)
    }
}

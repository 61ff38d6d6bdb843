internal import Glibc
internal import Processes

/// A kernel's process: started, listened to, and waited for.
actor KernelProcess {
    /// Where the process was started and is waited for; it dies with this thread.
    private nonisolated let loop: EventLoop

    /// The actor's work is done where the process can be waited for without changing threads.
    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    /// The process, once it has been started.
    private var process: ChildProcess?

    /// How the process ended, once it has.
    private var end: ProcessExit?

    /// Who waits for the end.
    private var waiters: [Int: CheckedContinuation<ProcessExit?, Never>] = [:]

    /// What the process wrote last.
    private var tail = OutputTail()

    /// The end of the pipe that the process writes to.
    private var output: Descriptor?

    /// The folder by which processes that it starts in turn can be told.
    private let folder: String

    /// Who ends the process and what it has started, when this process is killed.
    private let processGuard: ProcessGuard?

    /// Prepares to start a process.
    init(on loop: EventLoop, folder: String, processGuard: ProcessGuard?) {
        self.loop = loop
        self.folder = folder
        self.processGuard = processGuard
    }

    /// The last lines that the process wrote.
    var lastLines: [String] {
        readOutput()
        return tail.lines
    }

    /// How the process ended, once it has.
    var exit: ProcessExit? { end }

    /// Starts the process.
    ///
    /// It leads a group of its own, so that an interrupt at the terminal reaches only this process,
    /// and it is killed when this process ends, however that ends.
    func start(_ command: LaunchCommand, workingDirectory: String?) throws(ProcessError) {
        let pipe = try Descriptor.pipe()
        try pipe.reading.makeNonblocking()
        var configuration = ProcessConfiguration(
            executable: command.executable, arguments: command.arguments,
            environment: command.environment, workingDirectory: workingDirectory,
            descriptors: [nil, pipe.writing, pipe.writing])
        configuration.leadsProcessGroup = true
        configuration.diesWithParent = true
        let process = try ChildProcess(starting: configuration)
        self.process = process
        output = pipe.reading
        processGuard?.add(group: process.identifier, folder: folder)
        Task { await self.listen() }
        Task { await self.finish(with: process.exit(on: self.loop)) }
    }

    /// Sends a signal to the process and all of its group; does nothing once it has ended.
    func send(signal: Int32) {
        guard end == nil else { return }
        process?.sendToGroup(signal: signal)
    }

    /// Waits until the process has ended, at most for some time; returns nothing when that is over.
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

    /// Ends the process, by SIGTERM and at last SIGKILL where it does not end by itself.
    func end(patience: Duration) async -> ProcessExit {
        for signal in [SIGTERM, SIGKILL] {
            if let exit = await waitForExit(atMost: patience) { return exit }
            send(signal: signal)
        }
        return await waitForExit() ?? .killed(signal: SIGKILL)
    }

    /// Notes the end and tells everybody who waits for it.
    private func finish(with exit: ProcessExit) {
        if let process {
            ProcessGuard.endRest(ofGroup: process.identifier, folder: folder)
            processGuard?.remove(group: process.identifier)
        }
        end = exit
        let waiting = waiters.values
        waiters = [:]
        for waiter in waiting { waiter.resume(returning: exit) }
    }

    /// Reads what the process writes, as long as anybody can write.
    private func listen() async {
        while let output {
            await loop.waitUntilReadable(output)
            guard readOutput() else { return }
        }
    }

    /// Reads what is there; returns whether more may come.
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

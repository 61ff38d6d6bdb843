internal import CellProtocol
internal import Glibc
internal import Logging
internal import Processes

/// The compiler process: started when it is first needed, and again when it has ended.
actor CompilerProcess {
    /// A process that is running.
    private struct Running {
        let line: MessageChannel<CompilerRequest, CompilerReply>
        let process: ProcessHandle
    }

    /// Where the parts of the engine lie.
    private let configuration: EngineConfiguration

    /// The thread that all this happens on.
    private let loop: EventLoop

    /// Where faults are noted.
    private let log: Logger

    /// The folder of the session, which the process removes when the kernel is gone.
    private let sessionFolder: String

    /// The process, where it runs.
    private var running: Running?

    /// Who waits for answers, by the number of the request.
    private var waiting: [Int: CheckedContinuation<CompilerReply.Answer?, Never>] = [:]

    /// How many requests there have been.
    private var requestCount = 0

    /// The toolchain that the process works with, as soon as it has said so.
    private(set) var toolchain: Toolchain?

    /// Who waits for the process to say with which toolchain it works.
    private var awaitingToolchain: [CheckedContinuation<Toolchain?, Never>] = []

    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    /// Makes a description of a process that does not run yet.
    init(
        configuration: EngineConfiguration, sessionFolder: String, loop: EventLoop, log: Logger
    ) {
        self.configuration = configuration
        self.sessionFolder = sessionFolder
        self.loop = loop
        self.log = log
    }

    /// Asks the process something and returns its answer.
    ///
    /// A process that ends while it is asked is started once more and asked again: odd input can
    /// crash the compiler, and what crashed it may not do so twice.
    ///
    /// - Throws: `EngineError`, where there is no process to ask, or none that answers.
    func ask(_ question: CompilerRequest.Question) async throws(EngineError) -> CompilerReply.Answer
    {
        for _ in 0..<2 {
            try start()
            guard let answer = await answer(to: question) else {
                guard toolchain != nil else { throw Self.neverReady }
                continue
            }
            if case .failed(let cause) = answer { throw .compilerFailed(cause: cause) }
            return answer
        }
        throw .compilerEnded(how: "it ended without an answer")
    }

    /// What is wrong with a process that ends before it has greeted anybody.
    private static let neverReady = EngineError.cannotStart(
        part: "compiler process",
        cause: "it ended before it was ready; the toolchain it was built with may be gone")

    /// Ends the process at once; whoever waits for an answer gets none.
    func stop() {
        running?.process.send(signal: SIGKILL)
    }

    /// Starts the process, where it does not run.
    func start() throws(EngineError) {
        guard running == nil else { return }
        do {
            let (own, theirs) = try Channel.pair()
            var arguments = [configuration.moduleCache, sessionFolder]
            if !configuration.usesSourceKit { arguments.append("--no-sourcekit") }
            var environment = WorkerEnvironment.current()
            environment["SWIFT_BACKTRACE"] = "enable=no"
            var process = ProcessConfiguration(
                executable: configuration.compilerExecutable, arguments: arguments,
                environment: environment, workingDirectory: sessionFolder,
                descriptors: [nil, nil, Descriptor(owning: dup(2)), theirs.descriptor])
            process.leadsProcessGroup = true
            let child = try ChildProcess(starting: process)
            let handle = try ProcessHandle(child.identifier)
            let started = Running(line: MessageChannel(own), process: handle)
            running = started
            listen(to: started)
        } catch {
            throw .cannotStart(part: "compiler process", cause: "\(error)")
        }
    }

    /// Returns the toolchain as soon as the process has said which it is, which it does before it is
    /// ready for anything else; nothing, where it ends instead.
    func greeting() async -> Toolchain? {
        if let toolchain { return toolchain }
        guard (try? start()) != nil else { return nil }
        return await withCheckedContinuation { awaitingToolchain.append($0) }
    }

    /// Sets the toolchain, and tells it to those who wait for it.
    private func greet(_ toolchain: Toolchain?) {
        if let toolchain { self.toolchain = toolchain }
        let waiting = awaitingToolchain
        awaitingToolchain = []
        for continuation in waiting { continuation.resume(returning: toolchain) }
    }

    /// Sends a question and waits for the answer; nothing, where the process ends before it.
    private func answer(
        to question: CompilerRequest.Question
    ) async -> CompilerReply.Answer? {
        guard let running else { return nil }
        requestCount += 1
        let number = requestCount
        return await withCheckedContinuation { continuation in
            waiting[number] = continuation
            do {
                try running.line.send(CompilerRequest(number: number, question: question))
            } catch {
                // Who listens to the line hears that it is closed.
                log.debug("could not ask the compiler process: \(error)")
            }
        }
    }

    /// Hands answers to those who wait for them, until the process has ended.
    private func listen(to started: Running) {
        Task {
            do {
                while let (reply, _) = try await started.line.receive(on: loop) { take(reply) }
            } catch {
                log.error("the compiler process does not make sense: \(error)")
                started.process.send(signal: SIGKILL)
            }
            running = nil
            greet(nil)
            let abandoned = waiting.values
            waiting = [:]
            for continuation in abandoned { continuation.resume(returning: nil) }
            await started.process.waitForEnd(on: loop)
        }
    }

    /// Takes a reply.
    private func take(_ reply: CompilerReply) {
        if case .ready(let toolchain) = reply.answer { greet(toolchain) }
        waiting.removeValue(forKey: reply.number)?.resume(returning: reply.answer)
    }
}

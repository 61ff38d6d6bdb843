internal import CellProtocol
internal import Glibc
internal import Logging
internal import Processes

/// One process that compiles, from its start to its end, and those who wait for its answers.
///
/// Used on the engine's loop only.
final class CompilerInstance {
    /// The line to the process.
    private let line: MessageChannel<CompilerRequest, CompilerReply>

    /// The process.
    private let process: ProcessHandle

    /// Who waits for answers, by the number of the request.
    private var waiting: [Int: CheckedContinuation<CompilerReply.Answer?, Never>] = [:]

    /// The requests for compilations among them.
    private var compilations: Set<Int> = []

    /// How many requests there have been.
    private var requestCount = 0

    /// The toolchain that the process works with, as soon as it has said so.
    private(set) var toolchain: Toolchain?

    /// Who waits for the process to say with which toolchain it works.
    private var awaitingToolchain: [CheckedContinuation<Toolchain?, Never>] = []

    /// Whether nobody answers any longer.
    private var hasEnded = false

    /// Whether a compilation is under way.
    var isCompiling: Bool { !compilations.isEmpty }

    /// Starts a process.
    init(configuration: EngineConfiguration, sessionFolder: String) throws {
        let (own, theirs) = try Channel.pair()
        var arguments = [configuration.moduleCache, sessionFolder]
        if !configuration.usesSourceKit { arguments.append("--no-sourcekit") }
        var environment = WorkerEnvironment.current()
        environment["SWIFT_BACKTRACE"] = "enable=no"
        var settings = ProcessConfiguration(
            executable: configuration.compilerExecutable, arguments: arguments,
            environment: environment, workingDirectory: sessionFolder,
            descriptors: [nil, nil, Descriptor(owning: dup(2)), theirs.descriptor])
        settings.leadsProcessGroup = true
        process = try ProcessHandle(try ChildProcess(starting: settings).identifier)
        line = MessageChannel(own)
    }

    /// Returns the toolchain as soon as the process has said which it is; nothing, where it ends
    /// instead.
    func greeting(isolation: isolated (any Actor)? = #isolation) async -> Toolchain? {
        if let toolchain { return toolchain }
        guard !hasEnded else { return nil }
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
    func answer(
        to question: CompilerRequest.Question, isolation: isolated (any Actor)? = #isolation
    ) async -> CompilerReply.Answer? {
        guard !hasEnded else { return nil }
        requestCount += 1
        let number = requestCount
        if case .compile = question { compilations.insert(number) }
        return await withCheckedContinuation { continuation in
            waiting[number] = continuation
            // Who listens to the line hears that it is closed.
            try? line.send(CompilerRequest(number: number, question: question))
        }
    }

    /// Hands answers to those who wait for them; returns when the process has ended.
    func listen(
        on loop: EventLoop, log: Logger, isolation: isolated (any Actor)? = #isolation
    ) async {
        do {
            while let (reply, _) = try await line.receive(on: loop) { take(reply) }
        } catch {
            log.error("the compiler process does not make sense: \(error)")
        }
        end()
        await process.waitForEnd(on: loop)
    }

    /// Ends the process and what it has started; whoever waits for an answer gets none.
    func end() {
        // The group is gone when the process has been taken out of the system's table.
        if kill(-process.identifier, SIGKILL) < 0 { process.send(signal: SIGKILL) }
        hasEnded = true
        compilations = []
        greet(nil)
        let abandoned = waiting.values
        waiting = [:]
        for continuation in abandoned { continuation.resume(returning: nil) }
    }

    /// Takes a reply.
    private func take(_ reply: CompilerReply) {
        if case .ready(let toolchain) = reply.answer { greet(toolchain) }
        compilations.remove(reply.number)
        waiting.removeValue(forKey: reply.number)?.resume(returning: reply.answer)
    }
}

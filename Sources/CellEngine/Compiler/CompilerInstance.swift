internal import CellProtocol
internal import Glibc
internal import Logging
internal import Processes

/// A compiler process, from its start to its end, with the tasks that wait for its replies.
///
/// It must be used only on the engine's event loop.
final class CompilerInstance {
    /// The channel to the process.
    private let line: MessageChannel<CompilerRequest, CompilerReply>

    /// The process.
    private let process: ProcessHandle

    /// The outcome of a request.
    enum Outcome: Sendable {
        /// The process has replied.
        case answer(CompilerReply.Answer)
        /// The process has ended before it replied.
        case ended
        /// The process took too long to reply, and was killed.
        case late(limit: Duration)
        /// The user has cancelled the request.
        case givenUp
    }

    /// The tasks that wait for replies, by the number of the request.
    private var waiting: [Int: CheckedContinuation<Outcome, Never>] = [:]

    /// The requests among them that the user can cancel.
    private var ofCells: Set<Int> = []

    /// The limits of waits that differ from the usual ones.
    private let waitLimits: [Wait: Duration]

    /// The number of requests so far.
    private var requestCount = 0

    /// The toolchain of the process, once it has reported it.
    private(set) var toolchain: Toolchain?

    /// The tasks that wait for the toolchain.
    private var awaitingToolchain: [CheckedContinuation<Toolchain?, Never>] = []

    /// Indicates whether the process no longer replies.
    private(set) var hasEnded = false

    /// Indicates whether a cell is being compiled or analyzed.
    var isAtWorkForCell: Bool { !ofCells.isEmpty }

    /// Indicates whether the process was killed because the user cancelled its work on a cell.
    private var isGivenUp = false

    /// The ID of the process.
    var processIdentifier: Int32 { process.identifier }

    /// Starts a process.
    init(
        configuration: EngineConfiguration, moduleCache: String, sessionFolder: String
    ) throws {
        let (own, theirs) = try Channel.pair()
        var arguments = [moduleCache, sessionFolder, "\(getpid())"]
        if !configuration.usesSourceKit { arguments.append("--no-sourcekit") }
        var environment = ProcessEnvironment.variables
        environment["SWIFT_BACKTRACE"] = "enable=no"
        var settings = ProcessConfiguration(
            executable: configuration.compilerExecutable, arguments: arguments,
            environment: environment, workingDirectory: sessionFolder,
            descriptors: [nil, nil, Descriptor(owning: dup(2)), theirs.descriptor])
        settings.leadsProcessGroup = true
        settings.wakesAtParentsEnd = true
        waitLimits = configuration.waitLimits
        process = try ProcessHandle(try ChildProcess(starting: settings).identifier)
        line = MessageChannel(own)
    }

    /// Waits for the process to report its toolchain; returns `nil` if the process ends.
    func greeting(isolation: isolated (any Actor)? = #isolation) async -> Toolchain? {
        if let toolchain { return toolchain }
        guard !hasEnded else { return nil }
        let alarm = Alarm(.greeting, limits: waitLimits) { self.end() }
        defer { alarm.cancel() }
        return await withCheckedContinuation { awaitingToolchain.append($0) }
    }

    /// Sets the toolchain, and resumes the tasks that wait for it.
    private func greet(_ toolchain: Toolchain?) {
        if let toolchain { self.toolchain = toolchain }
        let waiting = awaitingToolchain
        awaitingToolchain = []
        for continuation in waiting { continuation.resume(returning: toolchain) }
    }

    /// Sends a request and waits for its outcome.
    func answer(
        to question: CompilerRequest.Question, isolation: isolated (any Actor)? = #isolation
    ) async -> Outcome {
        requestCount += 1
        let number = requestCount
        if question.isOfCell { ofCells.insert(number) }
        defer { ofCells.remove(number) }
        // The time to start is not part of the time for the reply.
        _ = await greeting()
        if isGivenUp, question.isOfCell { return .givenUp }
        guard !hasEnded else { return .ended }
        let alarm = Alarm(question.wait, limits: waitLimits) { self.takesTooLong(number, question) }
        defer { alarm.cancel() }
        return await withCheckedContinuation { continuation in
            waiting[number] = continuation
            // If the channel is closed, the task that reads it notices.
            try? line.send(CompilerRequest(number: number, question: question))
        }
    }

    /// Kills the process, which has not replied in time.
    private func takesTooLong(_ number: Int, _ question: CompilerRequest.Question) {
        let limit = waitLimits[question.wait] ?? question.wait.limit
        waiting.removeValue(forKey: number)?.resume(returning: .late(limit: limit))
        end()
    }

    /// Kills the process because the user has cancelled its work on a cell.
    func giveUp() {
        isGivenUp = true
        for number in ofCells {
            waiting.removeValue(forKey: number)?.resume(returning: .givenUp)
        }
        end()
    }

    /// Passes replies to the tasks that wait for them; returns when the process has ended.
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

    /// Kills the process and its children, and resumes all waiting tasks without a reply.
    func end() {
        // The process group no longer exists once the process has been reaped.
        if kill(-process.identifier, SIGKILL) < 0 { process.send(signal: SIGKILL) }
        hasEnded = true
        greet(nil)
        let abandoned = waiting.values
        waiting = [:]
        for continuation in abandoned { continuation.resume(returning: .ended) }
    }

    /// Handles a reply.
    private func take(_ reply: CompilerReply) {
        if case .ready(let toolchain) = reply.answer { greet(toolchain) }
        waiting.removeValue(forKey: reply.number)?.resume(returning: .answer(reply.answer))
    }
}

extension CompilerRequest.Question {
    /// Indicates whether the request is for the analysis or compilation of a cell, which may take
    /// long and which the user can cancel.
    fileprivate var isOfCell: Bool {
        switch self {
        case .analyze, .compile: true
        case .completeness, .place, .complete, .inspect: false
        }
    }

    /// The kind of wait for the reply.
    fileprivate var wait: Wait {
        switch self {
        case .analyze: .analysis
        case .completeness: .completeness
        case .compile(let job): job.optimizes ? .optimization : .compilation
        case .place, .complete, .inspect: .assistance
        }
    }
}

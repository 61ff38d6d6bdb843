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

    /// What came of a question.
    enum Outcome: Sendable {
        /// The process has answered.
        case answer(CompilerReply.Answer)
        /// The process has ended before it answered.
        case ended
        /// The process took too long for the answer, and was ended.
        case late(limit: Duration)
        /// The person did not want the answer any longer.
        case givenUp
    }

    /// Who waits for answers, by the number of the request.
    private var waiting: [Int: CheckedContinuation<Outcome, Never>] = [:]

    /// The requests among them that a person can give up.
    private var ofCells: Set<Int> = []

    /// Other times than the usual ones after which waits are over.
    private let waitLimits: [Wait: Duration]

    /// How many requests there have been.
    private var requestCount = 0

    /// The toolchain that the process works with, as soon as it has said so.
    private(set) var toolchain: Toolchain?

    /// Who waits for the process to say with which toolchain it works.
    private var awaitingToolchain: [CheckedContinuation<Toolchain?, Never>] = []

    /// Whether nobody answers any longer.
    private(set) var hasEnded = false

    /// Whether a cell is being compiled or looked at.
    var isAtWorkForCell: Bool { !ofCells.isEmpty }

    /// Whether it was ended because nobody wanted any longer what it made of a cell.
    private var isGivenUp = false

    /// The number of the process.
    var processIdentifier: Int32 { process.identifier }

    /// Starts a process.
    init(
        configuration: EngineConfiguration, moduleCache: String, sessionFolder: String
    ) throws {
        let (own, theirs) = try Channel.pair()
        var arguments = [moduleCache, sessionFolder]
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

    /// Returns the toolchain as soon as the process has said which it is; nothing, where it ends
    /// instead.
    func greeting(isolation: isolated (any Actor)? = #isolation) async -> Toolchain? {
        if let toolchain { return toolchain }
        guard !hasEnded else { return nil }
        let alarm = Alarm(.greeting, limits: waitLimits) { self.end() }
        defer { alarm.cancel() }
        return await withCheckedContinuation { awaitingToolchain.append($0) }
    }

    /// Sets the toolchain, and tells it to those who wait for it.
    private func greet(_ toolchain: Toolchain?) {
        if let toolchain { self.toolchain = toolchain }
        let waiting = awaitingToolchain
        awaitingToolchain = []
        for continuation in waiting { continuation.resume(returning: toolchain) }
    }

    /// Sends a question and waits for the answer, or for what takes its place.
    func answer(
        to question: CompilerRequest.Question, isolation: isolated (any Actor)? = #isolation
    ) async -> Outcome {
        requestCount += 1
        let number = requestCount
        if question.isOfCell { ofCells.insert(number) }
        defer { ofCells.remove(number) }
        // The time that it takes to start is another one than that for the answer.
        _ = await greeting()
        if isGivenUp, question.isOfCell { return .givenUp }
        guard !hasEnded else { return .ended }
        let alarm = Alarm(question.wait, limits: waitLimits) { self.takesTooLong(number, question) }
        defer { alarm.cancel() }
        return await withCheckedContinuation { continuation in
            waiting[number] = continuation
            // Who listens to the line hears that it is closed.
            try? line.send(CompilerRequest(number: number, question: question))
        }
    }

    /// Ends the process, which has not answered a question in time.
    private func takesTooLong(_ number: Int, _ question: CompilerRequest.Question) {
        let limit = waitLimits[question.wait] ?? question.wait.limit
        waiting.removeValue(forKey: number)?.resume(returning: .late(limit: limit))
        end()
    }

    /// Ends the process because nobody wants any longer what it makes of a cell.
    func giveUp() {
        isGivenUp = true
        for number in ofCells {
            waiting.removeValue(forKey: number)?.resume(returning: .givenUp)
        }
        end()
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
        greet(nil)
        let abandoned = waiting.values
        waiting = [:]
        for continuation in abandoned { continuation.resume(returning: .ended) }
    }

    /// Takes a reply.
    private func take(_ reply: CompilerReply) {
        if case .ready(let toolchain) = reply.answer { greet(toolchain) }
        waiting.removeValue(forKey: reply.number)?.resume(returning: .answer(reply.answer))
    }
}

extension CompilerRequest.Question {
    /// Whether the question is for what a cell tells or compiles to, which may take long and which the
    /// person can give up.
    fileprivate var isOfCell: Bool {
        switch self {
        case .analyze, .compile: true
        case .completeness, .place, .complete, .inspect: false
        }
    }

    /// The wait for the answer.
    fileprivate var wait: Wait {
        switch self {
        case .analyze: .analysis
        case .completeness: .completeness
        case .compile: .compilation
        case .place, .complete, .inspect: .assistance
        }
    }
}

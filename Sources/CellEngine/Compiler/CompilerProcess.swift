internal import CellProtocol
internal import Glibc
internal import Logging
internal import Processes

/// The compiler process: started when it is first needed, and again when it has ended.
///
/// A compilation cannot be stopped, only its process. Where one takes long, a second process is
/// started and warmed up, so that it can take over at once when the person gives up.
actor CompilerProcess {
    /// Where the parts of the engine lie.
    private let configuration: EngineConfiguration

    /// The thread that all this happens on.
    private let loop: EventLoop

    /// Where faults are noted.
    private let log: Logger

    /// The folder of the session, which the process removes when the kernel is gone.
    private let sessionFolder: String

    /// Where the process keeps what it makes of the system's headers, as soon as that is chosen.
    private var moduleCache: ModuleCache?

    /// The process, where it runs.
    private var running: CompilerInstance?

    /// A process that waits to take over, where there is one.
    private var spare: CompilerInstance?

    /// What warms up a process: the first compilation that was asked for.
    private var firstJob: CompileJob?

    /// Whether the person has given up what is compiled now and what was about to be.
    private var refusesCompilations = false

    /// What waits for the ends of the processes that have been started.
    private var ends: [Task<Void, Never>] = []

    /// Whether the engine has ended, so that no process is to be started any longer.
    private var isStopped = false

    /// How long a compilation may take before a second process is started.
    private static let patience: Duration = .seconds(1)

    /// The toolchain that the process works with, as soon as it has said so.
    private(set) var toolchain: Toolchain?

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
        if let offset = question.text.flatMap(SourceNesting.firstExcess) {
            throw .nestedTooDeep(offset: offset)
        }
        if refuses(question) { throw .cancelled }
        for _ in 0..<2 {
            try start()
            guard let asked = running else { continue }
            let watch = watch(question)
            defer { watch?.cancel() }
            switch await asked.answer(to: question) {
            case .answer(.failed(let cause)): throw .compilerFailed(cause: cause)
            case .answer(let answer):
                toolchain = asked.toolchain
                return answer
            case .late(let limit): throw .compilerTooSlow(limit: limit)
            case .givenUp: throw .cancelled
            case .ended: break
            }
            if refuses(question) { throw .cancelled }
            guard toolchain != nil || asked.toolchain != nil else { throw Self.neverReady }
        }
        throw .compilerEnded(how: "it ended without an answer")
    }

    /// What is wrong with a process that ends before it has greeted anybody.
    private static let neverReady = EngineError.cannotStart(
        part: "compiler process",
        cause: "it ended before it was ready; the toolchain it was built with may be gone")

    /// Whether a question is for a compilation while these are given up.
    private func refuses(_ question: CompilerRequest.Question) -> Bool {
        refusesCompilations && question.isCompilation
    }

    /// Lets compilations begin again after some were given up.
    func acceptCompilations() { refusesCompilations = false }

    /// Gives up what is being found out of cells, and the compilations that are asked for before
    /// compilations are accepted again: whoever waits for one hears that it was cancelled.
    func cancelCompilations() {
        refusesCompilations = true
        guard let busy = running, busy.isAtWorkForCell else { return }
        running = spare
        spare = nil
        busy.giveUp()
    }

    /// Ends the process for ever and waits until it is gone, so that it writes nothing any longer;
    /// whoever waits for an answer gets none.
    func stop() async {
        isStopped = true
        running?.end()
        spare?.end()
        for end in ends { await end.value }
    }

    /// Starts the process, where it does not run.
    func start() throws(EngineError) {
        // One that has ended is still known for as long as it takes to take it out of the system's table.
        guard running?.hasEnded != false else { return }
        guard !isStopped else { throw .compilerEnded(how: "the session has ended") }
        running = try launch()
    }

    /// Returns the toolchain as soon as the process has said which it is, which it does before it is
    /// ready for anything else; nothing, where it ends instead.
    func greeting() async -> Toolchain? {
        if let toolchain { return toolchain }
        guard (try? start()) != nil else { return nil }
        toolchain = await running?.greeting()
        return toolchain
    }

    /// The number of the process, where it runs.
    var processIdentifier: Int32? { running?.processIdentifier }

    /// Whether a cell is being compiled or looked at.
    var isAtWorkForCell: Bool { running?.isAtWorkForCell ?? false }

    // MARK: Module cache

    /// Has everything compiled with a module cache of the session's own from now on; returns whether it
    /// was not before.
    func leaveModuleCache() -> Bool {
        guard moduleCache?.leave() == true else { return false }
        running?.end()
        spare?.end()
        return true
    }

    /// Removes the module cache that is kept between sessions, which has turned out to be damaged.
    func removeDamagedModuleCache() { moduleCache?.removeShared() }

    // MARK: Processes

    /// Starts a process.
    private func launch() throws(EngineError) -> CompilerInstance {
        do {
            let cache =
                moduleCache
                ?? ModuleCache(
                    shared: configuration.moduleCache, sessionFolder: sessionFolder, log: log)
            moduleCache = cache
            let instance = try CompilerInstance(
                configuration: configuration, moduleCache: cache.path, sessionFolder: sessionFolder)
            let end = Task {
                await instance.listen(on: loop, log: log)
                if running === instance { running = nil }
                if spare === instance { spare = nil }
            }
            ends.append(end)
            return instance
        } catch {
            throw .cannotStart(part: "compiler process", cause: "\(error)")
        }
    }

    /// Sees to a second process while a compilation takes long.
    private func watch(_ question: CompilerRequest.Question) -> Task<Void, Never>? {
        guard case .compile(let job) = question else { return nil }
        if firstJob == nil { firstJob = job }
        return Task {
            do {
                try await Task.sleep(for: Self.patience)
                await prepareSpare()
            } catch {
                // The compilation has ended in time.
                spare?.end()
            }
        }
    }

    /// Starts a second process and has it load what every cell needs.
    private func prepareSpare() async {
        guard spare == nil, !isStopped, let job = firstJob, let instance = try? launch() else {
            return
        }
        spare = instance
        let query = CodeQuery(
            source: job.source, offset: job.source.utf8.count, moduleFolders: job.moduleFolders)
        _ = await instance.answer(to: .complete(query))
    }
}

extension CompilerRequest.Question {
    /// Whether the question is for a compilation, which may take long.
    fileprivate var isCompilation: Bool {
        if case .compile = self { true } else { false }
    }

    /// The source that is to be parsed as the person wrote it.
    fileprivate var text: String? {
        switch self {
        case .analyze(let source), .completeness(let source), .place(let source, _): source
        case .compile, .complete, .inspect: nil
        }
    }
}

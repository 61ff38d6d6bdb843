internal import CellProtocol
internal import Glibc
internal import Logging
internal import Processes

/// The compiler process, which is started when it is first needed and restarted when it has ended.
///
/// A compilation can only be stopped by killing its process. If one takes long, a second process is
/// started and warmed up, so that it can take over at once when the user cancels.
actor CompilerProcess {
    /// The paths of the engine's parts.
    private let configuration: EngineConfiguration

    /// The thread on which the actor runs.
    private let loop: EventLoop

    /// The log of internal errors.
    private let log: Logger

    /// The folder of the session, which the process removes if the kernel has ended.
    private let sessionFolder: String

    /// The cache for Clang modules, once it is chosen.
    private var moduleCache: ModuleCache?

    /// The running process, or `nil` if there is none.
    private var running: CompilerInstance?

    /// The second process, which waits to take over, or `nil` if there is none.
    private var spare: CompilerInstance?

    /// The first requested compilation, which is used to warm up a second process.
    private var firstJob: CompileJob?

    /// Indicates whether the user has cancelled the current compilation and those about to begin.
    private var refusesCompilations = false

    /// The tasks that wait for the ends of started processes.
    private var ends: [Task<Void, Never>] = []

    /// Indicates whether the engine has ended, so that no process may be started.
    private var isStopped = false

    /// The duration of a compilation after which a second process is started.
    private static let patience: Duration = .seconds(1)

    /// The toolchain of the process, once it has reported it.
    private(set) var toolchain: Toolchain?

    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    /// Creates a compiler process that is not started yet.
    init(
        configuration: EngineConfiguration, sessionFolder: String, loop: EventLoop, log: Logger
    ) {
        self.configuration = configuration
        self.sessionFolder = sessionFolder
        self.loop = loop
        self.log = log
    }

    /// Sends a request to the process and returns the reply.
    ///
    /// If the process ends meanwhile, it is restarted and the request is repeated once: unusual
    /// input can crash the compiler, and need not do so twice.
    ///
    /// - Throws: `EngineError` if the process cannot be started or does not reply.
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
            case .late(let limit):
                if running === asked {
                    running = spare
                    spare = nil
                }
                throw .compilerTooSlow(limit: limit)
            case .givenUp: throw .cancelled
            case .ended: break
            }
            if refuses(question) { throw .cancelled }
            guard toolchain != nil || asked.toolchain != nil else { throw Self.neverReady }
        }
        throw .compilerEnded(how: "it ended without an answer")
    }

    /// The error for a process that ends before its greeting.
    private static let neverReady = EngineError.cannotStart(
        part: "compiler process",
        cause: "it ended before it was ready; the toolchain it was built with may be gone")

    /// Returns whether a request is for a compilation while these are cancelled.
    private func refuses(_ question: CompilerRequest.Question) -> Bool {
        refusesCompilations && question.isCompilation
    }

    /// Allows compilations again after some were cancelled.
    func acceptCompilations() { refusesCompilations = false }

    /// Cancels all analyses and compilations, including those requested before
    /// `acceptCompilations()` is called; the tasks that wait for them get an error.
    func cancelCompilations() {
        refusesCompilations = true
        guard let busy = running, busy.isAtWorkForCell else { return }
        running = spare
        spare = nil
        busy.giveUp()
    }

    /// Kills the process for good and waits for its end, so that it writes nothing more; waiting
    /// tasks get no reply.
    func stop() async {
        isStopped = true
        running?.end()
        spare?.end()
        for end in ends { await end.value }
    }

    /// Starts the process if it is not running.
    func start() throws(EngineError) {
        // A process that has ended is kept until it has been reaped.
        guard running?.hasEnded != false else { return }
        guard !isStopped else { throw .compilerEnded(how: "the session has ended") }
        running = try launch()
    }

    /// Waits for the process to report its toolchain, which it does before it is ready for
    /// requests; returns `nil` if it ends.
    func greeting() async -> Toolchain? {
        if let toolchain { return toolchain }
        guard (try? start()) != nil else { return nil }
        toolchain = await running?.greeting()
        return toolchain
    }

    /// The ID of the process, or `nil` if it is not running.
    var processIdentifier: Int32? { running?.processIdentifier }

    /// Indicates whether a cell is being compiled or analyzed.
    var isAtWorkForCell: Bool { running?.isAtWorkForCell ?? false }

    // MARK: Module cache

    /// Switches to a module cache of the session's own; returns whether it was not in use already.
    func leaveModuleCache() -> Bool {
        guard moduleCache?.leave() == true else { return false }
        running?.end()
        spare?.end()
        return true
    }

    /// Removes the shared module cache, which has turned out to be damaged.
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

    /// Prepares a second process while a compilation takes long.
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

    /// Starts a second process, and makes it load what every cell needs.
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
    /// Indicates whether the request is for a compilation, which may take long.
    fileprivate var isCompilation: Bool {
        if case .compile = self { true } else { false }
    }

    /// The source to parse as the user wrote it.
    fileprivate var text: String? {
        switch self {
        case .analyze(let source, _), .completeness(let source), .place(let source, _): source
        case .compile, .complete, .inspect: nil
        }
    }
}

internal import CellProtocol
internal import CellSession
internal import Files
internal import Logging
internal import Processes

/// What cells tell by their syntax and compile to: remembered, read from the cache, or asked of the
/// compiler, in this order.
///
/// What a cell compiles to depends on sources alone, and the name of its module is a digest of them;
/// so whoever asks for a module of the same name gets the same, and waits where it is being made.
actor CompiledCells {
    /// Where the parts of the engine lie.
    private let configuration: EngineConfiguration

    /// The folder that objects and modules of the session lie in.
    private let folder: TemporaryFolder

    /// The process that compiles.
    private let compiler: CompilerProcess

    /// The thread that all this happens on.
    private let loop: EventLoop

    /// Where faults are noted.
    private let log: Logger

    /// What the sources told that were looked at.
    private var analyses: [String: Task<CellAnalysis, any Error>] = [:]

    /// What has been compiled, or is being compiled, by the place in the folder that it is for.
    private var modules: [String: Task<CompileResult, any Error>] = [:]

    /// The cache, when it has been looked for.
    private var cacheSearch: Task<CompileCache?, Never>?

    /// How many modules were not compiled because the cache had them, and how many it had not.
    private(set) var usage = CacheUsage()

    /// What is written to the cache in the background, one piece after the other.
    private var writing = BackgroundWork(priority: .background)

    /// Interfaces from the cache on their way to the folder, one after the other: a cell that runs
    /// does not wait for what only a later cell's compilation reads.
    private var placing = BackgroundWork(priority: .utility)

    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    /// Begins with nothing known.
    init(
        configuration: EngineConfiguration, folder: TemporaryFolder, compiler: CompilerProcess,
        loop: EventLoop, log: Logger
    ) {
        self.configuration = configuration
        self.folder = folder
        self.compiler = compiler
        self.loop = loop
        self.log = log
    }

    /// Has the compiler load what every cell needs, by compiling one.
    func warmUp(with plan: CellPlan) async throws {
        _ = try await compile(job(for: plan))
    }

    // MARK: Syntax

    /// Returns what the syntax of some code tells.
    func analysis(of code: String) async throws -> CellAnalysis {
        if let known = analyses[code] { return try await known.value }
        let task = Task { try await findAnalysis(of: code) }
        analyses[code] = task
        do {
            return try await task.value
        } catch {
            analyses[code] = nil
            throw error
        }
    }

    /// Reads an analysis from the cache, or asks for it and keeps it.
    private func findAnalysis(of code: String) async throws -> CellAnalysis {
        let cache = await cache()
        if let kept = cache?.analysis(of: code) { return kept }
        guard case .analysis(let analysis) = try await compiler.ask(.analyze(source: code)) else {
            throw EngineError.compilerFailed(cause: "it did not analyse the cell")
        }
        if let cache { write { cache.keep(analysis, of: code) } }
        return analysis
    }

    // MARK: Modules

    /// Returns what a cell compiles to, after the views that it needs.
    func result(for plan: CellPlan) async throws -> CompileResult {
        for view in plan.imports.views { try await make(view) }
        return try await result(for: job(for: plan), name: plan.module.rawValue)
    }

    /// Makes a view of a module.
    private func make(_ view: ModuleView) async throws {
        let place = try folder.makeFolder(view.folderName)
        let job = CompileJob(
            moduleName: view.module.rawValue, entryPoint: view.module.entryPoint,
            source: view.source, outputFolder: place,
            moduleFolders: [folder.path] + configuration.moduleFolders, optimizes: false,
            emitsModule: true, product: .moduleOnly)
        let result = try await result(for: job, name: view.folderName)
        for diagnostic in result.diagnostics where diagnostic.severity == .error {
            log.error("a view of \(view.module) could not be made: \(diagnostic.message)")
        }
    }

    /// Describes the work of compiling a plan.
    private func job(for plan: CellPlan) -> CompileJob {
        let views = plan.imports.views.map { "\(folder.path)/\($0.folderName)" }
        return CompileJob(
            moduleName: plan.module.rawValue, entryPoint: plan.module.entryPoint,
            source: plan.source.text, outputFolder: folder.path,
            moduleFolders: views + [folder.path] + configuration.moduleFolders,
            optimizes: plan.analysis.hasLoopsOrFunctions, emitsModule: plan.emitsModule,
            product: .object, inheritsAcrossCells: plan.inheritsAcrossCells)
    }

    /// Returns what a job makes.
    ///
    /// - Parameter name: what tells the job from all others.
    private func result(for job: CompileJob, name: String) async throws -> CompileResult {
        if let known = modules[name] { return try await known.value }
        let task = Task { try await findResult(for: job, name: name) }
        modules[name] = task
        do {
            let result = try await task.value
            // What is not the cell's own fault may go well the next time.
            if !result.blamesOnlyCell(of: job) { modules[name] = nil }
            return result
        } catch {
            // What went wrong is the compiler's end, not the cell; it may be asked again.
            modules[name] = nil
            throw error
        }
    }

    /// Reads from the cache what a job makes, or has it made and keeps it.
    private func findResult(for job: CompileJob, name: String) async throws -> CompileResult {
        let cache = await cache()
        let files = CompiledFiles(job: job)
        if let entry = cache?.entry(named: name), let result = files.placeObject(of: entry) {
            usage.hits += 1
            place(entry, as: files)
            return result
        }
        usage.misses += 1
        let result = try await compile(job)
        if let cache, result.blamesOnlyCell(of: job) {
            write { if let entry = files.pack(result) { cache.keep(entry, named: name) } }
        }
        return result
    }

    /// Puts an entry's interface in its place in the background.
    private func place(_ entry: CacheEntry, as files: CompiledFiles) {
        guard !entry.module.isEmpty else { return }
        placing.add { [log] in
            do { try files.placeModule(of: entry) } catch { log.error("\(error)") }
        }
    }

    /// Waits until every interface is where the compiler looks for it.
    func waitForInterfaces() async { await placing.wait() }

    /// Has a job done; once more without looking at access, where looking at it is what goes wrong.
    private func compile(_ job: CompileJob) async throws -> CompileResult {
        let result = try await ask(job)
        // Nothing else is wrong with the cell, so nothing else is let through.
        let isRight = result.object != nil
        guard result.onlyMissesPublic || isRight && job.inheritsAcrossCells else { return result }
        var job = job
        job.ignoresAccess = true
        var second = try await ask(job)
        if isRight { second.diagnostics = result.diagnostics }
        return second
    }

    /// Asks the compiler for what a job makes; once more, with a module cache that nobody has touched,
    /// where something around the cell went wrong.
    ///
    /// - Throws: `EngineError`, where nothing in the cell is wrong and it cannot be compiled.
    private func ask(_ job: CompileJob) async throws -> CompileResult {
        let result = try await askOnce(job)
        guard let cause = result.causeAroundCell else { return result }
        guard await compiler.leaveModuleCache() else {
            throw EngineError.compilerFailed(cause: cause)
        }
        let second = try await askOnce(job)
        if let cause = second.causeAroundCell { throw EngineError.compilerFailed(cause: cause) }
        await compiler.removeDamagedModuleCache()
        return second
    }

    /// Asks the compiler for what a job makes.
    private func askOnce(_ job: CompileJob) async throws -> CompileResult {
        await waitForInterfaces()
        guard case .compiled(let result) = try await compiler.ask(.compile(job)) else {
            throw EngineError.compilerFailed(cause: "it did not compile the cell")
        }
        return result
    }

    // MARK: Cache

    /// Returns the cache, where there is one that can be used.
    private func cache() async -> CompileCache? {
        guard let store = configuration.cellCache else { return nil }
        if let cacheSearch { return await cacheSearch.value }
        let search = Task { () -> CompileCache? in
            guard let toolchain = await compiler.greeting() else { return nil }
            let identity = CacheIdentity(toolchain: toolchain, configuration: configuration)
            return CompileCache(store: store, identity: identity, log: log)
        }
        cacheSearch = search
        return await search.value
    }

    /// Writes to the cache in the background.
    private func write(_ work: @escaping @Sendable () -> Void) {
        if writing.isUnused {
            writing.add { [store = configuration.cellCache, limit = configuration.cellCacheLimit] in
                store?.trim(to: limit)
            }
        }
        writing.add(work)
    }

    /// Waits until everything is written, and notes how much the cache was of use.
    func close() async {
        await waitForInterfaces()
        await writing.wait()
        guard let store = configuration.cellCache else { return }
        await Task.detached { [usage] in store.add(usage) }.value
    }
}

extension CompileResult {
    /// Whether the only errors are that something is not public, which no script would have to be.
    fileprivate var onlyMissesPublic: Bool {
        let errors = diagnostics.filter { $0.severity == .error }
        let kinds: Set = ["witness_not_accessible_proto", "witness_not_accessible_type"]
        return object == nil && !errors.isEmpty
            && errors.allSatisfy { kinds.contains($0.identifier) }
    }
}

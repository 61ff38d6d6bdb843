internal import CellProtocol
internal import CellSession
internal import Files
internal import Logging
internal import Processes

/// The analyses and compiled code of cells, from memory, from the cache, or from the compiler, in
/// this order.
///
/// The compiled code of a cell depends only on sources, and the name of its module is a digest of
/// them. So all requests for a module of the same name share one result, and wait if it is being
/// compiled.
actor CompiledCells {
    /// The paths of the engine's parts.
    private let configuration: EngineConfiguration

    /// The folder of the session's objects and modules.
    let folder: TemporaryFolder

    /// The compiler process.
    private let compiler: CompilerProcess

    /// The thread on which the actor runs.
    private let loop: EventLoop

    /// The log of internal errors.
    private let log: Logger

    /// The analyses by source and language mode.
    private var analyses = SharedResults<Analyzed, CellAnalysis>()

    /// A source that is analyzed for a language mode.
    private struct Analyzed: Hashable {
        /// The source.
        let code: String
        /// The language mode.
        let mode: LanguageMode
    }

    /// The compiled modules and those being compiled, by their path in the folder.
    private var modules = SharedResults<String, CompileResult>()

    /// The search for the cache, once it has begun.
    private var cacheSearch: Task<CompileCache?, Never>?

    /// The number of modules found in the cache, and of those not found.
    private(set) var usage = CacheUsage()

    /// The background work that writes to the cache.
    private var writing = BackgroundWork(priority: .background)

    /// The background work that copies interfaces from the cache to the folder: a running cell does
    /// not have to wait for files that only a later compilation reads.
    private var placing = BackgroundWork(priority: .utility)

    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    /// Creates an empty collection.
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

    /// Makes the compiler load what every cell needs, by compiling a cell.
    func warmUp(with plan: CellPlan) async throws {
        _ = try await compile(job(for: plan))
    }

    // MARK: Syntax

    /// Returns the syntactic analysis of code in a language mode.
    func analysis(of code: String, in mode: LanguageMode) async throws -> CellAnalysis {
        let analyzed = Analyzed(code: code, mode: mode)
        if let known = analyses[analyzed] { return known }
        let (number, task) = analyses.task(for: analyzed) {
            Task { try await findAnalysis(of: code, in: mode) }
        }
        let result = await task.result
        analyses.end(number, for: analyzed, keeping: try? result.get())
        return try result.get()
    }

    /// Reads an analysis from the cache, or requests and stores it.
    private func findAnalysis(of code: String, in mode: LanguageMode) async throws -> CellAnalysis {
        let cache = await cache()
        if let kept = cache?.analysis(of: code, in: mode) { return kept }
        guard
            case .analysis(let analysis) = try await compiler.ask(.analyze(source: code, mode))
        else {
            throw EngineError.compilerFailed(cause: "it did not analyze the cell")
        }
        if let cache { write { cache.keep(analysis, of: code, in: mode) } }
        return analysis
    }

    // MARK: Modules

    /// Returns the compiled code of a cell, after compiling the module views that it needs.
    func result(for plan: CellPlan) async throws -> CompileResult {
        for view in plan.imports.views { try await make(view, plan.packages) }
        return try await result(for: job(for: plan), name: plan.module.rawValue)
    }

    /// Compiles a module view.
    private func make(_ view: ModuleView, _ packages: [LoadedPackages]) async throws {
        let place = try folder.makeFolder(view.folderName)
        var job = CompileJob(
            moduleName: view.module.rawValue, entryPoint: view.module.entryPoint,
            source: view.source, outputFolder: place,
            moduleFolders: view.views.map { "\(folder.path)/\($0)" } + [folder.path]
                + configuration.moduleFolders + packages.moduleFolders, optimizes: false,
            emitsModule: true,
            product: .moduleOnly)
        job.packageArguments = packages.compilerArguments
        job.languageMode = view.languageMode
        let result = try await result(for: job, name: view.folderName)
        for diagnostic in result.diagnostics where diagnostic.severity == .error {
            log.error("a view of \(view.module) could not be made: \(diagnostic.message)")
        }
    }

    /// Returns the job that compiles a plan.
    private func job(for plan: CellPlan) -> CompileJob {
        let views = plan.imports.views.map { "\(folder.path)/\($0.folderName)" }
        let packages = plan.packages.moduleFolders
        var job = CompileJob(
            moduleName: plan.module.rawValue, entryPoint: plan.module.entryPoint,
            source: plan.source.text, outputFolder: folder.path,
            moduleFolders: views + [folder.path] + configuration.moduleFolders + packages,
            optimizes: plan.isOptimized, emitsModule: plan.emitsModule,
            product: .object, inheritsAcrossCells: plan.inheritsAcrossCells)
        job.packageArguments = plan.packages.compilerArguments
        job.languageMode = plan.analysis.languageMode
        return job
    }

    /// Returns the result of a job.
    ///
    /// - Parameter name: the unique name of the job.
    private func result(for job: CompileJob, name: String) async throws -> CompileResult {
        if let known = modules[name] { return known }
        let (number, task) = modules.task(for: name) {
            Task { try await findResult(for: job, name: name) }
        }
        let result = await task.result
        // If the compiler process failed, not the cell, or if the failure is not due to the cell's
        // source, it may not recur.
        let kept = (try? result.get()).flatMap { $0.blamesOnlyCell(of: job) ? $0 : nil }
        modules.end(number, for: name, keeping: kept)
        return try result.get()
    }

    /// Reads the result of a job from the cache, or requests and stores it.
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
        // On another day, the compiler may come to an end in time.
        if let cache, result.blamesOnlyCell(of: job), result.isUnoptimized == nil {
            write { if let entry = files.pack(result) { cache.keep(entry, named: name) } }
        }
        return result
    }

    /// Copies an entry's interface to the folder in the background.
    private func place(_ entry: CacheEntry, as files: CompiledFiles) {
        guard !entry.module.isEmpty else { return }
        placing.add { [log] in
            do { try files.placeModule(of: entry) } catch { log.error("\(error)") }
        }
    }

    /// Waits until every interface is where the compiler looks for it.
    func waitForInterfaces() async { await placing.wait() }

    /// Performs a job; if access control is what fails, performs it again without access control.
    private func compile(_ job: CompileJob) async throws -> CompileResult {
        var job = job
        var result = try await ask(job)
        if result.needsMembersOfPackages(for: job) {
            job.ignoresMemberImports = true
            result = try await ask(job)
        }
        // Access control is disabled only if nothing else is wrong with the cell.
        let isRight = result.object != nil
        guard result.failsOnlyByAccess || isRight && job.inheritsAcrossCells else { return result }
        job.ignoresAccess = true
        var second = try await ask(job)
        if isRight { second.diagnostics = result.diagnostics }
        return second
    }

    /// Requests a job from the compiler; if something outside the cell has failed, repeats it with
    /// a new module cache.
    ///
    /// - Throws: `EngineError` if nothing in the cell is wrong and it cannot be compiled.
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

    /// Requests a job from the compiler; if it does not come to an end with optimizing, repeats it
    /// without optimization.
    private func askOnce(_ job: CompileJob) async throws -> CompileResult {
        do {
            return try await answer(to: job)
        } catch EngineError.compilerTooSlow where job.optimizes {
            var job = job
            job.optimizes = false
            var result = try await answer(to: job)
            result.isUnoptimized = true
            return result
        }
    }

    /// Returns the compiler's answer to a job.
    private func answer(to job: CompileJob) async throws -> CompileResult {
        await waitForInterfaces()
        guard case .compiled(let result) = try await compiler.ask(.compile(job)) else {
            throw EngineError.compilerFailed(cause: "it did not compile the cell")
        }
        return result
    }

    // MARK: Cache

    /// Returns the cache, or `nil` if it cannot be used.
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

    /// Waits until everything is written, records the hits and misses, and removes the folder.
    func close() async {
        await waitForInterfaces()
        await writing.wait()
        if let store = configuration.cellCache {
            await Task.detached { [usage] in store.add(usage) }.value
        }
        folder.remove()
    }
}

extension CompileResult {
    /// Returns whether a member of a package's module lacks an import: some modules, such as
    /// Collections, only name the types of others.
    fileprivate func needsMembersOfPackages(for job: CompileJob) -> Bool {
        let mark = "is not available due to missing import of defining module '"
        return object == nil
            && diagnostics.contains { diagnostic in
                guard let range = diagnostic.message.firstRange(of: mark) else { return false }
                let module = diagnostic.message[range.upperBound...].prefix { $0 != "'" }
                return !module.hasPrefix(ModuleName.prefix)
                    && job.moduleFolders.contains { FilePath.exists("\($0)/\(module).swiftmodule") }
            }
    }

    /// Indicates whether the only errors are about access that a script in one file has: missing
    /// `public` modifiers, and inferred types of another cell that are not imported, because they
    /// have been replaced.
    fileprivate var failsOnlyByAccess: Bool {
        let errors = diagnostics.filter { $0.severity == .error }
        let kinds: Set = ["witness_not_accessible_proto", "witness_not_accessible_type"]
        return object == nil && !errors.isEmpty
            && errors.allSatisfy { error in
                kinds.contains(error.identifier)
                    || error.identifier == "pattern_type_access_inferred"
                        && error.message.hasSuffix("uses an internal type")
            }
    }
}

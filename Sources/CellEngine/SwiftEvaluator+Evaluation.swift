internal import CellProtocol
internal import Display
public import Evaluation
internal import Logging
internal import Processes

extension SwiftEvaluator {
    /// Evaluates a cell; see `Evaluator`.
    public func evaluate(
        _ cell: Cell, observer: any EvaluationObserver
    ) async -> EvaluationOutcome {
        do {
            try await run(cell, observer: observer)
            return .succeeded
        } catch let failure as EvaluationFailure {
            return .failed(failure)
        } catch {
            log.error("\(error)")
            return .failed(
                EvaluationFailure(
                    name: FailureName.engineFailure, message: "\(error)",
                    traceback: [ANSI.error("\(FailureName.engineFailure): ") + "\(error)"]))
        }
    }

    /// Compiles a cell and runs it; throws its failure.
    private func run(_ cell: Cell, observer: any EvaluationObserver) async throws {
        let analysis = try await analysis(of: cell.code)
        guard !analysis.isEmpty else { return }
        let (plan, result) = try await compile(cell, analysis)
        guard let object = result.object else {
            throw report(plan, result, cell).failure
        }
        let report = report(plan, result, cell)
        warn(report.warningLines, observer, isSilent: cell.isSilent)
        let run = CellRun(
            object: object, entryPoint: plan.module.entryPoint, libraries: result.libraries,
            showsResult: plan.showsResult && !cell.isSilent
                && !(plan.asksAboutDiscarding && report.isResultDiscardable))
        let output = CellOutput(for: cell, observer: observer, names: report.names)
        let outcome = try await chain.run(run, observer: output)
        output.finish()
        try await conclude(outcome, cell, plan, object: object, report.names, observer)
    }

    // MARK: Before the run

    /// Returns what a cell's syntax tells.
    private func analysis(of code: String) async throws -> CellAnalysis {
        guard case .analysis(let analysis) = try await compiler.ask(.analyze(source: code)) else {
            throw EngineError.compilerFailed(cause: "it did not analyse the cell")
        }
        return analysis
    }

    /// Compiles a cell; one that turns out not to end in an expression, once more without.
    private func compile(
        _ cell: Cell, _ analysis: CellAnalysis
    ) async throws -> (CellPlan, CompileResult) {
        let plan = try self.plan(cell, analysis, treatsEndingAsValue: true)
        let result = try await compile(plan)
        guard result.object == nil, analysis.ending?.isConditional == true else {
            return (plan, result)
        }
        let statement = try self.plan(cell, analysis, treatsEndingAsValue: false)
        return (statement, try await compile(statement))
    }

    /// Plans a cell, or throws why it is refused.
    private func plan(
        _ cell: Cell, _ analysis: CellAnalysis, treatsEndingAsValue: Bool
    ) throws -> CellPlan {
        do throws(CellRefusal) {
            if let offset = cell.code.utf8.firstOffset(of: 0) {
                throw .holdsNull(offset: offset)
            }
            return try CellPlanner(table: table).plan(
                cell.code, analysis, identity: cell.identity,
                treatsEndingAsValue: treatsEndingAsValue)
        } catch {
            throw RefusalReport(refusal: error, cell: cell).failure
        }
    }

    /// Compiles a plan, after the views that it needs.
    private func compile(_ plan: CellPlan) async throws -> CompileResult {
        for view in plan.imports.views { try await make(view) }
        var job = job(for: plan)
        let result = try await compile(job)
        guard result.onlyMissesPublic else { return result }
        // Nothing else is wrong with the cell, so nothing else is let through.
        job.ignoresAccess = true
        return try await compile(job)
    }

    /// Has a cell compiled.
    private func compile(_ job: CompileJob) async throws -> CompileResult {
        guard case .compiled(let result) = try await compiler.ask(.compile(job)) else {
            throw EngineError.compilerFailed(cause: "it did not compile the cell")
        }
        return result
    }

    /// Describes the work of compiling a plan.
    func job(for plan: CellPlan) -> CompileJob {
        let views = plan.imports.views.map { "\(folder.path)/\($0.folderName)" }
        return CompileJob(
            moduleName: plan.module.rawValue, entryPoint: plan.module.entryPoint,
            source: plan.source.text, outputFolder: folder.path,
            moduleFolders: views + [folder.path] + configuration.moduleFolders,
            optimizes: plan.analysis.hasLoopsOrFunctions, emitsModule: plan.emitsModule,
            product: .object)
    }

    /// Makes a view of a module, where it has not been made before.
    private func make(_ view: ModuleView) async throws {
        let place = try folder.makeFolder(view.folderName)
        guard !FileSystem.exists("\(place)/\(view.module).swiftmodule") else { return }
        let job = CompileJob(
            moduleName: view.module.rawValue, entryPoint: view.module.entryPoint,
            source: view.source, outputFolder: place,
            moduleFolders: [folder.path] + configuration.moduleFolders, optimizes: false,
            emitsModule: true, product: .moduleOnly)
        guard case .compiled(let result) = try await compiler.ask(.compile(job)) else { return }
        for diagnostic in result.diagnostics where diagnostic.severity == .error {
            log.error("a view of \(view.module) could not be made: \(diagnostic.message)")
        }
    }

    /// Makes a report of what the compiler said.
    private func report(
        _ plan: CellPlan, _ result: CompileResult, _ cell: Cell
    ) -> DiagnosticReport {
        var names = names
        names.note(plan.module, number: cell.number, code: cell.code)
        return DiagnosticReport(plan: plan, diagnostics: result.diagnostics, names: names)
    }

    /// Shows lines that are no failure.
    private func warn(
        _ lines: [String], _ observer: any EvaluationObserver, isSilent: Bool
    ) {
        guard !lines.isEmpty, !isSilent else { return }
        observer.observe(.text(lines.joined(separator: "\n") + "\n", to: .standardError))
    }

    // MARK: After the run

    /// Takes in what a cell has declared, or throws its failure.
    private func conclude(
        _ outcome: RunOutcome, _ cell: Cell, _ plan: CellPlan, object: String,
        _ names: CellNames, _ observer: any EvaluationObserver
    ) async throws {
        let report = FailureReport(
            plan: plan, object: object, names: names,
            symbolizer: await compiler.toolchain?.symbolizer)
        switch outcome.ending {
        case .finished(let noticedInterrupt, let threads):
            self.names = names
            await commit(plan, cell, observer)
            warnOfThreads(threads, observer, isSilent: cell.isSilent)
            if noticedInterrupt { throw Self.interruption(isRolledBack: false) }
        case .failed(let failure):
            await returnToSnapshot()
            if outcome.isInterrupted { throw Self.interruption(isRolledBack: true) }
            throw report.failure(failure)
        case .ended(let exit, let crash):
            await returnToSnapshot()
            if outcome.isInterrupted { throw Self.interruption(isRolledBack: true) }
            throw report.failure(exit, crash)
        }
    }

    /// Takes in what a cell has declared, and tells who still uses what it has replaced.
    private func commit(
        _ plan: CellPlan, _ cell: Cell, _ observer: any EvaluationObserver
    ) async {
        let module = SessionModule(
            name: plan.module, cellNumber: cell.number, identity: cell.identity,
            code: cell.code, source: plan.source, analysis: plan.analysis,
            imports: plan.imports.names.map(\.name))
        let stale = table.add(module)
        if plan.analysis.storesState { table.noteOccurrence(of: plan.firstName) }
        warn(stale.map(\.sentence), observer, isSilent: cell.isSilent)
        await chain.trim(to: configuration.undoLimit + 1)
        let generations = await chain.generations
        guard let current = generations.last else { return }
        snapshots[current] = Snapshot(
            table: table, cellNumber: cell.number, title: cell.title)
        snapshots = snapshots.filter { generations.contains($0.key) }
    }

    /// Goes back to the names that the worker process knows that is the session now.
    private func returnToSnapshot() async {
        let generation = await chain.generation
        table = generation.flatMap { snapshots[$0]?.table } ?? SessionTable()
    }

    /// Tells the person, once, that threads are alive that cells have started.
    private func warnOfThreads(
        _ threads: Int, _ observer: any EvaluationObserver, isSilent: Bool
    ) {
        guard threads > 1 else {
            hasWarnedOfThreads = false
            return
        }
        guard !hasWarnedOfThreads else { return }
        hasWarnedOfThreads = true
        let count = threads == 2 ? "a thread" : "\(threads - 1) threads"
        warn(
            [
                ANSI.note("note: ")
                    + "\(count) started by this cell still run; until they end, a cell that "
                    + "fails may leave half-made changes behind"
            ], observer, isSilent: isSilent)
    }

    /// The failure of a cell whose end the person has asked for.
    static func interruption(isRolledBack: Bool) -> EvaluationFailure {
        let message =
            isRolledBack
            ? "the cell was ended; everything is as it was before it"
            : "the cell ended early; what it made until then is kept"
        return EvaluationFailure(
            name: FailureName.interrupted, message: message,
            traceback: [ANSI.error("\(FailureName.interrupted): ") + message])
    }
}

extension SessionTable.StaleUse {
    /// A sentence for the person.
    var sentence: String {
        ANSI.note("note: ")
            + "'\(user)' (cell \(userCell)) still uses the earlier '\(name)'; run it again"
    }
}

extension CompileResult {
    /// Whether the only errors are that something is not public, which no script would have to be.
    var onlyMissesPublic: Bool {
        let errors = diagnostics.filter { $0.severity == .error }
        let kinds: Set = ["witness_not_accessible_proto", "witness_not_accessible_type"]
        return object == nil && !errors.isEmpty
            && errors.allSatisfy { kinds.contains($0.identifier) }
    }
}

extension CellAnalysis {
    /// Whether there is nothing to compile.
    var isEmpty: Bool { self == CellAnalysis() }
}

extension Cell {
    /// The first line that says something, shortened.
    var title: String {
        let line = code.split(separator: "\n").first { !$0.allSatisfy(\.isWhitespace) } ?? ""
        return line.count > 60 ? line.prefix(59) + "…" : String(line)
    }
}

extension Collection where Element: Equatable {
    /// Returns how many elements stand before the first equal to the given one.
    fileprivate func firstOffset(of element: Element) -> Int? {
        firstIndex(of: element).map { distance(from: startIndex, to: $0) }
    }
}

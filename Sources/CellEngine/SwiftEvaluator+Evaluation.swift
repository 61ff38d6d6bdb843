internal import CellProtocol
internal import CellSession
internal import Display
public import Evaluation
internal import Logging
internal import Processes

extension SwiftEvaluator {
    /// Evaluates a cell; see `Evaluator`.
    public func evaluate(
        _ cell: Cell, observer: any EvaluationObserver
    ) async -> EvaluationOutcome {
        lookahead.isInterrupted = false
        assistance.upkeep?.cancel()
        beginLookahead(with: cell)
        await look.task?.value
        await compiler.acceptCompilations()
        let outcome = await attempt(cell, observer: observer)
        tellClients(observer)
        endLookahead(isSuccess: outcome == .succeeded)
        if !branches.isEmpty { Task { await closeOldBranches() } }
        renewAssistance()
        return outcome
    }

    /// Runs a cell with its commands, and returns the outcome.
    private func attempt(
        _ cell: Cell, observer: any EvaluationObserver
    ) async -> EvaluationOutcome {
        do {
            let script = try await script(of: cell.code)
            // Lost cells are reported first, unless the cell runs them again.
            if script.commands.contains(.rerun) {
                try? await noteLoss()
            } else {
                try await noteLoss()
            }
            try await run(script, of: cell, observer: observer)
            return .succeeded
        } catch let problem as CommandProblem {
            return .failed(Self.commandFailure(problem))
        } catch let failure as EvaluationFailure {
            return .failed(failure)
        } catch  where lookahead.isInterrupted {
            return .failed(Self.interruption(.beforeTheRun))
        } catch {
            log.error("\(error)")
            return .failed(
                EvaluationFailure(
                    name: FailureName.engineFailure, message: "\(error)",
                    traceback: [ANSI.error("\(FailureName.engineFailure): ") + "\(error)"]))
        }
    }

    /// Compiles and runs a cell; throws its failure.
    func run(_ cell: Cell, observer: any EvaluationObserver) async throws {
        let analysis = try await analysis(of: cell)
        guard !analysis.isBlank else { return }
        let (plan, result) = try await compile(cell, analysis, in: session.table)
        guard let object = result.object else {
            session.noteFailure(of: cell, declaring: analysis.declarations)
            throw report(plan, result, cell).failure
        }
        let report = report(plan, result, cell)
        warn(report.warningLines, observer, isSilent: cell.isSilent)
        if result.isUnoptimized == true {
            warn([Self.slowOptimizer], observer, isSilent: cell.isSilent)
        }
        var run = cellRun(of: cell, plan, result, object: object, report)
        if cell.number > 0, cell.keepsResult, settings.keptResults > 0 { run.keptAs = cell.number }
        run.keptResults = settings.keptResults
        if lookahead.isInterrupted { throw Self.interruption(.beforeTheRun) }
        continueLookahead(after: plan, cell)
        let output = OutputRelay(
            for: cell, observer: observer, names: report.names, comms: session.comms)
        self.output = output
        defer { self.output = nil }
        let outcome = try await self.run(run, observer: output)
        output.finish()
        knownComms = output.comms
        try await conclude(outcome, cell, plan, object: object, report.names, observer)
    }

    /// Returns what a process is told to run for a compiled cell.
    func cellRun(
        of cell: Cell, _ plan: CellPlan, _ result: CompileResult, object: String,
        _ report: DiagnosticReport
    ) -> CellRun {
        CellRun(
            object: object, entryPoint: plan.module.entryPoint,
            libraries: plan.packages.map(\.library) + result.libraries,
            memoryLimit: settings.cellMemory,
            showsResult: plan.showsResult && !cell.isSilent
                && !(plan.asksAboutDiscarding && report.isResultDiscardable),
            shownLength: settings.shownLength)
    }

    /// The note about a cell that could not be optimized in time.
    private static let slowOptimizer =
        ANSI.note("note: ")
        + "the compiler did not come to an end with optimizing this cell, which therefore runs "
        + "without optimization; %opt none avoids the wait"

    /// Runs a compiled cell in the process that holds the session; throws a report of what is lost
    /// if the process has ended.
    func run(_ run: CellRun, observer: OutputRelay) async throws -> RunOutcome {
        do {
            return try await chain.run(run, after: session.number, observer: observer)
        } catch EngineError.sessionLost {
            try await noteLoss()
            throw EngineError.sessionLost
        }
    }

    // MARK: Before the run

    /// Returns the syntactic analysis of a cell; throws if the cell is rejected.
    func analysis(of cell: Cell) async throws -> CellAnalysis {
        do {
            var analysis = try await cells.analysis(of: cell.code, in: settings.languageMode)
            analysis.hasLoopsOrFunctions = settings.optimization.optimizes(
                loopsOrFunctions: analysis.hasLoopsOrFunctions)
            return analysis
        } catch EngineError.nestedTooDeep(let offset) {
            throw RefusalReport(refusal: .nestedTooDeep(offset: offset), cell: cell).failure
        }
    }

    /// Compiles a cell; if its ending turns out not to be an expression, compiles it again without
    /// a value.
    func compile(
        _ cell: Cell, _ analysis: CellAnalysis, in table: SessionTable
    ) async throws -> (CellPlan, CompileResult) {
        if analysis.hasSyntaxErrors {
            // Diagnostics should refer to the user's own text. If there are none, the cell is like
            // any other.
            let plan = try self.plan(
                cell, analysis.withoutEdits, in: table, treatsEndingAsValue: false)
            let result = try await cells.result(for: plan)
            guard result.object != nil else { return (plan, result) }
        }
        var plan = try self.plan(cell, analysis, in: table, treatsEndingAsValue: true)
        var result = try await cells.result(for: plan)
        let releases = !result.failsToRelease(plan)
        if !releases {
            plan = try self.plan(
                cell, analysis, in: table, treatsEndingAsValue: true, releasesReplaced: false)
            result = try await cells.result(for: plan)
        }
        guard analysis.ending?.isConditional == true,
            result.object == nil || result.saysThatEndingHasNoValue
        else { return (plan, result) }
        let statement = try self.plan(
            cell, analysis, in: table, treatsEndingAsValue: false, releasesReplaced: releases)
        return (statement, try await cells.result(for: statement))
    }

    /// Plans a cell; throws if the cell is rejected.
    private func plan(
        _ cell: Cell, _ analysis: CellAnalysis, in table: SessionTable, treatsEndingAsValue: Bool,
        releasesReplaced: Bool = true
    ) throws -> CellPlan {
        do throws(CellRefusal) {
            return try session.planning(
                cell, analysis, in: table, treatsEndingAsValue: treatsEndingAsValue,
                releasesReplaced: releasesReplaced)
        } catch {
            throw RefusalReport(refusal: error, cell: cell).failure
        }
    }

    /// Creates a report of the diagnostics.
    func report(
        _ plan: CellPlan, _ result: CompileResult, _ cell: Cell
    ) -> DiagnosticReport {
        DiagnosticReport(
            plan: plan, diagnostics: result.diagnostics,
            names: session.names(with: plan, of: cell), hints: session.hints)
    }

    /// Shows lines that are not part of a failure.
    func warn(
        _ lines: [String], _ observer: any EvaluationObserver, isSilent: Bool
    ) {
        guard !lines.isEmpty, !isSilent else { return }
        observer.observe(.text(lines.joined(separator: "\n") + "\n", to: .standardError))
    }

    // MARK: After the run

    /// Commits a cell that has succeeded; throws the failure of any other.
    private func conclude(
        _ outcome: RunOutcome, _ cell: Cell, _ plan: CellPlan, object: String,
        _ names: CellNames, _ observer: any EvaluationObserver
    ) async throws {
        switch outcome.ending {
        case .finished(let noticedInterrupt, let threads):
            await commit(plan, cell, result: outcome.result, observer)
            warnOfThreads(threads, observer, isSilent: cell.isSilent)
            if noticedInterrupt { throw Self.interruption(.noticed) }
            if outcome.isInterrupted { throw Self.interruption(.afterTheRun) }
        case .failed(let failure):
            let report = await report(on: outcome, plan, object: object, names)
            session.noteFailure(of: cell, declaring: plan.analysis.declarations)
            try await rollBack(outcome, plan, to: report.failure(failure))
        case .ended(let exit, let crash):
            let report = await report(on: outcome, plan, object: object, names)
            session.noteFailure(of: cell, declaring: plan.analysis.declarations)
            try await rollBack(outcome, plan, to: report.failure(exit, crash))
        }
    }

    /// Returns a report on a run that has failed.
    func report(
        on outcome: RunOutcome, _ plan: CellPlan, object: String, _ names: CellNames
    ) async -> FailureReport {
        let frames = outcome.frames
        let symbolizer = Symbolizer(
            program: frames.isEmpty ? nil : await compiler.toolchain?.symbolizer)
        return FailureReport(
            plan: plan, trace: symbolizer.trace(of: frames, object: object), names: names)
    }

    /// Commits a cell, and warns of declarations that still use what it has replaced.
    private func commit(
        _ plan: CellPlan, _ cell: Cell, result: RunOutcome.ShownResult?,
        _ observer: any EvaluationObserver
    ) async {
        await chain.trim(to: settings.undoCount + 1)
        let generations = await chain.generations
        let kept = result.flatMap { result in
            cell.number > 0 && cell.keepsResult
                ? KeptResult(cell: cell.number, type: result.type) : nil
        }
        let stale = session.commit(
            plan, cell, result: kept, keeping: settings.keptResults, comms: knownComms,
            as: generations.last, reachable: generations)
        warn(stale.map(\.sentence), observer, isSilent: cell.isSilent)
        limitUndoMemory()
    }

    /// Discards the oldest states, in the background, if all of them together use too much memory.
    private func limitUndoMemory() {
        let limit = settings.undoMemory
        Task { await chain.trim(toMemory: limit) }
    }

    /// Warns the user, once, of live threads that cells have started.
    func warnOfThreads(
        _ threads: Int, _ observer: any EvaluationObserver, isSilent: Bool
    ) {
        guard session.warnsOfThreads(threads) else { return }
        let count = threads == 2 ? "a thread" : "\(threads - 1) threads"
        warn(
            [
                ANSI.note("note: ")
                    + "\(count) started by this cell still run; until they end, a cell that "
                    + "fails may leave half-made changes behind"
            ], observer, isSilent: isSilent)
    }
}

extension CellAnalysis {
    /// The analysis for compiling the source unchanged.
    fileprivate var withoutEdits: CellAnalysis {
        var result = self
        result.ending = nil
        result.earlyMentions = []
        result.guardBindings = []
        result.columns = []
        return result
    }
}

extension CompileResult {
    /// Returns whether the lines that release replaced values do not compile.
    fileprivate func failsToRelease(_ plan: CellPlan) -> Bool {
        object == nil && !plan.releases.isEmpty
            && diagnostics.contains {
                $0.severity == .error && $0.file == plan.module.ending
            }
    }

    /// Indicates whether the compiler reports that the `if` or `switch` at the end of a cell has no
    /// value.
    fileprivate var saysThatEndingHasNoValue: Bool {
        diagnostics.contains { $0.message.hasPrefix("constant '\(GeneratedNames.value)' inferred") }
    }
}

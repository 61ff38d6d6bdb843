internal import CellProtocol
internal import CellSession
internal import Display
public import Evaluation
internal import Logging

/// The processes that run the cells of a subshell while the session runs a cell of its own.
struct Branch: Sendable {
    /// The processes; the first keeps the state, and each cell runs in a copy of it.
    let chain: WorkerChain

    /// The number of the session's process that had the state.
    let base: Int?

    /// Indicates whether a cell is using the processes.
    var isInUse = true

    /// Indicates whether the processes are ended when no cell uses them any more.
    var isClosing = false
}

extension SwiftEvaluator {
    /// Evaluates a cell on a copy of the state before the running one; see `Evaluator`.
    public func evaluateAside(
        _ cell: Cell, in subshell: String, observer: any EvaluationObserver
    ) async -> EvaluationOutcome {
        do {
            guard try await script(of: cell.code).commands.isEmpty else {
                throw Self.commandFailure(
                    CommandProblem(
                        "commands such as %who cannot run beside a running cell; "
                            + "wait until it has ended"))
            }
            do {
                try await runAside(cell, in: subshell, observer: observer)
            } catch EngineError.sessionLost {
                // The session has a newer state than when the cell was compiled.
                try await runAside(cell, in: subshell, observer: observer)
            }
            return .succeeded
        } catch let problem as CommandProblem {
            return .failed(Self.commandFailure(problem))
        } catch let failure as EvaluationFailure {
            return .failed(failure)
        } catch EngineError.cancelled {
            return .failed(Self.interruption(.beforeTheRun))
        } catch {
            log.debug("\(error)")
            return .failed(
                EvaluationFailure(
                    name: FailureName.engineFailure, message: "\(error)",
                    traceback: [ANSI.error("\(FailureName.engineFailure): ") + "\(error)"]))
        }
    }

    /// Frees the resources of a subshell, as soon as its cell has ended; see `Evaluator`.
    public func closeSubshell(_ subshell: String) async {
        guard let branch = branches[subshell] else { return }
        guard !branch.isInUse else {
            branches[subshell]?.isClosing = true
            return
        }
        branches[subshell] = nil
        await branch.chain.close()
    }

    /// Interrupts the cells of all subshells.
    func interruptBranches() async {
        for branch in branches.values { await branch.chain.interrupt() }
    }

    /// Frees the states that subshells no longer need because the session has a newer one.
    func closeOldBranches() async {
        for (subshell, branch) in branches where branch.base != session.number {
            await closeSubshell(subshell)
        }
    }

    /// Compiles a cell against the session as it is known, and runs it; throws its failure.
    private func runAside(
        _ cell: Cell, in subshell: String, observer: any EvaluationObserver
    ) async throws {
        let (table, number) = (session.table, session.number)
        let analysis = try await analysis(of: cell)
        guard !analysis.isBlank else { return }
        let (plan, result) = try await compile(cell, analysis, in: table)
        let report = report(plan, result, cell)
        guard let object = result.object else { throw report.failure }
        warn(report.warningLines, observer, isSilent: cell.isSilent)
        let run = cellRun(of: cell, plan, result, object: object, report)
        let output = OutputRelay(
            for: cell, observer: AsideObserver(observer: observer), names: report.names)
        let chain = try await branch(of: subshell, at: number)
        let outcome = try await outcome(of: run, in: chain, subshell, output).get()
        let failure = await self.report(on: outcome, plan, object: object, report.names)
        if outcome.isInterrupted { throw Self.interruption(.rolledBack) }
        switch outcome.ending {
        case .finished: return
        case .failed(let ending): throw failure.failure(ending)
        case .ended(let exit, let crash): throw failure.failure(exit, crash)
        }
    }

    /// Runs a compiled cell in a copy of a subshell's process, and drops what it has changed.
    private func outcome(
        of run: CellRun, in chain: WorkerChain, _ subshell: String, _ output: OutputRelay
    ) async -> Result<RunOutcome, any Error> {
        let first = await chain.generation
        let outcome: Result<RunOutcome, any Error>
        do {
            outcome = .success(try await chain.run(run, after: first, observer: output))
        } catch {
            outcome = .failure(error)
        }
        output.finish()
        if let first { await chain.goBack(to: first) }
        branches[subshell]?.isInUse = false
        // Threads of earlier cells can keep even the copy from being copied.
        let isSpoiled = (try? outcome.get())?.isInPlace != false
        if isSpoiled || branches[subshell]?.isClosing == true { await closeSubshell(subshell) }
        return outcome
    }

    /// Returns the processes of a subshell with the state of one of the session's processes; a cell
    /// uses them from now on.
    private func branch(of subshell: String, at number: Int?) async throws -> WorkerChain {
        if let branch = branches[subshell], branch.base == number {
            branches[subshell]?.isInUse = true
            if await branch.chain.generation != nil { return branch.chain }
            branches[subshell]?.isInUse = false
        }
        await closeSubshell(subshell)
        let branch = Branch(chain: try await chain.branch(from: number), base: number)
        branches[subshell] = branch
        return branch.chain
    }
}

/// An observer of a cell whose changes are dropped: objects that clients could talk to do not
/// outlive it.
private struct AsideObserver: EvaluationObserver {
    /// The observer of the cell's other output.
    let observer: any EvaluationObserver

    func observe(_ event: EvaluationEvent) {
        switch event {
        case .comm, .redirect: break
        case .display(let bundle, let id): observer.observe(.display(lasting(bundle), id: id))
        case .result(let bundle): observer.observe(.result(lasting(bundle)))
        default: observer.observe(event)
        }
    }

    func line(at prompt: InputPrompt) async -> String? { await observer.line(at: prompt) }

    /// Returns what of a value can be shown without its object.
    private func lasting(_ bundle: MIMEBundle) -> MIMEBundle {
        var bundle = bundle
        bundle[MIMEType(rawValue: "application/vnd.jupyter.widget-view+json")] = nil
        return bundle
    }
}

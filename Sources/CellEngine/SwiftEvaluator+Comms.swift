internal import CellProtocol
internal import CellSession
public import Display
public import Evaluation
internal import Logging

extension SwiftEvaluator {
    /// Returns the comms that are open; see `Evaluator`.
    public func comms() async -> [String: String] { (output?.comms ?? session.comms).targets }

    /// Answers a question about states; see `Evaluator`.
    public func answer(to signal: CommSignal) async -> [CommSignal] {
        (output?.comms ?? session.comms).answer(to: signal)
    }

    /// Notes what clients have been told; see `Evaluator`.
    public func note(_ stateJSON: String, ofComm comm: String) async {
        var comms = session.comms
        comms.note(stateJSON, of: comm)
        session.adopt(comms)
        knownComms.note(stateJSON, of: comm)
    }

    /// Does what follows from what a client has said; see `Evaluator`.
    public func receive(
        _ signal: CommSignal, observer: any EvaluationObserver
    ) async -> EvaluationOutcome {
        guard session.comms.contains(signal.comm) else {
            if signal.kind != .close {
                observer.observe(.comm(CommSignal(.close, comm: signal.comm)))
            }
            return .succeeded
        }
        lookahead.isInterrupted = false
        assistance.upkeep?.cancel()
        lookahead.current = Cell(code: "", number: 0)
        await look.task?.value
        await compiler.acceptCompilations()
        let outcome = await attempt(signal, observer)
        tellClients(observer)
        lookahead.current = nil
        return outcome
    }

    /// Tells clients of what has become of the objects that they know, where that differs from what
    /// they have heard: a cell has failed or was undone, or a state is lost.
    func tellClients(_ observer: any EvaluationObserver) {
        for signal in session.comms.signals(after: knownComms) { observer.observe(.comm(signal)) }
        knownComms = session.comms
    }

    /// Brings what a client has said to the session's process, and returns how what follows has ended.
    private func attempt(
        _ signal: CommSignal, _ observer: any EvaluationObserver
    ) async -> EvaluationOutcome {
        do {
            try await noteLoss()
            try await perform(signal, observer)
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

    /// Has the session's process do what follows from what a client has said; throws its failure.
    private func perform(_ signal: CommSignal, _ observer: any EvaluationObserver) async throws {
        var comms = session.comms
        comms.note(signal)
        session.adopt(comms)
        knownComms = comms
        if let echo = comms.echo(of: signal) { observer.observe(.comm(echo)) }
        var run = CellRun(
            object: "", entryPoint: "", libraries: [], memoryLimit: settings.cellMemory,
            showsResult: false, shownLength: settings.shownLength)
        run.signal = signal
        let number = session.number.flatMap { session[$0]?.cellNumber } ?? 0
        let cell = Cell(code: "", number: number)
        let output = OutputRelay(
            for: cell, observer: observer, names: session.names, comms: comms)
        self.output = output
        defer { self.output = nil }
        let outcome = try await self.run(run, observer: output)
        output.finish()
        knownComms = output.comms
        try await conclude(outcome, cell, observer)
    }

    /// Goes on from the state that a callback has led to, or throws its failure.
    private func conclude(
        _ outcome: RunOutcome, _ cell: Cell, _ observer: any EvaluationObserver
    ) async throws {
        switch outcome.ending {
        case .finished(let noticedInterrupt, let threads):
            if let number = await chain.generation, number != session.number {
                session.goOn(to: number, with: knownComms)
                await chain.mergeLast()
            } else {
                session.adopt(knownComms)
            }
            warnOfThreads(threads, observer, isSilent: false)
            if noticedInterrupt { throw Self.interruption(.noticed) }
            if outcome.isInterrupted { throw Self.interruption(.afterTheRun) }
        case .failed(let failure):
            let plan = try session.planning(cell, CellAnalysis())
            let report = await report(on: outcome, plan, object: "", session.names)
            try await rollBack(outcome, plan, to: report.failure(failure))
        case .ended(let exit, let crash):
            let plan = try session.planning(cell, CellAnalysis())
            let report = await report(on: outcome, plan, object: "", session.names)
            try await rollBack(outcome, plan, to: report.failure(exit, crash))
        }
    }
}
